import { describe, expect, it } from "vitest";
import { AAMI, CLASSES } from "../beats/classes.ts";
import { addMatrices, beatMatrix, beatMatrixFigures, NO_BEAT } from "./beat-matrix.ts";

const classOf = (letter: string) => CLASSES.aami.findIndex(({ code }) => code === letter);

/** Beats at 1000 Hz as [ms, class]. */
const beats = (...rows: readonly (readonly [ms: number, letter: string])[]) => ({
  sample: Uint32Array.from(rows, ([ms]) => ms),
  beatClass: Uint8Array.from(rows, ([, letter]) => classOf(letter)),
});

describe("the beat-by-beat matrix", () => {
  const annotated = beats([1000, "N"], [2000, "S"], [3000, "V"], [4000, "F"]);
  const found = beats([1010, "N"], [2100, "V"], [3160, "V"], [3990, "V"], [5000, "S"]);

  it("pairs beats within 150 ms, and has missed ones and false detections of their own", () => {
    const matrix = beatMatrix(annotated, found, { samplingRateHz: 1000 });
    expect(matrix[AAMI.N][AAMI.N]).toBe(1);
    expect(matrix[AAMI.S][AAMI.V]).toBe(1);
    expect(matrix[AAMI.V][NO_BEAT]).toBe(1);
    expect(matrix[NO_BEAT][AAMI.V]).toBe(1);
    expect(matrix[AAMI.F][AAMI.V]).toBe(1);
    expect(matrix[NO_BEAT][AAMI.S]).toBe(1);
    expect(matrix.flat().reduce((sum, count) => sum + count, 0)).toBe(6);
  });

  it("leaves out what comes before the learning time is over", () => {
    const matrix = beatMatrix(annotated, found, { samplingRateHz: 1000, fromSample: 3500 });
    expect(matrix[AAMI.F][AAMI.V]).toBe(1);
    expect(matrix[NO_BEAT][AAMI.S]).toBe(1);
    expect(matrix.flat().reduce((sum, count) => sum + count, 0)).toBe(2);
  });

  it("adds up over records", () => {
    const matrix = beatMatrix(annotated, found, { samplingRateHz: 1000 });
    expect(addMatrices([matrix, matrix], NO_BEAT + 1)[AAMI.S][AAMI.V]).toBe(2);
    expect(addMatrices([], 2)).toEqual([[0, 0], [0, 0]]);
  });
});

describe("figures of a matrix", () => {
  // Rows N, S, V, F, Q, no beat; columns N, S, V, F, Q, missed.
  const matrix = [
    [90, 2, 3, 0, 0, 5],
    [4, 6, 0, 0, 0, 0],
    [1, 1, 16, 0, 0, 2],
    [0, 1, 4, 0, 0, 0],
    [0, 2, 3, 0, 0, 0],
    [2, 1, 1, 0, 0, 0],
  ];

  it("count each class against all others", () => {
    const { accuracy, perClass } = beatMatrixFigures(matrix);
    expect(accuracy).toBeCloseTo(112 / 140);
    expect(perClass["V"]).toEqual({ support: 20, sensitivity: 16 / 20, positivePredictivity: 16 / 27, falsePositiveRate: 11 / 124 });
    expect(perClass["S"]).toEqual({ support: 10, sensitivity: 6 / 10, positivePredictivity: 6 / 13, falsePositiveRate: 7 / 134 });
    expect(perClass["F"]).toEqual({ support: 5, sensitivity: 0, positivePredictivity: null, falsePositiveRate: 0 });
  });

  it("by EC57's rules do not count F and Q named V, nor Q named S, as false", () => {
    const { perClass } = beatMatrixFigures(matrix, "ec57");
    expect(perClass["V"]).toMatchObject({ sensitivity: 16 / 20, positivePredictivity: 16 / 20, falsePositiveRate: 4 / 114 });
    expect(perClass["S"]).toMatchObject({ sensitivity: 6 / 10, positivePredictivity: 6 / 11 });
    expect(perClass["N"]).toEqual(beatMatrixFigures(matrix).perClass["N"]);
  });

  it("are null where nothing is counted", () => {
    const { accuracy, perClass } = beatMatrixFigures(addMatrices([], 5));
    expect(accuracy).toBeNull();
    expect(perClass["N"]).toEqual({ support: 0, sensitivity: null, positivePredictivity: null, falsePositiveRate: null });
  });
});
