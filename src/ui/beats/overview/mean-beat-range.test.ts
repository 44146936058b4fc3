import { describe, expect, it } from "vitest";
import type { ClassSummary } from "./class-summaries.ts";
import { bandEdges, markedSample, sharedRange } from "./mean-beat-range.ts";

const summary = (part: Partial<ClassSummary>): ClassSummary => ({ beatClass: { code: "N", name: "Normal" }, isAnomalous: false, truth: null, predicted: null, ...part });
const beats = (mean: readonly number[], deviation: readonly number[]) => ({ count: 2, mean: { count: 2, mean: Float32Array.from(mean), deviation: Float32Array.from(deviation) } });

it("takes the band one standard deviation to either side", () => {
  const { upper, lower } = bandEdges(beats([0, 1], [0.5, 0.25]).mean);
  expect(Array.from(upper)).toEqual([0.5, 1.25]);
  expect(Array.from(lower)).toEqual([-0.5, 0.75]);
});

describe("sharedRange", () => {
  it("holds the bands of both sides of all classes", () => {
    const { low, high } = sharedRange([summary({ truth: beats([0, 1], [0.5, 0]) }), summary({ truth: { count: 0, mean: null }, predicted: beats([3, 0], [1, 0]) })]);
    expect(low).toBeLessThan(-0.5);
    expect(low).toBeGreaterThan(-1);
    expect(high).toBeGreaterThan(4);
    expect(high).toBeLessThan(4.5);
  });
  it("has a span without beats and for flat ones", () => {
    expect(sharedRange([])).toEqual({ low: 0, high: 1 });
    expect(sharedRange([summary({ truth: beats([2, 2], [0, 0]) })])).toEqual({ low: 1, high: 3 });
  });
});

it("marks the highest sample away from both ends", () => {
  expect(markedSample(Float32Array.of(9, 1, 2, 5, 3, 1, 1, 1, 1, 8))).toBe(3);
});
