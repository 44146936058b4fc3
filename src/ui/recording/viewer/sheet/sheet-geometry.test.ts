import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutRows } from "../layouts.ts";
import { laneShiftPx, sheetGeometry, timeScale } from "./sheet-geometry.ts";

const NAMES = ["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"];
const options = { widthPx: 1000, pxPerMm: 4, gainMmPerMv: 10, headPx: 30, axisPx: 20, ranges: NAMES.map(() => ({ lowMv: -0.5, highMv: 1 })) };

describe("sheetGeometry", () => {
  it("is to scale: 10 mm a millivolt, lanes in whole 5 mm with 0 mV on a line of the grid", () => {
    const { lanes, pxPerMv, plotLeftPx, paperTopPx } = sheetGeometry({ ...options, rows: layoutRows("stacked", NAMES, [0, 1]) });
    expect(pxPerMv).toBe(40);
    for (const { heightPx, cells } of lanes) {
      expect(heightPx % 20).toBe(0);
      expect((cells[0].zeroYPx - paperTopPx) % 4).toBe(0);
    }
    // 200 ms at 50 mm/s have room beside the leads.
    expect(plotLeftPx).toBeGreaterThanOrEqual(10 * 4);
  });

  it("gives each cell of a sheet of twelve its place, columns side by side", () => {
    const { lanes, plotLeftPx, plotWidthPx } = sheetGeometry({ ...options, rows: layoutRows("3x4+rhythm", NAMES, []) });
    expect(lanes).toHaveLength(4);
    expect(lanes[0].cells.map(({ leftPx }) => leftPx)).toEqual([0, 1, 2, 3].map((column) => plotLeftPx + (column * plotWidthPx) / 4));
    expect(lanes[3].cells).toHaveLength(1);
  });

  it("keeps the usual amplitudes in their lane, at any size of screen and lead", () => {
    const range = fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true })).map(([lowMv, range]) => ({ lowMv, highMv: lowMv + range }));
    fc.assert(fc.property(range, fc.double({ min: 2, max: 12, noNaN: true }), fc.integer({ min: 40, max: 2000 }), (usual, pxPerMm, widthPx) => {
      const { lanes, pxPerMv, heightPx } = sheetGeometry({ ...options, widthPx, pxPerMm, ranges: [usual], rows: layoutRows("stacked", ["MLII"], [0]) });
      const [{ topPx, heightPx: laneHeight, cells: [{ zeroYPx }] }] = lanes;
      expect(zeroYPx - usual.highMv * pxPerMv).toBeGreaterThanOrEqual(topPx - pxPerMm);
      expect(zeroYPx - usual.lowMv * pxPerMv).toBeLessThanOrEqual(topPx + laneHeight + pxPerMm);
      expect(heightPx).toBeGreaterThan(0);
    }));
  });
});

describe("timeScale", () => {
  it("finds the place of a moment and the moment of a place", () => {
    const time = timeScale({ plotLeftPx: 50, plotWidthPx: 1000 }, { fromS: 20, toS: 30 });
    expect(time.pxPerS).toBe(100);
    expect(time.xOf(20)).toBe(50);
    expect(time.timeAt(time.xOf(23.4))).toBeCloseTo(23.4);
  });
});

describe("laneShiftPx", () => {
  const lane = { topPx: 100, heightPx: 200 };

  it("leaves a trace that fits, and one that cannot fit", () => {
    expect(laneShiftPx(lane, 110, 290, 4)).toBe(0);
    expect(laneShiftPx(lane, 0, 300, 4)).toBe(0);
    expect(laneShiftPx(lane, Infinity, -Infinity, 4)).toBe(0);
  });

  it("brings one back that baseline wander took out, by whole millimetres", () => {
    expect(laneShiftPx(lane, 90, 250, 4)).toBe(12);
    expect(laneShiftPx(lane, 150, 321, 4)).toBe(-24);
  });
});
