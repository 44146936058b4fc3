import { useMemo } from "react";
import { useWidth } from "../../result/use-width.ts";
import { rangeOf } from "../gallery/wave-path.ts";
import { AttributionBand } from "./attribution-band.tsx";
import { amplitudeTicks, momentTicks, type BeatTime } from "./beat-axes.ts";
import { areaPath, linePath } from "./beat-paths.ts";
import { peakSpan } from "./peak-spans.ts";
import type { ExplainedSamples } from "./sample-facts.ts";
import { SampleReader } from "./sample-reader.tsx";
import styles from "./beat-chart.module.css";

interface BeatChartProps {
  /** what is not there yet, or not of this model, is null */
  readonly beat: ExplainedSamples;
  readonly time: BeatTime;
  /** whether room is kept for an attribution, so that nothing jumps when it arrives */
  readonly hasBand: boolean;
  /** what the chart shows, for those who do not see it */
  readonly label: string;
}

/** On a phone, and where there is room. */
const HEIGHTS = [240, 330] as const;
const ROOMY_PX = 560;
const BAND_HEIGHT = 72;
const MARGIN = { top: 10, right: 14, bottom: 38, left: 46 } as const;
const TICK_EVERY_PX = 60;

/** One beat with its axes; over it what an autoencoder made of it, or below it what each sample spoke for. */
export function BeatChart({ beat, time, hasBand, label }: BeatChartProps) {
  const { samples, reconstruction, attribution } = beat;
  const [ref, width] = useWidth();
  const plotWidth = Math.max(width - MARGIN.left - MARGIN.right, 1);
  const height = HEIGHTS[width < ROOMY_PX ? 0 : 1];
  const plotHeight = height - MARGIN.top - MARGIN.bottom;
  const { scale, ticks } = useMemo(() => {
    const ranges = [rangeOf(samples), ...(reconstruction === null ? [] : [rangeOf(reconstruction)])];
    const low = Math.min(...ranges.map((range) => range.low));
    const high = Math.max(...ranges.map((range) => range.high));
    const room = (high - low) * 0.05 || 1;
    const span = high - low + 2 * room;
    return {
      scale: {
        xOf: (sample: number) => MARGIN.left + (sample / Math.max(samples.length - 1, 1)) * plotWidth,
        yOf: (value: number) => MARGIN.top + (1 - (value - low + room) / span) * plotHeight,
      },
      ticks: amplitudeTicks({ low: low - room, high: high + room }, 5),
    };
  }, [samples, reconstruction, plotWidth, plotHeight]);
  const moments = momentTicks(time, Math.max(Math.floor(plotWidth / TICK_EVERY_PX), 2));
  const peak = attribution === null ? null : peakSpan(attribution.values);
  const bottom = height - MARGIN.bottom;
  const fullHeight = height + (hasBand ? BAND_HEIGHT : 0);
  return (
    <div ref={ref} className={styles.chart} style={{ height: fullHeight }}>
      {width > 0 && (
        <svg width={width} height={fullHeight} role="img" aria-label={label}>
          {peak !== null && (
            <rect className={styles.peak} x={scale.xOf(peak.from - 0.5)} width={scale.xOf(peak.to - peak.from + 1) - scale.xOf(0)} y={MARGIN.top} height={plotHeight} />
          )}
          {ticks.map(({ at, label: text }) => (
            <g key={text}>
              <line className={styles.grid} x1={MARGIN.left} x2={width - MARGIN.right} y1={scale.yOf(at)} y2={scale.yOf(at)} />
              <text className={styles.tick} x={MARGIN.left - 6} y={scale.yOf(at) + 4} textAnchor="end">{text}</text>
            </g>
          ))}
          {moments.map(({ at, label: text }) => (
            <g key={text}>
              <line className={styles.grid} x1={scale.xOf(at)} x2={scale.xOf(at)} y1={MARGIN.top} y2={bottom} />
              <text className={styles.tick} x={scale.xOf(at)} y={bottom + 15} textAnchor="middle">{text}</text>
            </g>
          ))}
          <text className={styles.tick} x={MARGIN.left + plotWidth / 2} y={bottom + 31} textAnchor="middle">
            {time.samplingRateHz === null ? "Sample" : "Time in the beat (ms)"}
          </text>
          {reconstruction !== null && <path className={styles.error} d={areaPath(samples, reconstruction, scale)} />}
          <path className={styles.wave} d={linePath(samples, scale)} />
          {reconstruction !== null && <path className={styles.reconstruction} d={linePath(reconstruction, scale)} />}
          {attribution !== null && <AttributionBand values={attribution.values} xOf={scale.xOf} top={height} height={BAND_HEIGHT - 4} right={width - MARGIN.right} />}
        </svg>
      )}
      {width > 0 && (
        <SampleReader
          beat={beat} time={time} scale={scale}
          area={{ left: MARGIN.left, top: MARGIN.top, width: plotWidth, height: hasBand ? fullHeight - MARGIN.top : plotHeight }}
        />
      )}
    </div>
  );
}
