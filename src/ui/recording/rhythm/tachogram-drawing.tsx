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

/** The tachogram without what moves over it. */
export const TachogramDrawing = memo(function TachogramDrawing({ rr, area }: TachogramDrawingProps) {
  const { span, scale, width, height } = area;
  const paths = tachogramPaths(rr, area);
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
      <path d={paths.ectopic} className={styles.ectopic} />
      <path d={paths.outlier} className={styles.outlier} />
      {/* On top: among many ectopic beats the trend of the others stays in sight. */}
      <path d={paths.nn} className={styles.nn} strokeWidth={1.1} />
      <path d={paths.dots} className={styles.nn} strokeWidth={4} />
    </>
  );
});
