import { useCallback, useState } from "react";
import type { TimeSpan } from "../../recording-view.ts";
import { followStrip, leastMinutesSpan, levelsOf, minutesAround, stripWithin, type Levels } from "./level-spans.ts";
import { spanWidth } from "../strip-scale.ts";

interface LinkedLevels extends Levels {
  /** what the middle level shows; it always holds the strip */
  readonly minutes: TimeSpan;
  /** the middle level moved or resized in the one above: the strip goes along */
  readonly showMinutes: (minutes: TimeSpan) => void;
}

/** The levels above the strip, moved by it and moving it. */
export function useLevels(strip: TimeSpan, durationS: number, onStrip: (strip: TimeSpan) => void): LinkedLevels {
  const [kept, setKept] = useState(() => minutesAround(strip, durationS));
  const minutes = followStrip(kept, strip, durationS);
  // While rendering, so that no frame shows a level without the strip in it.
  if (minutes !== kept) setKept(minutes);
  const showMinutes = useCallback((wanted: TimeSpan) => {
    const next = leastMinutesSpan(wanted, strip, durationS);
    setKept(next);
    onStrip(stripWithin(strip, minutes, next));
  }, [strip, minutes, durationS, onStrip]);
  return { ...levelsOf(durationS, spanWidth(strip)), minutes, showMinutes };
}
