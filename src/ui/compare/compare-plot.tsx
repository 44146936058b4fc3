import { useDeferredValue, useMemo } from "react";
import type { LoadedHeartRateCheck } from "../../db/records.ts";
import { countPatient } from "../../ecg/metrics/patient-counts.ts";
import { formatFixed } from "../shared/format.ts";
import { Button } from "../shared/button.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { PLOT_INSET, PLOT_MARGIN, plotGeometry } from "../result/plot/plot-geometry.ts";
import { describePlot, drawnSentence } from "../result/plot/plot-summary.ts";
import { rateAxis } from "../result/plot/rate-axis.ts";
import { SignalChart } from "../result/plot/signal-chart.tsx";
import { longestStepS } from "../result/plot/signal-line.ts";
import { timeTicks, type TimeScale } from "../result/plot/time-axis.ts";
import { usePlotPoints } from "../result/plot/use-plot-points.ts";
import type { TimeRange } from "../result/plot/zoom.ts";
import type { Difference } from "./differences.ts";
import { DifferenceBands } from "./difference-bands.tsx";
import styles from "./compare.module.css";

interface ComparePlotProps {
  readonly check: LoadedHeartRateCheck;
  readonly title: string;
  readonly patient: number;
  readonly view: TimeRange;
  readonly scale: TimeScale;
  readonly width: number;
  readonly differences: readonly Difference[];
}

const HEIGHT = 190;
const TICK_ROOM_PX = 96;

/** One check's marks on the patient's signal, one of several over the same stretch of time. */
export function ComparePlot({ check, title, patient, view, scale, width, differences }: ComparePlotProps) {
  const { analysis } = useServices();
  const { record } = check;
  const series = check.patients[patient];
  const score = check.scores[patient];
  const shown = useMemo(() => ({ timeS: series.timeS, rateBpm: series.rateBpm, label: series.label, score }), [series, score]);
  const settled = useDeferredValue(view);
  const columns = Math.max(0, width - PLOT_MARGIN.left - PLOT_MARGIN.right - 2 * PLOT_INSET);
  const { points, problem, retry } = usePlotPoints({
    analysis,
    seriesKey: `${record.id}/${series.patientId}`,
    series: shown,
    view: { fromS: settled.fromS, toS: settled.toS, columns, threshold: record.threshold },
  });
  const counts = useMemo(() => countPatient(series, score, record.threshold), [series, score, record.threshold]);
  const ticks = useMemo(() => timeTicks(view, scale, Math.max(2, Math.floor(columns / TICK_ROOM_PX))), [view, scale, columns]);
  const rates = useMemo(() => (points === null ? null : rateAxis(points)), [points]);
  const breakAfterS = useMemo(() => longestStepS(series.timeS), [series]);
  return (
    <figure className={styles.figure}>
      <figcaption>
        <b>{title}</b> <span className={styles.note}>threshold {formatFixed(record.threshold, 3)} · {points === null ? "drawing" : drawnSentence(points)}</span>
        <span className={styles.words}>{describePlot({ patientId: series.patientId, counts, view, scale })}</span>
      </figcaption>
      {problem !== null && <ProblemAlert problem={problem}><Button onClick={retry}>Draw again</Button></ProblemAlert>}
      <div className={styles.plot} style={{ height: HEIGHT }} aria-hidden>
        {points !== null && rates !== null && (
          <>
            <DifferenceBands differences={differences} view={view} geometry={plotGeometry({ width, height: HEIGHT, view, rates })} />
            <SignalChart width={width} height={HEIGHT} points={points} view={view} rates={rates} timeTicks={ticks} breakAfterS={breakAfterS} />
          </>
        )}
      </div>
    </figure>
  );
}
