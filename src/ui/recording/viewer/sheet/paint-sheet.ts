import { formatClock } from "../../../shared/format.ts";
import { timeTicks } from "../../../result/plot/time-axis.ts";
import type { Paint } from "../canvas/painted-canvas.tsx";
import type { StripScale } from "../strip-scale.ts";
import { drawCalibration, drawNames } from "./draw-gutter.ts";
import { drawLeads, type DrawnLeads, type RingedSamples } from "./draw-leads.ts";
import { drawPaper, drawTimeAxis } from "./draw-paper.ts";
import { drawUnusable } from "./draw-unusable.ts";
import type { SheetGeometry, TimeScale } from "./sheet-geometry.ts";

export interface SheetContent extends DrawnLeads {
  readonly sheet: SheetGeometry;
  readonly time: TimeScale;
  readonly scale: StripScale;
  /** the time of day at a moment of the recording; null where the file says no start */
  readonly clockAt: ((timeS: number) => string) | null;
  readonly ringed?: RingedSamples | null;
  /** draws between paper and trace, and over everything */
  readonly under?: Paint;
  readonly over?: Paint;
}

const TICK_ROOM_PX = 76;
const DAY_S = 86_400;

/** Paints leads on ECG paper. Work grows with the pixels of the sheet, not with the length of the recording. */
export function sheetPainter(content: SheetContent): Paint {
  const { sheet, time, scale, clockAt, under, over } = content;
  const ticks = timeTicks(time.span, "elapsed", Math.max(2, Math.floor(sheet.plotWidthPx / TICK_ROOM_PX)));
  const paper = { sheet, time, scale, ticks };
  return (surface) => {
    drawPaper(surface, paper);
    under?.(surface);
    drawUnusable(surface, content);
    drawLeads(surface, content);
    drawNames(surface, content);
    drawCalibration(surface, content);
    drawTimeAxis(surface, paper, clockAt);
    over?.(surface);
  };
}

/** The time of day in a recording that began at a local time, "14:05:03"; null where the start is not known. */
export function clockFrom(startTime: string | null): ((timeS: number) => string) | null {
  // Read as UTC, so that the reader's time zone and its summer time play no part.
  const startMs = startTime === null ? NaN : Date.parse(`${startTime.replace(/Z$/, "")}Z`);
  if (Number.isNaN(startMs)) return null;
  return (timeS) => formatClock(Math.floor(startMs / 1000 + timeS) % DAY_S).replace(/\.\d$/, "");
}
