import type { RhythmEvent } from "../../../../ecg/rhythm/rhythm-event.ts";
import { EVENT_WORDS, type Urgency } from "../../events/event-kinds.ts";
import { EVENT_PATHS } from "../../events/event-paths.ts";
import type { Surface } from "../canvas/painted-canvas.tsx";

/** From top to bottom, a lane each: where an event stands says how soon to look at it, beside its shape. */
export const LANES: readonly Urgency[] = ["urgent", "rhythm", "pattern"];
export const LANE_PX = 12;
const LEAST_WIDTH_PX = 2;
const MARK_ROOM_PX = 11;

export interface EventLanes {
  readonly events: readonly RhythmEvent[];
  readonly xOfSample: (sample: number) => number;
  readonly leftPx: number;
  readonly rightPx: number;
  readonly topPx: number;
}

/** Events in three lanes: a bar as long as the event, and its mark where there is room. */
export function drawEvents({ context, ink }: Surface, { events, xOfSample, leftPx, rightPx, topPx }: EventLanes): void {
  const lastMark = new Map<Urgency, number>();
  for (const { kind, startSample, endSample } of events) {
    const { urgency } = EVENT_WORDS[kind];
    const from = Math.max(xOfSample(startSample), leftPx);
    const to = Math.min(Math.max(xOfSample(endSample), from + LEAST_WIDTH_PX), rightPx);
    if (to <= leftPx || from >= rightPx) continue;
    const middle = topPx + LANES.indexOf(urgency) * LANE_PX + LANE_PX / 2;
    context.fillStyle = urgency === "pattern" ? ink.muted : ink.cautionLine;
    const height = urgency === "urgent" ? 7 : 3;
    context.fillRect(from, middle - height / 2, to - from, height);
    if (from - (lastMark.get(urgency) ?? -Infinity) < MARK_ROOM_PX) continue;
    lastMark.set(urgency, from);
    drawEventMark({ context, ink }, urgency, Math.min(from + 5, rightPx - 6), middle);
  }
}

/** The marks of the lanes, beside them: what stands in each. */
export function drawLaneMarks(surface: Surface, xPx: number, topPx: number): void {
  LANES.forEach((urgency, lane) => drawEventMark(surface, urgency, xPx, topPx + (lane + 0.5) * LANE_PX));
}

/** An event's mark, as lists show it, on a canvas. */
export function drawEventMark({ context, ink }: Pick<Surface, "context" | "ink">, urgency: Urgency, x: number, y: number): void {
  context.save();
  context.translate(x, y);
  context.scale(0.72, 0.72);
  const path = new Path2D(EVENT_PATHS[urgency]);
  context.lineWidth = 4;
  context.strokeStyle = ink.card;
  context.stroke(path);
  context.fillStyle = urgency === "rhythm" ? ink.card : urgency === "urgent" ? ink.cautionLine : ink.muted;
  context.fill(path);
  context.strokeStyle = urgency === "pattern" ? ink.muted : ink.cautionLine;
  context.lineWidth = 2.2;
  if (urgency === "rhythm") context.stroke(path);
  context.restore();
}
