import { barsPath } from "./beat-paths.ts";
import styles from "./beat-chart.module.css";

interface AttributionBandProps {
  readonly values: Float32Array;
  readonly xOf: (sample: number) => number;
  /** of the band, in the chart */
  readonly top: number;
  readonly height: number;
  readonly right: number;
}

/** How much each sample spoke for (up) or against (down) a class, on the beat's own axis of time. */
export function AttributionBand({ values, xOf, top, height, right }: AttributionBandProps) {
  const most = values.reduce((high, value) => Math.max(high, Math.abs(value)), 0) || 1;
  const middle = top + height / 2;
  const scale = { xOf, yOf: (value: number) => middle - (value / most) * (height / 2) };
  return (
    <g>
      <path className={styles.pro} d={barsPath(values, 1, scale)} />
      <path className={styles.contra} d={barsPath(values, -1, scale)} />
      <line className={styles.zero} x1={xOf(0)} x2={right} y1={middle} y2={middle} />
      <text className={styles.tick} x={xOf(0) - 6} y={top + 12} textAnchor="end">for</text>
      <text className={styles.tick} x={xOf(0) - 6} y={top + height - 4} textAnchor="end">against</text>
    </g>
  );
}
