import { expect, it } from "vitest";
import { rrSeries } from "../../../ecg/rhythm/rr-series.ts";
import { pointOf, type TachogramArea } from "./tachogram-paths.ts";
import { intervalAt, intervalOfBeat, intervalOfKey } from "./tachogram-pick.ts";

const rr = rrSeries(Uint32Array.of(0, 1000, 2000, 2500, 4000, 5000), { samplingRateHz: 1000, unusable: [{ from: 4300, to: 4500 }] });
const AREA: TachogramArea = { span: { fromS: 0, toS: 10 }, scale: { low: 0, high: 150, ticks: [] }, unit: "rate", width: 500, height: 100 };

it("finds the interval at a place", () => {
  for (const interval of rr.endBeat.keys()) expect(intervalAt(rr, AREA, pointOf(rr, interval, AREA))).toBe(interval);
  expect(intervalAt(rr, AREA, { x: 450, y: 50 })).toBeNull();
});

it("finds the interval that a beat ends", () => {
  expect(intervalOfBeat(rr, 3)).toBe(2);
  expect(intervalOfBeat(rr, 0)).toBe(0);
  expect(intervalOfBeat(rr, 5)).toBeNull();
});

it("moves by keys within the recording", () => {
  const steps = { count: 4, page: 3 };
  expect(intervalOfKey("ArrowRight", null, steps)).toBe(0);
  expect(intervalOfKey("ArrowLeft", null, steps)).toBe(3);
  expect(intervalOfKey("PageUp", 2, steps)).toBe(3);
  expect(intervalOfKey("ArrowLeft", 0, steps)).toBe(0);
  expect(intervalOfKey("Home", 2, steps)).toBe(0);
  expect(intervalOfKey("x", 2, steps)).toBeNull();
});
