import { useMemo } from "react";
import type { RrHistogram } from "../../../ecg/rhythm/rr-histogram.ts";
import { countTicks, histogramPath, shareOfHeight } from "../../beats/histogram/histogram-paths.ts";
import { roundStep } from "../../result/plot/rate-axis.ts";
import { formatCount } from "../../shared/format.ts";
import chart from "./chart.module.css";
import styles from "./rr-histogram.module.css";

interface RrHistogramPlotProps {
  readonly histogram: RrHistogram;
  readonly width: number;
}

/** The sheet of this component follows it. */
const HEIGHT = 360;
const MARGIN = { top: 10, right: 14, bottom: 40, left: 50 } as const;
const PLOT_HEIGHT = HEIGHT - MARGIN.top - MARGIN.bottom;
const TICK_EVERY_PX = 60;
/** Keeps a few ectopic intervals in sight beside thousands. */
const SCALE = "square-root";

export function RrHistogramPlot({ histogram: { nn, other, fromMs, binWidthMs }, width }: RrHistogramPlotProps) {
  const plotWidth = Math.max(1, width - MARGIN.left - MARGIN.right);
  const { outlines, ticks, highest } = useMemo(() => {
    const highest = [nn, other].flatMap((counts) => [...counts]).reduce((most, count) => Math.max(most, count), 0);
    const outline = (counts: Uint32Array) => histogramPath(counts, { width: plotWidth, height: PLOT_HEIGHT, highest, scale: SCALE });
    return { outlines: { nn: outline(nn), other: outline(other) }, ticks: countTicks(highest, { height: PLOT_HEIGHT, scale: SCALE }), highest };
  }, [nn, other, plotWidth]);
  const reachMs = nn.length * binWidthMs;
  const step = roundStep((reachMs * TICK_EVERY_PX) / plotWidth);
  const first = Math.ceil(fromMs / step);
  const msTicks = Array.from({ length: Math.max(0, Math.floor((fromMs + reachMs) / step) - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return (
    <svg width={width} height={HEIGHT} aria-hidden>
      <g transform={`translate(${MARGIN.left},${MARGIN.top})`}>
        {ticks.map((tick) => {
          const y = PLOT_HEIGHT * (1 - shareOfHeight(tick, highest, SCALE));
          return (
            <g key={tick}>
              <path d={`M0,${y}H${plotWidth}`} className={chart.grid} />
              <text x={-8} y={y + 4} className={chart.up}>{formatCount(tick)}</text>
            </g>
          );
        })}
        <path d={outlines.nn} className={styles.nn} />
        <path d={outlines.other} className={styles.other} />
        <path d={`M0,${PLOT_HEIGHT}H${plotWidth}`} className={chart.base} />
        {msTicks.map((tick) => (
          <text key={tick} x={((tick - fromMs) / reachMs) * plotWidth} y={PLOT_HEIGHT + 16} className={chart.across}>{formatCount(tick)}</text>
        ))}
        <text x={plotWidth / 2} y={PLOT_HEIGHT + 34} className={chart.title}>RR interval (ms)</text>
      </g>
    </svg>
  );
}
