import { describe, expect, it } from "vitest";
import { poincarePairs } from "../../../ecg/rhythm/poincare.ts";
import { rrSeries } from "../../../ecg/rhythm/rr-series.ts";
import { pairAt, placeOf, poincarePaths, type PoincareArea } from "./poincare-paths.ts";

const AREA: PoincareArea = { scale: { low: 500, high: 1100, ticks: [] }, side: 300 };
const pairsOf = (intervals: readonly number[]) => {
  let sample = 0;
  return poincarePairs(rrSeries(Uint32Array.from([0, ...intervals.map((ms) => (sample += ms))]), { samplingRateHz: 1000 }));
};

it("has the next interval upwards, and what lies beyond at the edge", () => {
  expect(placeOf(AREA, 500, 1100)).toEqual({ x: 0, y: 0 });
  expect(placeOf(AREA, 9000, 100)).toEqual({ x: 300, y: 300 });
});

describe("poincarePaths", () => {
  it("draws places apart as dots, equal ones as a denser one", () => {
    const { levels, other } = poincarePaths(pairsOf([...new Array<number>(50).fill(800), 850, 900]), AREA);
    expect(levels.map((path) => path.split("M").length - 1)).toEqual([2, 0, 0, 1]);
    expect(other).toBe("");
  });
  it("draws single pairs in full", () => {
    expect(poincarePaths(pairsOf([800, 850, 900]), AREA).levels.map((path) => path.split("M").length - 1)).toEqual([0, 0, 0, 2]);
  });
  it("marks pairs that are not NN by crosses", () => {
    expect(poincarePaths(pairsOf([800, 800, 500, 1100, 800]), AREA).other.split("M").length - 1).toBe(3);
  });
  it("draws no more marks for more pairs", () => {
    const marks = (pairs: number) => poincarePaths(pairsOf(Array.from({ length: pairs }, (_, i) => 750 + ((i * 37) % 100))), AREA).levels.join("").split("M").length;
    expect(marks(20_000)).toBeLessThan(2000);
  });
});

it("finds the pair at a place", () => {
  const pairs = pairsOf([800, 850, 900]);
  const { x, y } = placeOf(AREA, 850, 900);
  expect(pairAt(pairs, AREA, { x: x + 2, y: y - 2 })).toBe(1);
  expect(pairAt(pairs, AREA, { x: 0, y: 0 })).toBeNull();
});
