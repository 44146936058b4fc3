import { expect, it } from "vitest";
import { labelFigures } from "./label-figures.ts";

const classes = [{ code: "MI", name: "Infarction" }, { code: "HYP", name: "Hypertrophy" }];
/** Each record's two answers: what holds, and what was said. */
const judged = (records: readonly (readonly [truth: string, said: string])[]) => {
  const bits = (which: 0 | 1) => Uint8Array.from(records.flatMap((record) => Array.from(record[which], Number)));
  return labelFigures({ kind: "several-classes", classes, truth: bits(0), predicted: bits(1) });
};

it("each class of a record is judged by itself", () => {
  const { patients, accuracy, macroF1, classes: [mi, hyp] } = judged([["10", "10"], ["11", "10"], ["00", "10"], ["10", "00"]]);
  expect(patients).toBe(4);
  expect(accuracy.value).toBe(5 / 8);
  expect(mi).toMatchObject({ code: "MI", rows: 3, sensitivity: { value: 2 / 3 }, positivePredictivity: { value: 2 / 3 } });
  expect(hyp).toMatchObject({ code: "HYP", rows: 1, sensitivity: { value: 0 }, positivePredictivity: { value: null, interval: null } });
  expect(macroF1.value).toBeCloseTo(1 / 3, 12);
});

it("intervals hold their figures, and are wider of fewer records", () => {
  const four: (readonly [string, string])[] = [["10", "10"], ["10", "00"], ["01", "01"], ["00", "10"]];
  const width = (copies: number) => {
    const { accuracy: { value, interval }, classes: [{ sensitivity }] } = judged(Array.from({ length: copies }, () => four).flat());
    expect(interval && value !== null && interval.low <= value && value <= interval.high).toBe(true);
    return sensitivity.interval === null ? NaN : sensitivity.interval.high - sensitivity.interval.low;
  };
  expect(width(4)).toBeGreaterThan(width(40));
});

it("a class that holds in no record has no sensitivity, and no record no figures", () => {
  expect(judged([["10", "10"], ["00", "00"]]).classes[1]).toMatchObject({ rows: 0, sensitivity: { value: null, interval: null } });
  expect(judged([])).toMatchObject({ patients: null, accuracy: { value: null }, macroF1: { value: null } });
});
