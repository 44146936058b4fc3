import type { TimeSpan } from "../../recording-view.ts";
import type { SheetCell, SheetRow } from "../layouts.ts";
import type { MvRange } from "./lead-range.ts";

/** A cell's place on the sheet. */
export interface PlacedCell {
  readonly lead: number;
  readonly leftPx: number;
  readonly widthPx: number;
  /** where 0 mV lies */
  readonly zeroYPx: number;
}

export interface SheetLane {
  readonly topPx: number;
  readonly heightPx: number;
  readonly cells: readonly PlacedCell[];
}

/** Where everything lies on a sheet of ECG paper, in pixels from its top left corner. */
export interface SheetGeometry {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly paperTopPx: number;
  readonly paperBottomPx: number;
  /** where time begins: left of it stands the calibration pulse */
  readonly plotLeftPx: number;
  readonly plotWidthPx: number;
  readonly lanes: readonly SheetLane[];
  readonly pxPerMm: number;
  readonly pxPerMv: number;
}

export interface SheetOptions {
  readonly widthPx: number;
  readonly rows: readonly SheetRow[];
  /** by lead, those not shown too */
  readonly ranges: readonly MvRange[];
  readonly pxPerMm: number;
  readonly gainMmPerMv: number;
  /** of what stands above the paper (events, beat labels) and below it (times) */
  readonly headPx: number;
  readonly axisPx: number;
}

/** Room for the calibration pulse: 200 ms at 50 mm/s are 10 mm, and 1 mm on either side. */
const GUTTER_MM = 12;
/** Above and below the usual amplitudes. */
const LANE_MARGIN_MM = 4;
const LANE_MM = { one: [40, 90], few: [25, 60], many: [20, 45] } as const;

export function gutterPx(pxPerMm: number): number {
  return Math.round(GUTTER_MM * pxPerMm);
}

export function sheetGeometry({ widthPx, rows, ranges, pxPerMm, gainMmPerMv, headPx, axisPx }: SheetOptions): SheetGeometry {
  const plotLeftPx = gutterPx(pxPerMm);
  const plotWidthPx = Math.max(widthPx - plotLeftPx, 1);
  const pxPerMv = gainMmPerMv * pxPerMm;
  const [least, most] = rows.length === 1 ? LANE_MM.one : rows.length <= 3 ? LANE_MM.few : LANE_MM.many;
  const lanes: SheetLane[] = [];
  let topPx = headPx;
  for (const row of rows) {
    const usualMv = Math.max(0, ...row.map(({ lead }) => ranges[lead].highMv - ranges[lead].lowMv));
    const heightMm = Math.min(Math.max(5 * Math.ceil((usualMv * gainMmPerMv + 2 * LANE_MARGIN_MM) / 5), least), most);
    const heightPx = heightMm * pxPerMm;
    lanes.push({ topPx, heightPx, cells: row.map((cell) => placed(cell, topPx + heightPx / 2)) });
    topPx += heightPx;
  }
  return { widthPx, heightPx: topPx + axisPx, paperTopPx: headPx, paperBottomPx: topPx, plotLeftPx, plotWidthPx, lanes, pxPerMm, pxPerMv };

  function placed({ lead, fromShare, toShare }: SheetCell, middlePx: number): PlacedCell {
    const { lowMv, highMv } = ranges[lead];
    // On a line of the grid, as paper is fed.
    const zeroMm = Math.round((middlePx - headPx + ((lowMv + highMv) / 2) * pxPerMv) / pxPerMm);
    const leftPx = plotLeftPx + fromShare * plotWidthPx;
    return { lead, leftPx, widthPx: (toShare - fromShare) * plotWidthPx, zeroYPx: headPx + zeroMm * pxPerMm };
  }
}

/** Where moments lie on the sheet. */
export interface TimeScale {
  readonly span: TimeSpan;
  readonly pxPerS: number;
  readonly xOf: (timeS: number) => number;
  readonly timeAt: (xPx: number) => number;
}

export function timeScale({ plotLeftPx, plotWidthPx }: Pick<SheetGeometry, "plotLeftPx" | "plotWidthPx">, span: TimeSpan): TimeScale {
  const pxPerS = plotWidthPx / (span.toS - span.fromS);
  return {
    span,
    pxPerS,
    xOf: (timeS) => plotLeftPx + (timeS - span.fromS) * pxPerS,
    timeAt: (xPx) => span.fromS + (xPx - plotLeftPx) / pxPerS,
  };
}

/** How far a trace is moved, in whole millimetres, to lie in its lane where baseline wander took it out; 0 where it does or cannot. */
export function laneShiftPx({ topPx, heightPx }: Pick<SheetLane, "topPx" | "heightPx">, highestPx: number, lowestPx: number, pxPerMm: number): number {
  const over = topPx - highestPx;
  const under = lowestPx - (topPx + heightPx);
  if (over <= 0 && under <= 0) return 0;
  if (lowestPx - highestPx > heightPx) return 0;
  return over > 0 ? Math.ceil(over / pxPerMm) * pxPerMm : -Math.ceil(under / pxPerMm) * pxPerMm;
}
