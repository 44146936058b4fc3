import { describe, expect, it } from "vitest";
import { fullScale, usualScale } from "./tachogram-scale.ts";

/** 800 to 849 ms, and a pause. */
const WITH_PAUSE = Float64Array.from({ length: 5000 }, (_, i) => (i === 7 ? 2600 : 800 + (i % 50)));

describe("fullScale", () => {
  it("is round and holds every interval, in either unit", () => {
    expect(fullScale(Float64Array.of(750, 800, 1000), "rate")).toEqual({ low: 55, high: 85, ticks: [55, 60, 65, 70, 75, 80, 85] });
    expect(fullScale(WITH_PAUSE, "interval").high).toBeGreaterThan(2600);
    expect(fullScale(WITH_PAUSE, "rate").low).toBeLessThan(60_000 / 2600);
  });
  it("does not grow for what no heart does", () => {
    expect(fullScale(Float64Array.of(800, 90_000), "interval").high).toBeLessThanOrEqual(4000);
  });
  it("has a range for equal intervals and for none", () => {
    for (const scale of [fullScale(Float64Array.of(800, 800), "interval"), fullScale(new Float64Array(0), "rate")]) expect(scale.high).toBeGreaterThan(scale.low);
  });
});

it("has a scale of usual intervals that a pause does not stretch", () => {
  expect(usualScale(WITH_PAUSE).high).toBeLessThan(1000);
});
