import { startTransition, useEffect, useRef, useState, type RefObject } from "react";

/** The width of an element in whole pixels, followed as it changes; 0 until it is laid out. */
export function useWidth(): [ref: RefObject<HTMLDivElement | null>, width: number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    // What depends on the width are charts: their rendering may be interrupted by input.
    const measure = () => startTransition(() => setWidth(Math.floor(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
