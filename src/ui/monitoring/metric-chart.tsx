import type { WatchedMetric } from "../../lifecycle/monitoring/rule.ts";
import { figureText, METRIC_WORDS } from "../../lifecycle/monitoring/rule-words.ts";
import { formatDateTime } from "../shared/format.ts";
import type { ChartSeries } from "./chart-series.ts";
import styles from "./metric-chart.module.css";

interface MetricChartProps {
  readonly metric: WatchedMetric;
  readonly series: ChartSeries;
}

/** In units of the drawing, which is as wide as its place. */
const WIDTH = 320;
const HEIGHT = 130;
const MARGIN = { left: 52, right: 8, top: 8, bottom: 18 } as const;

/** One figure over the checks: a ring for each, a line for what it makes with those before it. */
export function MetricChart({ metric, series: { points, checks } }: MetricChartProps) {
  const { name, kind } = METRIC_WORDS[metric];
  const highest = kind === "share" ? 1 : Math.max(1, ...points.map(({ value }) => value)) * 1.05;
  const x = (position: number) => MARGIN.left + ((position + 0.5) / checks) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (value: number) => MARGIN.top + (1 - value / highest) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const last = points.at(-1);
  return (
    <figure className={styles.chart}>
      <figcaption>{name}{last !== undefined && <>: <strong>{figureText(metric, last.pooled)}</strong></>}</figcaption>
      {last === undefined ? <p className={styles.none}>No check has this figure yet.</p> : (
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${name} over ${checks} checks: last ${figureText(metric, last.value)}, pooled ${figureText(metric, last.pooled)}`}>
          {[0, highest / 2, highest].map((value) => (
            <g key={value}>
              <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(value)} y2={y(value)} className={styles.axis} />
              <text x={MARGIN.left - 6} y={y(value) + 4} textAnchor="end">{figureText(metric, value)}</text>
            </g>
          ))}
          <text x={x(0)} y={HEIGHT - 4} textAnchor="middle">1</text>
          {checks > 1 && <text x={x(checks - 1)} y={HEIGHT - 4} textAnchor="middle">{checks}</text>}
          <path d={points.map(({ position, pooled }, i) => `${i === 0 ? "M" : "L"}${x(position)},${y(pooled)}`).join("")} className={styles.line} />
          {points.map(({ check, position, value }) => (
            <circle key={check.id} cx={x(position)} cy={y(value)} r="3" className={styles.dot}>
              <title>{`${check.name}, ${formatDateTime(check.createdAt)}: ${figureText(metric, value)}`}</title>
            </circle>
          ))}
        </svg>
      )}
    </figure>
  );
}
