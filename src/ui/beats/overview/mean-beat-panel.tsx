import type { ClassMean } from "../../../ecg/beats/class-means.ts";
import { MARK_PARTS, MARK_STROKE_WIDTH } from "../../result/plot/mark-paths.ts";
import { momentTicks, type BeatTime } from "../beat/beat-axes.ts";
import { areaPath, linePath, type BeatScale } from "../beat/beat-paths.ts";
import { bandEdges, markedSample } from "./mean-beat-range.ts";
import styles from "./mean-beat-panel.module.css";

interface MeanBeatPanelProps {
  readonly kind: "true" | "predicted";
  /** null without beats */
  readonly mean: ClassMean | null;
  readonly isAnomalous: boolean;
  readonly time: BeatTime;
  readonly size: { readonly width: number; readonly height: number };
  readonly yOf: (amplitude: number) => number;
  readonly gridYs: readonly number[];
}

/** Even the narrowest panel has room for this many. */
const LEAST_TICKS = 4;
const TICK_EVERY_PX = 40;

/** The mean of some beats within its band: a plain line with a cross where it is true, a dotted one with a dot where it is predicted. */
export function MeanBeatPanel({ kind, mean, isAnomalous, time, size: { width, height }, yOf, gridYs }: MeanBeatPanelProps) {
  const xOf = (sample: number) => (sample / Math.max(time.samplesPerBeat - 1, 1)) * width;
  const moments = momentTicks(time, Math.max(Math.floor(width / TICK_EVERY_PX), LEAST_TICKS));
  return (
    <g className={styles.panel} data-kind={kind} data-anomalous={isAnomalous || undefined}>
      <rect className={styles.frame} width={width} height={height} />
      <path className={styles.grid} d={[...gridYs.map((y) => `M0,${y}H${width}`), ...moments.map(({ at }) => `M${xOf(at)},0V${height}`)].join("")} />
      {moments.map(({ at, label }) => {
        const x = xOf(at);
        return <text key={label} x={x} y={height + 14} textAnchor={x < 10 ? "start" : x > width - 10 ? "end" : "middle"} className={styles.tick}>{label}</text>;
      })}
      {mean === null
        ? <text x={width / 2} y={height / 2} textAnchor="middle" className={styles.tick}>no beats</text>
        : <MeanBeat kind={kind} mean={mean} xOf={xOf} yOf={yOf} />}
    </g>
  );
}

function MeanBeat({ kind, mean: { mean, deviation }, xOf, yOf }: BeatScale & { readonly kind: "true" | "predicted"; readonly mean: ClassMean }) {
  const { upper, lower } = bandEdges({ mean, deviation });
  const marked = markedSample(mean);
  return (
    <>
      <path className={styles.band} d={areaPath(upper, lower, { xOf, yOf })} />
      <path className={styles.line} d={linePath(mean, { xOf, yOf })} />
      <path className={styles.mark} d={MARK_PARTS[kind][0].path} strokeWidth={MARK_STROKE_WIDTH} transform={`translate(${xOf(marked)},${yOf(mean[marked])})`} />
    </>
  );
}
