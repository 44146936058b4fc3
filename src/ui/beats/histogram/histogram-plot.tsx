import { useId, useMemo, type ReactNode } from "react";
import { MarkShape } from "../../result/plot/mark-shape.tsx";
import { roundStep } from "../../result/plot/rate-axis.ts";
import { formatCount } from "../../shared/format.ts";
import type { ErrorBins } from "./error-bins.ts";
import { countTicks, histogramPath, shareOfHeight, type CountScale } from "./histogram-paths.ts";
import styles from "./histogram-plot.module.css";

interface HistogramPlotProps {
  readonly bins: ErrorBins;
  readonly scale: CountScale;
  readonly threshold: number;
  readonly width: number;
  /** lies over the plot area, whose width it is given; absent on paper */
  readonly handle?: ((plotWidth: number) => ReactNode) | undefined;
}

/** The sheet of this component follows it. */
const HEIGHT = 250;
const MARGIN = { top: 24, right: 14, bottom: 40, left: 50 } as const;
const PLOT_HEIGHT = HEIGHT - MARGIN.top - MARGIN.bottom;
/** A side of the threshold narrower than this is not named. */
const NAMED_PX = 128;
const TICK_EVERY_PX = 80;

/** Reconstruction errors of normal beats (grey, plain) and anomalous ones (red, hatched), one over the other, and what the threshold predicts. */
export function HistogramPlot({ bins, scale, threshold, width, handle }: HistogramPlotProps) {
  const hatchId = useId();
  const plotWidth = Math.max(width - MARGIN.left - MARGIN.right, 1);
  const thresholdX = Math.min(threshold / bins.upper, 1) * plotWidth;
  const { outlines, ticks, highest } = useMemo(() => {
    const highest = Math.max(...bins.normal, ...bins.anomalous, ...bins.unlabelled);
    const outline = (counts: Uint32Array) => histogramPath(counts, { width: plotWidth, height: PLOT_HEIGHT, highest, scale });
    return {
      outlines: { normal: outline(bins.normal), anomalous: outline(bins.anomalous), unlabelled: outline(bins.unlabelled) },
      ticks: countTicks(highest, { height: PLOT_HEIGHT, scale }),
      highest,
    };
  }, [bins, scale, plotWidth]);
  const errorStep = roundStep((bins.upper * TICK_EVERY_PX) / plotWidth);
  const errorTicks = Array.from({ length: Math.floor(bins.upper / errorStep) + 1 }, (_, i) => Number((i * errorStep).toPrecision(12)));

  return (
    <div className={styles.plot}>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} aria-hidden>
        <pattern id={hatchId} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0,0V6" stroke="var(--true)" strokeWidth={1.6} opacity={0.55} />
        </pattern>
        <g transform={`translate(${MARGIN.left},${MARGIN.top})`}>
          <rect x={thresholdX} width={plotWidth - thresholdX} height={PLOT_HEIGHT} className={styles.predicted} />
          {ticks.map((tick) => {
            const y = PLOT_HEIGHT * (1 - shareOfHeight(tick, highest, scale));
            return (
              <g key={tick}>
                <path d={`M0,${y}H${plotWidth}`} className={styles.grid} />
                <text x={-8} y={y + 4} className={styles.countTick}>{formatCount(tick)}</text>
              </g>
            );
          })}
          <path d={outlines.unlabelled} className={styles.unlabelled} />
          <path d={outlines.normal} className={styles.normal} />
          <path d={outlines.anomalous} className={styles.anomalous} fill={`url(#${hatchId})`} />
          <path d={`M0,${PLOT_HEIGHT}H${plotWidth}`} className={styles.base} />
          <path d={`M${thresholdX},-6V${PLOT_HEIGHT}`} className={styles.threshold} />
          {errorTicks.map((tick) => (
            <text key={tick} x={(tick / bins.upper) * plotWidth} y={PLOT_HEIGHT + 16} className={styles.errorTick}>{tick}</text>
          ))}
          <text x={plotWidth / 2} y={PLOT_HEIGHT + 34} className={styles.title}>Reconstruction error</text>
          {thresholdX >= NAMED_PX && <text x={thresholdX - 8} y={-9} className={styles.left}>predicted normal</text>}
          {plotWidth - thresholdX >= NAMED_PX && (
            <>
              <MarkShape kind="predicted" x={thresholdX + 12} y={-13} />
              <text x={thresholdX + 21} y={-9} className={styles.right}>predicted anomalous</text>
            </>
          )}
        </g>
      </svg>
      {handle !== undefined && (
        <div className={styles.area} style={{ left: MARGIN.left, top: MARGIN.top, width: plotWidth, height: PLOT_HEIGHT }}>{handle(plotWidth)}</div>
      )}
    </div>
  );
}
