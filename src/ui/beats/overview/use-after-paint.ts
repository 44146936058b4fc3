import { useEffect, useState } from "react";

/** What takes a moment to compute, null until then: the screen is drawn first. `compute` is memoised by the caller. */
export function useAfterPaint<T>(compute: () => T): T | null {
  const [done, setDone] = useState<{ readonly compute: () => T; readonly value: T } | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setDone({ compute, value: compute() }));
    return () => clearTimeout(timer);
  }, [compute]);
  return done?.compute === compute ? done.value : null;
}
