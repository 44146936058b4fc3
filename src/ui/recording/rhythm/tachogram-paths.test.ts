import { describe, expect, it } from "vitest";
import { rrSeries } from "../../../ecg/rhythm/rr-series.ts";
import { pointOf, tachogramPaths, type TachogramArea } from "./tachogram-paths.ts";

const everySecond = (beats: number, skipped: (beat: number) => boolean = () => false) =>
  rrSeries(Uint32Array.from({ length: beats }, (_, beat) => 1000 * beat).filter((_, beat) => !skipped(beat)), { samplingRateHz: 1000 });
const area = (toS: number): TachogramArea => ({ span: { fromS: 0, toS }, scale: { low: 0, high: 100, ticks: [0, 100] }, unit: "rate", width: 100, height: 50 });

describe("tachogramPaths", () => {
  it("draws a line through NN intervals", () => {
    expect(tachogramPaths(everySecond(4), area(10)).nn).toBe("M10.0,20.0h0L20.0,20.0L30.0,20.0");
  });
  it("draws dots where there is room for them", () => {
    expect(tachogramPaths(everySecond(4), area(10)).dots).toBe("M10.0,20.0h0M20.0,20.0h0M30.0,20.0h0");
    expect(tachogramPaths(everySecond(100), area(100)).dots).toBe("");
  });
  it("stays as short for a day as its width allows", () => {
    const { nn } = tachogramPaths(everySecond(86_400), area(86_400));
    expect(nn.split(/[ML]/).length - 1).toBeLessThanOrEqual(200);
    expect(nn.split("M")).toHaveLength(2);
  });
  it("does not draw across a time without intervals", () => {
    const rr = rrSeries(Uint32Array.of(0, 1000, 2000, 9000, 10_000), { samplingRateHz: 1000, unusable: [{ from: 3000, to: 8000 }] });
    expect(tachogramPaths(rr, area(10)).nn.split("M")).toHaveLength(3);
  });
  it("draws an interval beyond the scale at its edge", () => {
    const rr = rrSeries(Uint32Array.of(0, 300), { samplingRateHz: 1000 });
    expect(pointOf(rr, 0, area(10)).y).toBe(0);
  });
});
