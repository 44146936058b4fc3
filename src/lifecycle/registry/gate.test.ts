import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLASSES } from "../../ecg/beats/classes.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import { fallText, judgeByGate } from "./gate.ts";
import { overlappingSets } from "./overlap.ts";
import { classFigures, type VersionFigures } from "./version-figures.ts";

const figure = (value: number | null) => ({ value, interval: null });
const figures = (...classes: readonly (readonly [code: string, sensitivity: number | null, positivePredictivity: number | null])[]): VersionFigures => ({
  patients: null,
  accuracy: figure(0.9),
  macroF1: figure(0.9),
  classes: classes.map(([code, sensitivity, positivePredictivity]) => ({ code, name: code, rows: sensitivity === null ? 0 : 100, sensitivity: figure(sensitivity), positivePredictivity: figure(positivePredictivity) })),
});

describe("the gate", () => {
  const champion = figures(["N", 0.99, 0.98], ["V", 0.95, 0.9]);

  it("lets pass what loses no more than the margin, to the last row", () => {
    expect(judgeByGate(champion, figures(["N", 0.97, 0.96], ["V", 0.93, 1]), 0.02).falls).toEqual([]);
    expect(judgeByGate(champion, champion, 0).falls).toEqual([]);
  });

  it("names class, figure and loss of what falls further", () => {
    const { falls } = judgeByGate(champion, figures(["N", 1, 1], ["V", 0.9, 0.87]), 0.02);
    expect(falls).toMatchObject([{ code: "V", figure: "sensitivity", before: 0.95, after: 0.9 }, { code: "V", figure: "positive predictivity" }]);
    expect(falls.map(fallText)).toEqual(["sensitivity of V falls by 5.0 points, from .950 to .900", "positive predictivity of V falls by 3.0 points, from .900 to .870"]);
  });

  it("blocks a version that names nothing of a class any more, and a class it does not know", () => {
    const [sensitivity, predictivity] = judgeByGate(champion, figures(["N", 1, 0.8], ["V", 0, null]), 0.5).falls;
    expect(sensitivity).toMatchObject({ code: "V", by: 0.95 });
    expect(predictivity).toMatchObject({ code: "V", figure: "positive predictivity", after: null, by: 0.9 });
    expect(fallText(predictivity)).toContain("names no row V");
    expect(judgeByGate(champion, figures(["N", 1, 1]), 0.5).falls.map(({ code }) => code)).toEqual(["V", "V"]);
  });

  it("says which classes it could not judge", () => {
    const withoutF = figures(["N", 0.9, 0.9], ["F", null, null]);
    expect(judgeByGate(withoutF, withoutF, 0)).toEqual({ falls: [], unjudged: ["F"] });
  });

  it("blocks exactly what loses more than the margin", () => {
    const share = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);
    fc.assert(
      fc.property(share, share, share, (before, after, margin) => {
        const { falls } = judgeByGate(figures(["A", before, 1]), figures(["A", after, 1]), margin);
        expect(falls.length > 0).toBe(Math.round(1000 * (before - after)) > Math.round(1000 * margin));
      }),
    );
  });
});

describe("a version's figures", () => {
  it("are those of every class, with intervals around them; unlabelled rows count nowhere", () => {
    const truth = Uint8Array.from({ length: 101 }, (_, row) => (row === 100 ? UNLABELLED : row % 2));
    const predicted = truth.map((own, row) => (row < 10 ? 1 - own : own === UNLABELLED ? 3 : own));
    const { accuracy, classes } = classFigures({ kind: "one-class", classes: CLASSES.aami, truth, predicted, patientEnds: null });
    expect(accuracy.value).toBe(0.9);
    expect(accuracy.interval?.low).toBeLessThan(0.9);
    expect(accuracy.interval?.high).toBeGreaterThan(0.9);
    expect(classes.map(({ code, rows }) => [code, rows])).toEqual([["N", 50], ["S", 50], ["V", 0], ["F", 0], ["Q", 0]]);
    expect(classes[1]).toMatchObject({ sensitivity: { value: 0.9 }, positivePredictivity: { value: 0.9 } });
    expect(classes[3]).toMatchObject({ sensitivity: { value: null, interval: null }, positivePredictivity: { value: null } });
  });

  it("are of the anomalies where there are but normal and anomalous", () => {
    const { classes } = classFigures({ kind: "one-class", classes: CLASSES.binary, truth: Uint8Array.of(0, 0, 1, 1), predicted: Uint8Array.of(0, 1, 1, 1), patientEnds: null });
    expect(classes).toMatchObject([{ code: "A", rows: 2, sensitivity: { value: 1 }, positivePredictivity: { value: 2 / 3 } }]);
  });
});

it("a version's intervals are over patients where there are several", () => {
  const truth = Uint8Array.from({ length: 600 }, (_, row) => row % 2);
  const predicted = truth.map((own, row) => (row >= 300 && row < 400 ? 0 : own));
  const of = (patientEnds: Uint32Array<ArrayBuffer> | null) => classFigures({ kind: "one-class", classes: CLASSES.binary, truth, predicted, patientEnds });
  const [patients, rows] = [of(Uint32Array.of(100, 200, 300, 400, 500, 600)), of(null)];
  expect([patients.patients, rows.patients, of(Uint32Array.of(600)).patients]).toEqual([6, null, null]);
  expect(patients.classes[0].sensitivity.value).toBe(rows.classes[0].sensitivity.value);
  expect(patients.classes[0].sensitivity.interval?.low).toBeLessThan(0.7);
  expect(rows.classes[0].sensitivity.interval?.low).toBeGreaterThan(0.75);
});

it("sets overlap with training data that has one of their files", () => {
  const sets = [{ name: "a", fileSha256: ["01", "02"] }, { name: "b", fileSha256: ["03"] }];
  expect(overlappingSets(["02", "ff"], sets).map(({ name }) => name)).toEqual(["a"]);
  expect(overlappingSets(["ff"], sets)).toEqual([]);
  expect(overlappingSets([], sets)).toEqual([]);
});
