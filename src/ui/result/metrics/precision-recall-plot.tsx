import { useId } from "react";
import { CartesianGrid, Line, LineChart, ReferenceDot, XAxis, YAxis } from "recharts";
import { precision, recall, type Confusion } from "../../../ecg/metrics/confusion.ts";
import type { PrecisionRecallCurve } from "../../../ecg/metrics/precision-recall.ts";
import { formatShare } from "../../shared/format.ts";
import { UnmeasuredLine } from "../unmeasured-line.tsx";
import { useWidth } from "../use-width.ts";
import styles from "./precision-recall-plot.module.css";

interface PrecisionRecallPlotProps {
  readonly curve: PrecisionRecallCurve;
  /** at the threshold in use */
  readonly confusion: Confusion;
  /** the threshold in use, as it is printed */
  readonly threshold: string;
}

const HEIGHT = 236;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];
const tick = (share: number) => share.toFixed(1).replace(/^0(?=\.[^0])/, "");

/** Precision against recall over all thresholds, with the point in use. */
export function PrecisionRecallPlot({ curve, confusion, threshold }: PrecisionRecallPlotProps) {
  const captionId = useId();
  const [ref, width] = useWidth();
  const points = Array.from(curve.recall, (value, i) => ({ recall: value, precision: curve.precision[i] }));
  const inUse = { precision: precision(confusion), recall: recall(confusion) };
  return (
    <figure className={styles.figure} aria-labelledby={captionId}>
      <div ref={ref} className={styles.chart} aria-hidden>
        {width > 0 && (
          <LineChart width={width} height={HEIGHT} data={points} margin={{ top: 8, right: 12, bottom: 18, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid stroke="var(--line)" />
            <XAxis
              dataKey="recall" type="number" domain={[0, 1]} ticks={TICKS} tickFormatter={tick} stroke="var(--control-line)" tick={{ fill: "var(--muted)", fontSize: 11 }}
              label={{ value: "Recall", position: "insideBottom", offset: -12, fill: "var(--muted)", fontSize: 12 }}
            />
            <YAxis
              type="number" domain={[0, 1]} ticks={TICKS} tickFormatter={tick} width={46} stroke="var(--control-line)" tick={{ fill: "var(--muted)", fontSize: 11 }}
              label={{ value: "Precision", angle: -90, position: "insideLeft", offset: 12, fill: "var(--muted)", fontSize: 12, style: { textAnchor: "middle" } }}
            />
            {/* Each threshold holds its precision back to the recall before it, as average precision sums it. */}
            <Line dataKey="precision" type="stepBefore" stroke="var(--accent)" strokeWidth={1.6} dot={false} isAnimationActive={false} shape={UnmeasuredLine} />
            {inUse.precision !== null && inUse.recall !== null && (
              <ReferenceDot x={inUse.recall} y={inUse.precision} r={6} fill="var(--accent)" stroke="var(--card)" strokeWidth={2} />
            )}
          </LineChart>
        )}
      </div>
      <figcaption id={captionId} className={styles.caption}>
        Precision–recall curve, average precision {formatShare(curve.averagePrecision)}. In use, at {threshold}: precision{" "}
        {formatShare(inUse.precision)}, recall {formatShare(inUse.recall)}.
      </figcaption>
    </figure>
  );
}
