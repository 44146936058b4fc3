import { useMemo } from "react";
import { rrHistogram } from "../../../ecg/rhythm/rr-histogram.ts";
import { useWidth } from "../../result/use-width.ts";
import { Card } from "../../shared/card.tsx";
import { formatCount, formatCounted, formatFixed } from "../../shared/format.ts";
import { Legend } from "../../shared/legend.tsx";
import type { RecordingView } from "../recording-view.ts";
import { RrHistogramPlot } from "./rr-histogram-plot.tsx";
import styles from "./rr-histogram.module.css";

/** How long RR intervals are, NN ones apart from the others. */
export function RrHistogramCard({ view: { rr } }: { readonly view: Pick<RecordingView, "rr"> }) {
  const [ref, width] = useWidth();
  const histogram = useMemo(() => rrHistogram(rr), [rr]);
  if (histogram === null) return null;
  const { binWidthMs, nn, other, beyond, fromMs } = histogram;
  const total = (counts: Uint32Array) => counts.reduce((sum, count) => sum + count, 0);
  return (
    <Card heading="RR histogram" note={`bins of ${formatFixed(binWidthMs, 2)} ms; bar height: square root of the count`}>
      <div ref={ref} className={styles.plot}>{width > 0 && <RrHistogramPlot histogram={histogram} width={width} />}</div>
      <Legend>
        <li><svg width="14" height="10" aria-hidden><rect width="14" height="10" className={styles.nn} /></svg>NN ({formatCount(total(nn))})</li>
        <li><svg width="14" height="10" aria-hidden><path d="M1,10V1H13V10" className={styles.other} /></svg>not NN, dashed ({formatCount(total(other))})</li>
      </Legend>
      {beyond > 0 && (
        <p className={styles.note}>The last bin also holds {formatCounted(beyond, "interval")} above {formatCount(fromMs + nn.length * binWidthMs)} ms.</p>
      )}
    </Card>
  );
}
