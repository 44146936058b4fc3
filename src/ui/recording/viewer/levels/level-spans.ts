import type { TimeSpan } from "../../recording-view.ts";
import { aroundMiddle, keepInside, spanWidth } from "../strip-scale.ts";

/** What the middle level shows at first, and the least it is narrowed to. */
const MINUTES_S = 120;
/** So much more than the strip: else its window would have no room to be dragged. */
const TIMES_STRIP = 4;
/** A level that shows hardly more than the one below it is left out. */
const WORTH_TIMES = 1.25;

/** Which levels there are above the strip. */
export interface Levels {
  readonly hasWhole: boolean;
  readonly hasMinutes: boolean;
}

/** Levels above a strip of this width: none over a recording that it shows whole, one over a few minutes, else two. */
export function levelsOf(durationS: number, stripS: number): Levels {
  const hasMinutes = durationS > WORTH_TIMES * stripS;
  return { hasMinutes, hasWhole: hasMinutes && durationS > WORTH_TIMES * leastMinutes(stripS) };
}

const leastMinutes = (stripS: number) => Math.max(MINUTES_S, TIMES_STRIP * stripS);

/** The middle level around a strip, as wide as it comes at first. */
export function minutesAround(strip: TimeSpan, durationS: number): TimeSpan {
  return keepInside(aroundMiddle(strip, Math.min(leastMinutes(spanWidth(strip)), durationS)), durationS);
}

/** The middle level once the strip has moved: as it was while it holds the strip, else with the strip in its middle; wider where the strip has outgrown it. The same object where nothing changes. */
export function followStrip(minutes: TimeSpan, strip: TimeSpan, durationS: number): TimeSpan {
  const shown = Math.min(spanWidth(strip), durationS);
  const inside = { fromS: Math.max(0, strip.fromS), toS: Math.min(strip.toS, durationS) };
  const isHeld = inside.fromS >= minutes.fromS - 1e-6 && inside.toS <= minutes.toS + 1e-6 && minutes.toS <= durationS + 1e-6;
  if (isHeld && (spanWidth(minutes) >= 1.05 * shown || spanWidth(minutes) >= durationS - 1e-6)) return minutes;
  const width = spanWidth(minutes) >= 1.5 * shown ? spanWidth(minutes) : TIMES_STRIP * shown;
  return keepInside(aroundMiddle(inside, Math.min(width, durationS)), durationS);
}

/** The strip once the middle level has been moved or resized from one stretch to another: it goes along, and stays within it. */
export function stripWithin(strip: TimeSpan, from: TimeSpan, to: TimeSpan): TimeSpan {
  const width = spanWidth(strip);
  const movedS = spanWidth(from) === spanWidth(to) ? to.fromS - from.fromS : 0;
  const fromS = Math.max(to.fromS, Math.min(strip.fromS + movedS, to.toS - width));
  return { fromS, toS: fromS + width };
}

/** A stretch of the middle level as it may be: not narrower than the strip needs. */
export function leastMinutesSpan(minutes: TimeSpan, strip: TimeSpan, durationS: number): TimeSpan {
  const least = Math.min(1.5 * spanWidth(strip), durationS);
  return spanWidth(minutes) >= least ? keepInside(minutes, durationS) : keepInside(aroundMiddle(minutes, least), durationS);
}
