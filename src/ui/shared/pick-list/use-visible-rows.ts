import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from "react";

interface VisibleRows {
  readonly ref: RefObject<HTMLDivElement | null>;
  /** the first row to render, and the one after the last */
  readonly from: number;
  readonly to: number;
  /** scrolls no further than needed */
  readonly scrollTo: (index: number) => void;
}

/** Rows rendered above and below those in sight. */
const MARGIN_ROWS = 6;

/** Which rows of equal height to render in a scrolling box, so that thousands of them stay light. */
export function useVisibleRows(count: number, rowHeightPx: number): VisibleRows {
  const ref = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ from: 0, to: 30 });

  useLayoutEffect(() => {
    const box = ref.current;
    if (box === null) return;
    const look = () => {
      const from = Math.floor(box.scrollTop / rowHeightPx) - MARGIN_ROWS;
      const to = Math.ceil((box.scrollTop + box.clientHeight) / rowHeightPx) + MARGIN_ROWS;
      setSight((last) => (last.from === from && last.to === to ? last : { from, to }));
    };
    look();
    box.addEventListener("scroll", look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(box);
    return () => {
      box.removeEventListener("scroll", look);
      observer.disconnect();
    };
  }, [rowHeightPx]);

  const scrollTo = useCallback((index: number) => {
    const box = ref.current;
    if (box === null) return;
    const top = index * rowHeightPx;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + rowHeightPx > box.scrollTop + box.clientHeight) box.scrollTop = top + rowHeightPx - box.clientHeight;
  }, [rowHeightPx]);

  return { ref, from: Math.max(0, sight.from), to: Math.min(count, sight.to), scrollTo };
}
