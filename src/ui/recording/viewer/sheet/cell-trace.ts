import { traceLine, type Trace } from "../../../../ecg/drawing/ecg-trace.ts";
import type { Lead } from "../../../../ecg/recording/recording.ts";
import type { SignalPyramid } from "../../../../ecg/recording/signal-pyramid.ts";
import { presentParts } from "./present-parts.ts";
import type { PlacedCell, SheetGeometry, TimeScale } from "./sheet-geometry.ts";

export interface CellOptions {
  readonly sheet: Pick<SheetGeometry, "pxPerMv">;
  readonly time: TimeScale;
  readonly cell: PlacedCell;
  readonly lead: Lead;
  readonly pyramid: SignalPyramid;
  readonly samplingRateHz: number;
  /** of the screen's own pixels to CSS pixels */
  readonly ratio: number;
}

/** A lead's line in its cell, pixels from the cell's left edge and the sheet's top. */
export interface CellTrace {
  readonly lines: readonly Trace[];
  readonly xOfSample: (sample: number) => number;
  readonly yOfMv: (mv: number) => number;
}

/** The stretch of a lead that its cell shows, broken where samples are missing. */
export function cellTrace({ sheet: { pxPerMv }, time, cell, lead, pyramid, samplingRateHz, ratio }: CellOptions): CellTrace {
  const { leftPx, widthPx, zeroYPx } = cell;
  const samplesPerPx = samplingRateHz / time.pxPerS;
  const fromSample = time.timeAt(leftPx) * samplingRateHz;
  const view = { fromSample, widthPx, samplesPerPx, columnsPerPx: ratio, zeroYPx, pxPerMv };
  const inView = { from: Math.floor(fromSample), to: Math.ceil(fromSample + widthPx * samplesPerPx) + 1 };
  return {
    lines: presentParts(lead, inView, samplesPerPx).map((part) => traceLine(pyramid, view, part)),
    xOfSample: (sample) => (sample - fromSample) / samplesPerPx,
    yOfMv: (mv) => zeroYPx - mv * pxPerMv,
  };
}
