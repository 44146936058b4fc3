import { startTransition, useLayoutEffect, useRef, useState, type RefObject } from "react";

/** The width of an element in whole pixels, known before it is painted and followed as it changes; 0 until it is laid out. */
export function useWidth(): [ref: RefObject<HTMLDivElement | null>, width: number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    measure();
    // What depends on the width are charts: drawing them anew may be interrupted by input.
    const observer = new ResizeObserver(() => startTransition(measure));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
