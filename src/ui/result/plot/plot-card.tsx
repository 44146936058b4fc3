import { useDeferredValue, useId, useMemo, useState, type Dispatch } from "react";
import type { PlotView } from "../../../ecg/drawing/plot-points.ts";
import type { AnomalyEvent } from "../../../ecg/heart-rate/events.ts";
import { UNLABELLED } from "../../../ecg/table.ts";
import type { Counts } from "../metrics/check-counts.ts";
import { Button } from "../../shared/button.tsx";
import { Card } from "../../shared/card.tsx";
import { ProblemAlert } from "../../shared/problem-alert.tsx";
import { useServices } from "../../shared/services.ts";
import { useDelayed } from "../../shared/use-delayed.ts";
import { useKeys } from "../../shared/use-keys.ts";
import { VisuallyHidden } from "../../shared/visually-hidden.tsx";
import { useWidth } from "../use-width.ts";
import { OverviewStrip } from "./overview-strip.tsx";
import { PLOT_INSET, PLOT_MARGIN, plotGeometry } from "./plot-geometry.ts";
import { PlotLegend } from "./plot-legend.tsx";
import { PlotOverlay } from "./plot-overlay.tsx";
import { describePlot, drawnSentence, rateAxisName } from "./plot-summary.ts";
import { PlotToolbar } from "./plot-toolbar.tsx";
import type { PlottedRows } from "./point-facts.ts";
import { rateAxis } from "./rate-axis.ts";
import { SavePlot } from "./save-plot.tsx";
import { SignalChart } from "./signal-chart.tsx";
import { longestStepS } from "./signal-line.ts";
import { timeTicks } from "./time-axis.ts";
import { usePlotPoints } from "./use-plot-points.ts";
import type { Zoom, ZoomAction } from "./zoom.ts";
import styles from "./plot-card.module.css";

interface PlotCardProps {
  readonly checkId: string;
  readonly checkName: string;
  readonly rows: PlottedRows;
  readonly counts: Counts;
  readonly zoom: Zoom;
  readonly onZoom: Dispatch<ZoomAction>;
  readonly selectedEvent: AnomalyEvent | null;
  /** ringed; null: none */
  readonly pickedRow: number | null;
  readonly onPickRow: (row: number) => void;
}

/** One time label needs about this much room; dates are longer than h:mm:ss. */
const TICK_ROOM_PX = { elapsed: 64, row: 64, date: 96 } as const;

/** One patient's heart rate, with true and predicted anomalies, to be looked at closely. */
export function PlotCard({ checkId, checkName, rows, counts, zoom, onZoom, selectedEvent, pickedRow, onPickRow }: PlotCardProps) {
  const { analysis } = useServices();
  const captionId = useId();
  const [ref, width] = useWidth();
  const { series, score, threshold, unit, scale } = rows;
  const { view, full } = zoom;
  const height = width < 560 ? 260 : 360;
  const columns = Math.max(0, width - PLOT_MARGIN.left - PLOT_MARGIN.right - 2 * PLOT_INSET);

  const shown = useMemo(() => ({ timeS: series.timeS, rateBpm: series.rateBpm, label: series.label, score }), [series, score]);
  const seriesKey = `${checkId}/${series.patientId}`;
  // Dragging moves the axes at once and the points as they arrive.
  const settledView = useDeferredValue(view);
  const close: PlotView = { fromS: settledView.fromS, toS: settledView.toS, columns, threshold };
  const whole: PlotView = { fromS: full.fromS, toS: full.toS, columns, threshold };
  const { points, problem, retry } = usePlotPoints({ analysis, seriesKey, series: shown, view: close });
  const overview = usePlotPoints({ analysis, seriesKey, series: shown, view: whole });
  const slow = useDelayed(points === null && problem === null);

  const ticks = useMemo(() => timeTicks(view, scale, Math.max(2, Math.round(columns / TICK_ROOM_PX[scale]))), [view, scale, columns]);
  const rates = useMemo(() => (points === null ? null : rateAxis(points)), [points]);
  const breakAfterS = useMemo(() => longestStepS(series.timeS), [series]);
  const geometry = useMemo(() => (rates === null ? null : plotGeometry({ width, height, view, rates })), [width, height, view, rates]);
  const labelled = useMemo(() => series.label.some((label) => label !== UNLABELLED), [series]);
  const [saveProblem, setSaveProblem] = useState<string | null>(null);

  useKeys("Signal plot", useMemo(() => [
    { keys: "+", label: "Zoom in", run: () => onZoom({ kind: "scale", factor: 0.5 }) },
    { keys: "-", label: "Zoom out", run: () => onZoom({ kind: "scale", factor: 2 }) },
    { keys: "ArrowLeft", label: "Earlier", run: () => onZoom({ kind: "pan", share: -0.25 }) },
    { keys: "ArrowRight", label: "Later", run: () => onZoom({ kind: "pan", share: 0.25 }) },
    { keys: "0", label: "Whole recording", run: () => onZoom({ kind: "reset" }) },
    { keys: "Backspace", label: "Back to the view before", run: () => onZoom({ kind: "back" }) },
  ], [onZoom]));

  return (
    <Card heading={`Patient ${series.patientId}`} note={<>{rateAxisName(unit)} · <span className={styles.drawn}>{points === null ? "drawing" : drawnSentence(points)}</span></>}>
      <div className={styles.head}><PlotLegend labelled={labelled} /></div>
      {problem !== null && <ProblemAlert problem={problem}><Button onClick={retry}>Draw again</Button></ProblemAlert>}
      <figure className={styles.figure} aria-labelledby={captionId}>
        <figcaption id={captionId}><VisuallyHidden>{describePlot({ patientId: series.patientId, counts, view, scale })}</VisuallyHidden></figcaption>
        <div ref={ref} className={styles.plot} style={{ height }}>
          {points !== null && rates !== null && geometry !== null && (
            <>
              <div aria-hidden>
                <SignalChart width={width} height={height} points={points} view={view} rates={rates} timeTicks={ticks} breakAfterS={breakAfterS} />
              </div>
              <PlotOverlay
                geometry={geometry} points={points} rows={rows} selectedEvent={selectedEvent}
                onSelectRange={(range) => onZoom({ kind: "show", range })} pickedRow={pickedRow} onPickRow={onPickRow}
              />
            </>
          )}
          {slow && <p role="status" className={styles.slow}>Drawing the signal</p>}
        </div>
      </figure>
      <OverviewStrip
        points={overview.points} breakAfterS={breakAfterS} width={width} full={full} view={view} scale={scale}
        onShow={(range, drag) => onZoom({ kind: "show", range, drag })}
      />
      <div className={styles.foot}>
        <PlotToolbar zoom={zoom} onZoom={onZoom}>
          {points !== null && rates !== null && (
            <SavePlot
              checkName={checkName} patientId={series.patientId} onProblem={setSaveProblem}
              picture={{ points, view, rates, breakAfterS, labelled, scale, unit }}
            />
          )}
        </PlotToolbar>
      </div>
      {saveProblem !== null && <ProblemAlert problem={{ sentence: saveProblem }} />}
    </Card>
  );
}
