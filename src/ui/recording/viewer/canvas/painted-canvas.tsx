import { useLayoutEffect, useRef } from "react";
import { inkOf, type Ink } from "./ink.ts";
import { useColourScheme, usePixelRatio } from "./use-screen.ts";
import styles from "./painted-canvas.module.css";

/** What a painter draws on: pixels are CSS pixels, `ratio` of the screen's own lie in one. */
export interface Surface {
  readonly context: CanvasRenderingContext2D;
  readonly ink: Ink;
  readonly ratio: number;
}

export type Paint = (surface: Surface) => void;

interface PaintedCanvasProps {
  readonly widthPx: number;
  readonly heightPx: number;
  /** draws everything; the canvas is painted anew in the next frame whenever this is another function */
  readonly paint: Paint;
}

/** A canvas as sharp as the screen, painted once a frame and only when something changed. */
export function PaintedCanvas({ widthPx, heightPx, paint }: PaintedCanvasProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio();
  const scheme = useColourScheme();

  useLayoutEffect(() => {
    const request = requestAnimationFrame(() => {
      const canvas = ref.current;
      const context = canvas?.getContext("2d");
      if (!canvas || !context) return;
      const [width, height] = [Math.round(widthPx * ratio), Math.round(heightPx * ratio)];
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, widthPx, heightPx);
      paint({ context, ink: inkOf(canvas, scheme), ratio });
    });
    return () => cancelAnimationFrame(request);
  }, [widthPx, heightPx, ratio, scheme, paint]);

  return <canvas ref={ref} aria-hidden className={styles.canvas} style={{ width: widthPx, height: heightPx }} />;
}
