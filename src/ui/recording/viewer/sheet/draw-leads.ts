import type { Trace } from "../../../../ecg/drawing/ecg-trace.ts";
import type { SignalPyramid } from "../../../../ecg/recording/signal-pyramid.ts";
import type { Lead } from "../../../../ecg/recording/recording.ts";
import type { Surface } from "../canvas/painted-canvas.tsx";
import { strokeTrace } from "../canvas/stroke-trace.ts";
import { cellTrace } from "./cell-trace.ts";
import { laneShiftPx, type PlacedCell, type SheetGeometry, type SheetLane, type TimeScale } from "./sheet-geometry.ts";

export interface DrawnLeads {
  readonly leads: readonly Lead[];
  /** one a lead, null while it is built */
  readonly pyramids: readonly (SignalPyramid | null)[];
  readonly samplingRateHz: number;
}

/** Samples of a lead to draw rings around. */
export interface RingedSamples {
  readonly lead: number;
  readonly samples: readonly number[];
}

interface LeadsOptions extends DrawnLeads {
  readonly sheet: SheetGeometry;
  readonly time: TimeScale;
  readonly ringed?: RingedSamples | null;
}

interface CellOptions extends LeadsOptions {
  readonly lane: SheetLane;
  readonly cell: PlacedCell;
}

/** The lines of all leads; of one that is not ready, nothing. */
export function drawLeads(surface: Surface, options: LeadsOptions): void {
  const { context, ink } = surface;
  context.strokeStyle = ink.ink;
  context.lineWidth = 1.15;
  context.lineJoin = "round";
  for (const lane of options.sheet.lanes) for (const cell of lane.cells) drawCell(surface, { ...options, lane, cell });
}

function drawCell({ context, ink, ratio }: Surface, { sheet, time, lane, cell, ringed, ...drawn }: CellOptions): void {
  const pyramid = drawn.pyramids[cell.lead];
  if (pyramid === null) return;
  const { lines, xOfSample, yOfMv } = cellTrace({ sheet, time, cell, lead: drawn.leads[cell.lead], pyramid, samplingRateHz: drawn.samplingRateHz, ratio });
  const [highest, lowest] = heightsOf(lines, cell.widthPx);
  const shift = laneShiftPx(lane, highest, lowest, sheet.pxPerMm);

  context.save();
  context.beginPath();
  context.rect(cell.leftPx, sheet.paperTopPx, cell.widthPx, sheet.paperBottomPx - sheet.paperTopPx);
  context.clip();
  context.translate(cell.leftPx, shift);
  for (const line of lines) strokeTrace(context, line);
  if (ringed?.lead === cell.lead) {
    for (const sample of ringed.samples) ring(context, ink.accent, xOfSample(sample), yOfMv(pyramid.samples[sample]));
  }
  context.restore();
  markCut({ context, ink, ratio }, sheet, { leftPx: cell.leftPx, widthPx: cell.widthPx, highest: highest + shift, lowest: lowest + shift, lines, shift });
}

function ring(context: CanvasRenderingContext2D, colour: string, x: number, y: number): void {
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(x, y, 4.5, 0, 2 * Math.PI);
  context.stroke();
  context.restore();
}

function heightsOf(lines: readonly Trace[], widthPx: number): [highest: number, lowest: number] {
  let highest = Infinity;
  let lowest = -Infinity;
  for (const { vertices } of lines) {
    for (let i = 0; i < vertices.length; i += 2) {
      if (vertices[i] < 0 || vertices[i] > widthPx) continue;
      if (vertices[i + 1] < highest) highest = vertices[i + 1];
      if (vertices[i + 1] > lowest) lowest = vertices[i + 1];
    }
  }
  return [highest, lowest];
}

interface CutOptions {
  readonly leftPx: number;
  readonly widthPx: number;
  readonly highest: number;
  readonly lowest: number;
  readonly lines: readonly Trace[];
  readonly shift: number;
}

/** Arrows at the paper's edge where a line leaves it, so that no peak is lost unseen: a smaller gain brings it back. */
function markCut({ context, ink }: Surface, { paperTopPx, paperBottomPx }: SheetGeometry, { leftPx, widthPx, highest, lowest, lines, shift }: CutOptions): void {
  if (highest >= paperTopPx && lowest <= paperBottomPx) return;
  context.fillStyle = ink.accent;
  let last = -Infinity;
  for (const { vertices } of lines) {
    for (let i = 0; i < vertices.length; i += 2) {
      const x = vertices[i];
      const y = vertices[i + 1] + shift;
      if (x < 0 || x > widthPx || x - last < 8 || (y >= paperTopPx && y <= paperBottomPx)) continue;
      last = x;
      const [edge, down] = y < paperTopPx ? [paperTopPx + 1, 1] : [paperBottomPx - 1, -1];
      context.beginPath();
      context.moveTo(leftPx + x, edge);
      context.lineTo(leftPx + x - 4, edge + 7 * down);
      context.lineTo(leftPx + x + 4, edge + 7 * down);
      context.fill();
    }
  }
}
