import { describe, expect, it } from "vitest";
import { boundaryErrors, boundaryFigures, boundaryIntervals } from "./boundary-errors.ts";

const errors = (marks: number[], detected: number[], span = { from: 0, to: 10_000 }) => boundaryErrors(Uint32Array.from(marks), Uint32Array.from(detected), 500, span);

describe("boundaryErrors", () => {
  it("matches within 150 ms, in ms, late as positive", () => {
    expect(errors([1000, 2000, 3000], [1005, 1990, 3076])).toEqual({ missed: 1, extra: 1, errorsMs: [10, -20] });
  });

  it("does not count detections outside the marked span, unless they meet a mark", () => {
    expect(errors([1000, 2000], [500, 960, 2010, 2040, 2500], { from: 1000, to: 2000 })).toEqual({ missed: 0, extra: 0, errorsMs: [-80, 20] });
  });

  it("is empty without marks and detections", () => {
    expect(errors([], [])).toEqual({ missed: 0, extra: 0, errorsMs: [] });
  });
});

describe("boundaryFigures", () => {
  it("pools recordings", () => {
    const figures = boundaryFigures([{ missed: 1, extra: 0, errorsMs: [2, 4] }, { missed: 0, extra: 2, errorsMs: [6] }]);
    expect(figures.sensitivity).toBeCloseTo(3 / 4, 12);
    expect(figures.positivePredictivity).toBeCloseTo(3 / 5, 12);
    expect(figures.meanErrorMs).toBeCloseTo(4, 12);
    expect(figures.sdErrorMs).toBeCloseTo(Math.sqrt(8 / 3), 12);
  });

  it("is null where there is nothing", () => {
    expect(boundaryFigures([])).toEqual({ sensitivity: null, positivePredictivity: null, meanErrorMs: null, sdErrorMs: null });
  });

  it("has intervals that hold it, and none without recordings", () => {
    const recordings = Array.from({ length: 12 }, (_, i) => ({ missed: i % 4 === 0 ? 1 : 0, extra: 0, errorsMs: [i, i + 2, -i] }));
    const { sensitivity, sdErrorMs } = boundaryFigures(recordings);
    const intervals = boundaryIntervals(recordings);
    for (const [value, interval] of [[sensitivity, intervals.sensitivity], [sdErrorMs, intervals.sdErrorMs]] as const) {
      expect(interval?.low).toBeLessThan(value ?? NaN);
      expect(interval?.high).toBeGreaterThan(value ?? NaN);
    }
    expect(boundaryIntervals([]).sensitivity).toBeNull();
  });
});
