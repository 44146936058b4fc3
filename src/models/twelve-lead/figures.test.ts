import { describe, expect, it } from "vitest";
import { bestThreshold } from "./best-threshold.ts";
import { macroAuc, twelveLeadFigures, twelveLeadIntervals, type JudgedRecord } from "./figures.ts";

const record = (probabilities: number[], classes: number[]): JudgedRecord => ({ probabilities, classes });
/** NORM parted rightly in 3 of 4 pairs, MI in all, STTC in none, CD at a draw; nobody has HYP. */
const RECORDS = [
  record([0.9, 0.8, 0.1, 0.5, 0.2], [1, 1, 1, 1, 0]),
  record([0.4, 0.7, 0.2, 0.5, 0.1], [1, 1, 1, 1, 0]),
  record([0.6, 0.1, 0.8, 0.5, 0.9], [0, 0, 0, 0, 0]),
  record([0.1, 0.2, 0.9, 0.5, 0.3], [0, 0, 0, 0, 0]),
];

describe("figures of the twelve-lead model", () => {
  it("are each class against the rest; the macro-AUC is the mean of the classes that have both kinds", () => {
    const { records, macroAuc: macro, perClass } = twelveLeadFigures(RECORDS, [0.5, 0.5, 0.5, 0.5, 0.5]);
    expect(records).toBe(4);
    expect(perClass.NORM).toEqual({ rocAuc: 0.75, precision: 0.5, recall: 0.5, f1: 0.5, support: 2 });
    expect(perClass.MI).toEqual({ rocAuc: 1, precision: 1, recall: 1, f1: 1, support: 2 });
    expect(perClass.STTC).toEqual({ rocAuc: 0, precision: 0, recall: 0, f1: 0, support: 2 });
    expect(perClass.CD).toMatchObject({ rocAuc: 0.5, precision: 0.5, recall: 1, support: 2 });
    expect(perClass.HYP).toMatchObject({ rocAuc: null, recall: null, support: 0 });
    expect(macro).toBe((0.75 + 1 + 0 + 0.5) / 4);
    expect(macroAuc(RECORDS)).toBe(macro);
  });

  it("have intervals around them", () => {
    const many = Array.from({ length: 40 }, (_, i) => record([((i * 7) % 40) / 40, 0, 0, 0, 0], [Number(i % 3 === 0 || i > 30), 0, 0, 0, 0]));
    const { perClass } = twelveLeadFigures(many, [0.5, 0.5, 0.5, 0.5, 0.5]);
    const { perClass: intervals } = twelveLeadIntervals(many, [0.5, 0.5, 0.5, 0.5, 0.5]);
    for (const figure of ["rocAuc", "recall", "precision", "f1"] as const) {
      const [value, interval] = [perClass.NORM[figure], intervals.NORM[figure]];
      if (value === null || interval === null) throw new Error(`no ${figure}`);
      expect(interval.low).toBeLessThan(value);
      expect(interval.high).toBeGreaterThan(value);
    }
    expect(intervals.MI.rocAuc).toBeNull();
  });
});

describe("the threshold of best F1", () => {
  it("lies half way between the last one to be said and the next", () => {
    expect(bestThreshold([0.9, 0.7, 0.4, 0.1], Uint8Array.of(1, 1, 0, 0))).toBeCloseTo(0.55);
    expect(bestThreshold([0.9, 0.7, 0.4, 0.1], Uint8Array.of(1, 0, 1, 0))).toBeCloseTo(0.25);
  });

  it("does not part equals, and is one half where there is nothing to find", () => {
    expect(bestThreshold([0.8, 0.8, 0.2], Uint8Array.of(1, 0, 0))).toBeCloseTo(0.5);
    expect(bestThreshold([0.3, 0.2], Uint8Array.of(0, 0))).toBe(0.5);
  });
});
