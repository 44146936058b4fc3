import { useCallback, useEffect, useMemo, useState } from "react";
import type { RecordingFocus, TimeSpan } from "../recording-view.ts";

/** After so long without a movement, the rest of the screen follows the strip. */
const SETTLE_MS = 160;

interface Movement {
  readonly span: TimeSpan;
  /** the focus's span that it set out from: once that is another, somebody else has moved the strip */
  readonly from: TimeSpan;
}

/**
 * The stretch wanted in the strip, moved freely at the screen's rate: the focus, which events, charts and templates hang
 * on, is told when the movement has come to rest.
 */
export function useLiveSpan({ span, setSpan }: Pick<RecordingFocus, "span" | "setSpan">): [wanted: TimeSpan, move: (span: TimeSpan) => void] {
  const [movement, setMovement] = useState<Movement | null>(null);
  const live = movement !== null && movement.from === span ? movement.span : null;
  useEffect(() => {
    if (live === null) return;
    const timer = setTimeout(() => setSpan(live), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [live, setSpan]);
  const move = useCallback((to: TimeSpan) => setMovement({ span: to, from: span }), [span]);
  return useMemo(() => [live ?? span, move], [live, span, move]);
}
