import { describe, expect, it } from "vitest";
import { countPeaks, peakFigures, poolPeaks } from "./peak-figures.ts";

const annotated = Uint32Array.of(100, 500, 900, 1300);

describe("peakFigures", () => {
  it("counts within 150 and 50 ms, and takes the error over the wider window", () => {
    // At 250 Hz: exact, 100 ms late, missed, 8 ms early, and one detection too many.
    const counts = countPeaks(annotated, Uint32Array.of(100, 525, 1100, 1298), 250);
    expect(counts).toEqual({ tolerance150: { matched: 3, missed: 1, extra: 1 }, tolerance50: { matched: 2, missed: 2, extra: 2 }, absoluteErrorMs: 108 });
    expect(peakFigures(counts)).toEqual({
      tolerance150: { sensitivity: 0.75, positivePredictivity: 0.75 },
      tolerance50: { sensitivity: 0.5, positivePredictivity: 0.5 },
      meanAbsoluteErrorMs: 36,
    });
  });

  it("pools beats, not shares", () => {
    const all = countPeaks(annotated, annotated, 250);
    const none = countPeaks(Uint32Array.of(50), new Uint32Array(0), 250);
    expect(peakFigures(poolPeaks([all, none])).tolerance150).toEqual({ sensitivity: 0.8, positivePredictivity: 1 });
  });

  it("leaves undefined what has nothing to count", () => {
    const nothing = { sensitivity: null, positivePredictivity: null };
    expect(peakFigures(poolPeaks([]))).toEqual({ tolerance150: nothing, tolerance50: nothing, meanAbsoluteErrorMs: null });
  });
});
