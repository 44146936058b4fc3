import { describe, expect, it } from "vitest";
import { monitoredCheck } from "../../lifecycle/monitoring/testing.ts";
import { chartSeries } from "./chart-series.ts";

describe("chartSeries", () => {
  it("goes from the oldest on, pools each with those before it, and leaves a place for checks without the figure", () => {
    const newestFirst = [monitoredCheck(4, { judged: 10, overridden: 10 }), monitoredCheck(3), monitoredCheck(2, { judged: 30, overridden: 0 }), monitoredCheck(1, { judged: 10, overridden: 5 })];
    const { points, checks } = chartSeries("override-rate", newestFirst, 2);
    expect(checks).toBe(4);
    expect(points.map(({ position, value, pooled }) => [position, value, pooled])).toEqual([[0, 0.5, 0.5], [1, 0, 0.125], [3, 1, 0.25]]);
  });
});
