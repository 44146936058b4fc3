import { describe, expect, it } from "vitest";
import { ROW_FLAG } from "../../../ecg/heart-rate/table.ts";
import { UNLABELLED } from "../../../ecg/table.ts";
import { pointFacts, type PlottedRows } from "./point-facts.ts";
import { drawnSentence, rateText } from "./plot-summary.ts";

const rows: PlottedRows = {
  series: {
    patientId: "100",
    sourceRow: Uint32Array.of(0, 1, 2),
    timeS: Float64Array.of(0, 581.3, 582),
    rateBpm: Float64Array.of(70, 121.04, 400),
    label: Uint8Array.of(UNLABELLED, 1, 0),
    flags: Uint8Array.of(0, 0, ROW_FLAG.outOfRange | ROW_FLAG.duplicateTime),
    given: null,
    extra: [],
  },
  score: Float32Array.of(NaN, 0.98, 0.1),
  threshold: 0.62,
  unit: "bpm",
  scale: "elapsed",
  scoreDigits: 2,
};
const facts = (row: number, count = 1) => pointFacts({ row, timeS: rows.series.timeS[row], rateBpm: rows.series.rateBpm[row], count }, rows);

describe("pointFacts", () => {
  it("gives time, rate, score, prediction and label, and the rows a mark stands for", () => {
    expect(facts(1, 4)).toEqual(["0:09:41.3", "121.0 bpm", "score 0.98, predicted anomalous", "labelled anomalous", "stands for 4 rows drawn as one"]);
  });
  it("tells every flag of a row", () => {
    expect(facts(2)).toEqual(["0:09:42.0", "400.0 bpm", "score 0.10, predicted normal", "labelled normal", "outside 15–350 bpm", "same time as another row"]);
  });
  it("does not invent a score or a label", () => {
    expect(facts(0)).toEqual(["0:00:00.0", "70.0 bpm", "not scored: nothing lies before it"]);
  });
});

describe("what the plot says of itself", () => {
  it("counts a row with a mark once", () => {
    const mark = { kind: "true" as const, row: 1, timeS: 1, rateBpm: 70, score: null, count: 1 };
    const points = { row: Uint32Array.of(0, 1, 2), timeS: new Float64Array(3), rateBpm: new Float64Array(3), marks: [mark, { ...mark, row: 9 }], rowsInView: 2272, drawn: 5 };
    expect(drawnSentence(points)).toBe("4 of 2,272 points drawn");
  });
  it("says when rates are scaled", () => expect(rateText(0.6213, "scaled")).toBe("0.621 (scaled)"));
});
