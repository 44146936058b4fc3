import type { Surface } from "../canvas/painted-canvas.tsx";
import type { DrawnLeads } from "./draw-leads.ts";
import { stretchesIn } from "./present-parts.ts";
import type { SheetGeometry, TimeScale } from "./sheet-geometry.ts";

interface UnusableContent extends DrawnLeads {
  readonly sheet: SheetGeometry;
  readonly time: TimeScale;
}

const HATCH_PX = 7;

/** Hatches what says nothing about the heart, with a word on why. */
export function drawUnusable({ context, ink }: Surface, { sheet, time, leads, samplingRateHz }: UnusableContent): void {
  context.font = "11px system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "bottom";
  for (const { topPx, heightPx, cells } of sheet.lanes) {
    for (const { lead, leftPx, widthPx } of cells) {
      const rightPx = leftPx + widthPx;
      const inView = { from: Math.floor(time.timeAt(leftPx) * samplingRateHz), to: Math.ceil(time.timeAt(rightPx) * samplingRateHz) };
      for (const { from, to, cause } of stretchesIn(leads[lead].unusable, inView)) {
        const left = Math.max(time.xOf(from / samplingRateHz), leftPx);
        const right = Math.min(Math.max(time.xOf(to / samplingRateHz), left + 1), rightPx);
        hatch({ context, ink }, { left, right, top: topPx + 2, bottom: topPx + heightPx - 2 });
        if (right - left > context.measureText(cause).width + 12) label({ context, ink }, cause, (left + right) / 2, topPx + heightPx - 4);
      }
    }
  }
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Pen = Pick<Surface, "context" | "ink">;

function hatch({ context, ink }: Pen, { left, right, top, bottom }: Box): void {
  const height = bottom - top;
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, height);
  context.clip();
  context.globalAlpha = 0.6;
  context.strokeStyle = ink.control;
  context.lineWidth = 1;
  context.beginPath();
  // Each stroke rises to the right; those that begin left of the box come into it too.
  for (let x = Math.floor((left - height) / HATCH_PX) * HATCH_PX; x < right; x += HATCH_PX) {
    context.moveTo(x, bottom);
    context.lineTo(x + height, top);
  }
  context.stroke();
  context.restore();
}

function label({ context, ink }: Pen, word: string, x: number, y: number): void {
  const width = context.measureText(word).width + 8;
  context.fillStyle = ink.paper;
  context.fillRect(x - width / 2, y - 15, width, 15);
  context.fillStyle = ink.ink;
  context.fillText(word, x, y - 1);
}
