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
