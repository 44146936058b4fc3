import type { RhythmEvent } from "../../../../ecg/rhythm/rhythm-event.ts";
import { EVENT_WORDS, type Urgency } from "../../events/event-kinds.ts";
import type { Surface } from "../canvas/painted-canvas.tsx";
import { drawEventMark, LANES } from "../levels/draw-events.ts";
import type { SheetGeometry, TimeScale } from "./sheet-geometry.ts";

export interface StripEvents {
  /** in the order of time */
  readonly events: readonly RhythmEvent[];
  /** from `eventRows` */
  readonly rows: readonly Urgency[];
  readonly samplingRateHz: number;
}

const ROW_PX = 16;

/** The urgencies that a recording's events have, the most urgent first: each gets a row above the strip. */
export function eventRows(events: readonly RhythmEvent[]): readonly Urgency[] {
  return LANES.filter((urgency) => events.some(({ kind }) => EVENT_WORDS[kind].urgency === urgency));
}

/** Room for the rows of events. */
export function eventRowsPx(rows: readonly Urgency[]): number {
  return rows.length * ROW_PX;
}

/** The rhythm events in view above everything else: a line from the first beat to the last, with mark and name. */
export function drawStripEvents({ context, ink }: Surface, { plotLeftPx, widthPx }: SheetGeometry, time: TimeScale, { events, rows, samplingRateHz }: StripEvents): void {
  const inView = { from: time.timeAt(plotLeftPx) * samplingRateHz, to: time.timeAt(widthPx) * samplingRateHz };
  context.font = "11px system-ui, sans-serif";
  context.textAlign = "left";
  context.textBaseline = "middle";
  const namedUpTo = rows.map(() => -Infinity);
  for (const { kind, startSample, endSample } of events) {
    if (startSample > inView.to) break;
    if (endSample < inView.from) continue;
    const from = Math.max(time.xOf(startSample / samplingRateHz), plotLeftPx);
    const to = Math.min(time.xOf(endSample / samplingRateHz), widthPx);
    const { name, urgency } = EVENT_WORDS[kind];
    const row = rows.indexOf(urgency);
    const y = (row + 0.5) * ROW_PX;
    context.fillStyle = urgency === "pattern" ? ink.muted : ink.cautionLine;
    context.fillRect(from, y - (urgency === "urgent" ? 1.5 : 0.75), Math.max(to - from, 2), urgency === "urgent" ? 3 : 1.5);
    if (from < namedUpTo[row]) continue;
    const nameEnd = from + 20 + context.measureText(name).width;
    if (nameEnd > widthPx) continue;
    namedUpTo[row] = nameEnd;
    drawEventMark({ context, ink }, urgency, from + 6, y);
    context.fillStyle = ink.card;
    context.fillRect(from + 13, y - 7, nameEnd - from - 11, 14);
    context.fillStyle = ink.ink;
    context.fillText(name, from + 15, y + 0.5);
  }
}
