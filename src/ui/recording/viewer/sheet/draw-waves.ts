import { NOT_FOUND, type Boundary, type Delineation } from "../../../../ecg/delineation/delineation.ts";
import { firstFrom } from "../../../shared/sorted-search.ts";
import type { Surface } from "../canvas/painted-canvas.tsx";
import type { SheetGeometry, TimeScale } from "./sheet-geometry.ts";

export interface WaveMarks {
  /** index of the lead whose waves they are */
  readonly lead: number;
  readonly peakSample: Uint32Array;
  readonly delineation: Delineation;
  readonly samplingRateHz: number;
}

const WAVES: readonly { readonly name: string; readonly onset: Boundary; readonly end: Boundary }[] = [
  { name: "P", onset: "pOnset", end: "pEnd" },
  { name: "QRS", onset: "qrsOnset", end: "qrsEnd" },
  { name: "T", onset: "tOnset", end: "tEnd" },
];

/** Closer together the brackets of a beat would run into each other. */
const LEAST_PX_PER_S = 55;
const UP_PX = 24;

/** From the onset to the end of each P wave, QRS complex and T wave a bracket at the foot of its lane, where they are wide enough to tell apart; with its name where that fits. */
export function drawWaves({ context, ink }: Surface, sheet: SheetGeometry, time: TimeScale, { lead, peakSample, delineation, samplingRateHz }: WaveMarks): void {
  if (time.pxPerS < LEAST_PX_PER_S) return;
  context.font = "10px system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "top";
  context.strokeStyle = ink.accent;
  context.fillStyle = ink.accent;
  context.lineWidth = 1;
  for (const { topPx, heightPx, cells } of sheet.lanes) {
    const cell = cells.find((each) => each.lead === lead);
    if (cell === undefined) continue;
    const y = topPx + heightPx - UP_PX;
    const endX = cell.leftPx + cell.widthPx;
    // The beats beside the cell may have waves in it.
    const first = Math.max(0, firstFrom(peakSample, time.timeAt(cell.leftPx) * samplingRateHz) - 1);
    const after = Math.min(firstFrom(peakSample, time.timeAt(endX) * samplingRateHz) + 1, peakSample.length);
    context.beginPath();
    for (let beat = first; beat < after; beat++) {
      for (const { name, onset, end } of WAVES) {
        if (delineation[onset][beat] === NOT_FOUND || delineation[end][beat] === NOT_FOUND) continue;
        const from = time.xOf(delineation[onset][beat] / samplingRateHz);
        const to = time.xOf(delineation[end][beat] / samplingRateHz);
        if (from < cell.leftPx || to > endX) continue;
        context.moveTo(from, y - 5);
        context.lineTo(from, y);
        context.lineTo(to, y);
        context.lineTo(to, y - 5);
        if (context.measureText(name).width <= to - from) context.fillText(name, (from + to) / 2, y + 2);
      }
    }
    context.stroke();
  }
}
