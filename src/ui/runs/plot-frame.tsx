import type { ReactNode } from "react";
import type { PlotAxis } from "./plot-axis.ts";
import styles from "./plot-frame.module.css";

interface PlotFrameProps {
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  /** of frame and plot together; 0 while it is not known */
  readonly outerWidth: number;
  /** of the area that is drawn in */
  readonly height: number;
  /** what is to be seen, for screen readers */
  readonly label: string;
  /** draws in an area of `width` × `height` */
  readonly children: (width: number) => ReactNode;
}

const MARGIN = { top: 10, right: 12, bottom: 40, left: 54 } as const;
const TICK_PX = 46;

/** Axes and grid around a drawing. */
export function PlotFrame({ x, y, outerWidth, height, label, children }: PlotFrameProps) {
  const width = Math.max(1, outerWidth - MARGIN.left - MARGIN.right);
  const every = Math.ceil((x.ticks.length * TICK_PX) / width);
  return (
    <svg width="100%" height={height + MARGIN.top + MARGIN.bottom} role="img" aria-label={label} className={styles.plot}>
      {outerWidth > 0 && (
        <g transform={`translate(${MARGIN.left},${MARGIN.top})`}>
          {y.ticks.map(({ at, text }) => (
            <g key={text} transform={`translate(0,${(1 - at) * height})`}>
              <path d={`M0 0H${width}`} className={styles.grid} />
              <text x={-8} dy="0.32em" className={styles.up}>{text}</text>
            </g>
          ))}
          {x.ticks.filter((_, i) => i % every === 0).map(({ at, text }) => (
            <text key={text} x={at * width} y={height + 17} className={styles.across}>{text}</text>
          ))}
          <text x={width / 2} y={height + 35} className={styles.across}>{x.name}</text>
          {children(width)}
        </g>
      )}
    </svg>
  );
}
