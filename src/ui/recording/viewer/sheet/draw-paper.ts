import { formatClock } from "../../../shared/format.ts";
import type { TimeTick } from "../../../result/plot/time-axis.ts";
import type { Surface } from "../canvas/painted-canvas.tsx";
import { crisp } from "../canvas/crisp.ts";
import type { StripScale } from "../strip-scale.ts";
import type { SheetGeometry, TimeScale } from "./sheet-geometry.ts";

/** Room for the times below the paper, with a line for the time of day. */
export const AXIS_PX = { plain: 22, withClock: 36 } as const;

export interface PaperOptions {
  readonly sheet: SheetGeometry;
  readonly time: TimeScale;
  readonly scale: StripScale;
  /** labelled moments */
  readonly ticks: readonly TimeTick[];
}

type Line = readonly [xPx: number, yPx: number, widthPx: number, heightPx: number];

/** A finer grid than this is a grey wash. */
const LEAST_GRID_PX = 2.5;

/** The paper with its grid: millimetres, every fifth bold; of a strip zoomed off the paper's speeds, the moments of the time axis. */
export function drawPaper({ context, ink, ratio }: Surface, { sheet, time, scale, ticks }: PaperOptions): void {
  const { widthPx, paperTopPx, paperBottomPx, plotLeftPx, pxPerMm } = sheet;
  const heightPx = paperBottomPx - paperTopPx;
  context.fillStyle = ink.paper;
  context.fillRect(0, paperTopPx, widthPx, heightPx);
  const fine: Line[] = [];
  const bold: Line[] = [];
  const vertical = (lines: Line[], xPx: number) => lines.push([crisp(xPx, ratio), paperTopPx, 1 / ratio, heightPx]);
  const horizontal = (lines: Line[], yPx: number) => lines.push([0, crisp(yPx, ratio), widthPx, 1 / ratio]);

  const linesOf = (everyPx: number) => everyPx >= LEAST_GRID_PX;
  for (let mm = 0; mm * pxPerMm <= heightPx + 0.5; mm++) {
    if (mm % 5 === 0) horizontal(bold, paperTopPx + mm * pxPerMm);
    else if (linesOf(pxPerMm)) horizontal(fine, paperTopPx + mm * pxPerMm);
  }
  if (scale.speedMmPerS === null) {
    ticks.forEach(({ timeS }) => vertical(bold, time.xOf(timeS)));
    const stepPx = ticks.length > 1 ? (ticks[1].timeS - ticks[0].timeS) * time.pxPerS : Infinity;
    for (const { timeS } of ticks) for (let part = 1; part < 5 && linesOf(stepPx / 5); part++) vertical(fine, time.xOf(timeS) + (part * stepPx) / 5);
  } else {
    // The grid moves with the trace, as on paper: its bold lines lie at whole multiples of 5 mm from the recording's start.
    const firstMm = Math.ceil((time.timeAt(0) * time.pxPerS) / pxPerMm);
    for (let mm = firstMm; ; mm++) {
      const xPx = plotLeftPx + mm * pxPerMm - time.span.fromS * time.pxPerS;
      if (xPx > widthPx) break;
      if (mm % 5 === 0) vertical(bold, xPx);
      else if (linesOf(pxPerMm)) vertical(fine, xPx);
    }
  }
  // One by one: as a single path they take ten times as long to fill.
  context.fillStyle = ink.fineGrid;
  for (const line of fine) context.fillRect(...line);
  context.fillStyle = ink.boldGrid;
  for (const line of bold) context.fillRect(...line);
}

/** h:mm:ss at the ticks below the paper, and the time of day below it where the file says when the recording began. */
export function drawTimeAxis({ context, ink }: Surface, { sheet, time, ticks }: PaperOptions, clockAt: ((timeS: number) => string) | null): void {
  const { paperBottomPx, plotLeftPx, widthPx } = sheet;
  context.font = "11px system-ui, sans-serif";
  context.textBaseline = "top";
  context.textAlign = "center";
  for (const { timeS, label } of ticks) {
    const xPx = time.xOf(timeS);
    if (xPx < plotLeftPx - 1) continue;
    context.fillStyle = ink.muted;
    context.fillRect(xPx - 0.5, paperBottomPx, 1, 4);
    const halfPx = context.measureText(label).width / 2;
    const textX = Math.min(Math.max(xPx, plotLeftPx + halfPx), widthPx - halfPx);
    context.fillText(label, textX, paperBottomPx + 6);
    if (clockAt !== null) context.fillText(clockAt(timeS), Math.min(textX, widthPx - 24), paperBottomPx + 20);
  }
  if (ticks.length === 0) {
    context.fillStyle = ink.muted;
    context.textAlign = "left";
    context.fillText(formatClock(time.span.fromS), plotLeftPx, paperBottomPx + 6);
  }
}
