import { memo } from "react";
import type { RrSeries } from "../../../ecg/rhythm/rr-series.ts";
import { timeTicks } from "../../result/plot/time-axis.ts";
import { tachogramPaths, xOf, type TachogramArea } from "./tachogram-paths.ts";
import styles from "./chart.module.css";

interface TachogramDrawingProps {
  readonly rr: RrSeries;
  readonly area: TachogramArea;
}

const TICK_EVERY_PX = 90;
/** Intervals closer than this are drawn as a line without dots. */
const DOT_ROOM_PX = 5;

/** The tachogram without what moves over it. */
export const TachogramDrawing = memo(function TachogramDrawing({ rr, area }: TachogramDrawingProps) {
  const { span, scale, width, height } = area;
  const paths = tachogramPaths(rr, area);
  const perPixel = (rr.endBeat.length * (span.toS - span.fromS) * rr.samplingRateHz) / ((rr.peakSample.at(-1) ?? 1) * width);
  const nnWidth = perPixel * DOT_ROOM_PX < 1 ? 1.4 : 1;
  return (
    <>
      {scale.ticks.map((tick) => {
        const y = height * (1 - (tick - scale.low) / (scale.high - scale.low));
        return (
          <g key={tick}>
            <path d={`M0,${y}H${width}`} className={styles.grid} />
            <text x={-8} y={y + 4} className={styles.up}>{tick}</text>
          </g>
        );
      })}
      {timeTicks(span, "elapsed", Math.max(2, Math.floor(width / TICK_EVERY_PX))).map(({ timeS, label }) => (
        <text key={timeS} x={xOf(timeS, span, width)} y={height + 16} className={styles.across}>{label}</text>
      ))}
      <path d={`M0,${height}H${width}`} className={styles.base} />
      <path d={paths.nn} className={styles.nn} strokeWidth={nnWidth} />
      <path d={paths.outlier} className={styles.outlier} />
      <path d={paths.ectopic} className={styles.ectopic} />
    </>
  );
});
