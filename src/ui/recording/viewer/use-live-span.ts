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
  // The focus's last change that came from here. While the screen follows it, a movement may still set out from the span before.
  const [told, setTold] = useState<Movement | null>(null);
  const isOurs = movement !== null && (movement.from === span || (told?.span === span && told.from === movement.from));
  const live = isOurs && movement.span !== span ? movement.span : null;
  useEffect(() => {
    if (live === null) return;
    const timer = setTimeout(() => {
      setTold({ span: live, from: span });
      setSpan(live);
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [live, span, setSpan]);
  const move = useCallback((to: TimeSpan) => setMovement({ span: to, from: span }), [span]);
  return useMemo(() => [live ?? span, move], [live, span, move]);
}
