import { describe, expect, it } from "vitest";
import type { Mark, PlotPoints } from "../../../ecg/drawing/plot-points.ts";
import { nearestPoint } from "./nearest.ts";
import { PLOT_INSET, PLOT_MARGIN, plotGeometry } from "./plot-geometry.ts";
import { rateAxis } from "./rate-axis.ts";
import { linePoints, longestStepS } from "./signal-line.ts";

const mark = (row: number, timeS: number, rateBpm: number): Mark => ({ kind: "predicted", row, timeS, rateBpm, score: 0.9, count: 3 });

function points(timeS: readonly number[], rateBpm: readonly number[], marks: readonly Mark[] = []): PlotPoints {
  return {
    row: Uint32Array.from(timeS, (_, i) => i),
    timeS: Float64Array.from(timeS),
    rateBpm: Float64Array.from(rateBpm),
    marks,
    rowsInView: timeS.length,
    drawn: timeS.length + marks.length,
  };
}

describe("rateAxis", () => {
  it("is round and holds every point, marks among them", () => {
    expect(rateAxis(points([0, 1], [62, 88], [mark(2, 2, 121)]))).toEqual({ low: 50, high: 130, ticks: [50, 60, 70, 80, 90, 100, 110, 120, 130] });
  });
  it("fits scaled rates, a flat line and nothing at all", () => {
    expect(rateAxis(points([0, 1], [0, 1])).ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1, 1.2]);
    const flat = rateAxis(points([0, 1], [70, 70]));
    expect(flat.low).toBeLessThan(70);
    expect(flat.high).toBeGreaterThan(70);
    expect(rateAxis(points([], []))).toEqual({ low: 0, high: 1, ticks: [0, 1] });
  });
});

describe("plotGeometry", () => {
  const geometry = plotGeometry({ width: 868, height: 336, view: { fromS: 100, toS: 200 }, rates: { low: 40, high: 140 } });
  it("maps the view to the plot area, with room for marks at its ends", () => {
    expect(geometry.xOf(100)).toBe(PLOT_MARGIN.left + PLOT_INSET);
    expect(geometry.xOf(200)).toBe(830);
    expect(geometry.yOf(140)).toBe(PLOT_MARGIN.top);
    expect(geometry.yOf(40)).toBe(310);
  });
  it("reads a moment back and holds it within the view", () => {
    expect(geometry.timeAt(geometry.xOf(137))).toBeCloseTo(137, 9);
    expect(geometry.timeAt(-50)).toBe(100);
    expect(geometry.timeAt(5000)).toBe(200);
  });
});

describe("linePoints", () => {
  it("breaks where rows that follow each other lie far apart", () => {
    const timeS = Float64Array.of(0, 1, 2, 3, 4, 900, 901);
    expect(longestStepS(timeS)).toBe(10);
    const drawn = points([...timeS], [70, 71, 72, 73, 74, 75, 76]);
    expect(linePoints(drawn, 10).map(({ rateBpm }) => rateBpm)).toEqual([70, 71, 72, 73, 74, null, 75, 76]);
  });
  it("does not break where rows between were left out of the drawing", () => {
    const drawn = { row: Uint32Array.of(0, 500), timeS: Float64Array.of(0, 400), rateBpm: Float64Array.of(70, 71) };
    expect(linePoints(drawn, 10)).toHaveLength(2);
  });
  it("breaks at a pause although the rows beside it were left out", () => {
    const drawn = { row: Uint32Array.of(0, 20), timeS: Float64Array.of(0, 4000), rateBpm: Float64Array.of(70, 71) };
    expect(linePoints(drawn, 10)).toHaveLength(3);
  });
  it("never breaks where there is no usual step", () => {
    expect(longestStepS(Float64Array.of(5))).toBe(Infinity);
    expect(longestStepS(Float64Array.of(0, 0, 0, 9))).toBe(Infinity);
  });
});

describe("nearestPoint", () => {
  const drawn = points([100, 150, 200], [60, 70, 60], [mark(1, 150, 70)]);
  const geometry = plotGeometry({ width: 868, height: 336, view: { fromS: 100, toS: 200 }, rates: { low: 40, high: 140 } });
  it("prefers a mark that is near", () => {
    expect(nearestPoint(drawn, geometry, { x: geometry.xOf(150) + 8, y: geometry.yOf(70) })).toMatchObject({ row: 1, count: 3 });
  });
  it("takes the signal at that moment otherwise, at any height", () => {
    expect(nearestPoint(drawn, geometry, { x: geometry.xOf(150) + 8, y: 20 })).toEqual({ row: 1, timeS: 150, rateBpm: 70, count: 1 });
  });
  it("points at nothing far from any point", () => {
    expect(nearestPoint(drawn, geometry, { x: geometry.xOf(125), y: 20 })).toBeNull();
  });
});
