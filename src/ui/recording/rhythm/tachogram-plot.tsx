import { useMemo, type KeyboardEvent, type PointerEvent } from "react";
import { CLASSES } from "../../../ecg/beats/classes.ts";
import { intervalTimeS } from "../../../ecg/rhythm/tachogram.ts";
import { useListedKeys } from "../../shared/use-keys.ts";
import type { RecordingFocus, RecordingView, TimeSpan } from "../recording-view.ts";
import { intervalWords } from "./interval-words.ts";
import { TachogramDrawing } from "./tachogram-drawing.tsx";
import { pointOf, xOf, type TachogramArea } from "./tachogram-paths.ts";
import { intervalAt, intervalOfBeat, intervalOfKey } from "./tachogram-pick.ts";
import { fullScale, type TachogramUnit } from "./tachogram-scale.ts";
import chart from "./chart.module.css";
import styles from "./tachogram-plot.module.css";

interface TachogramPlotProps {
  readonly view: Pick<RecordingView, "rr" | "labels">;
  readonly focus: RecordingFocus;
  readonly span: TimeSpan;
  readonly unit: TachogramUnit;
  readonly width: number;
}

/** The sheet of this component follows it. */
const HEIGHT = 230;
const MARGIN = { top: 14, right: 22, bottom: 24, left: 46 } as const;
/** A strip of seconds in a recording of hours still shows. */
const LEAST_BAND_PX = 3;

const KEYS = [
  { keys: "ArrowRight", label: "Next interval", run: () => undefined },
  { keys: "ArrowLeft", label: "Previous interval", run: () => undefined },
  { keys: "PageUp", label: "A tenth of the tachogram forward", run: () => undefined },
  { keys: "PageDown", label: "A tenth of the tachogram back", run: () => undefined },
  { keys: "Home", label: "First interval", run: () => undefined },
  { keys: "End", label: "Last interval", run: () => undefined },
];

/** RR intervals over time: picked by hand or by keys, they are shown in the strip, whose window is a band. */
export function TachogramPlot({ view: { rr, labels }, focus, span, unit, width }: TachogramPlotProps) {
  const plotWidth = Math.max(1, width - MARGIN.left - MARGIN.right);
  const plotHeight = HEIGHT - MARGIN.top - MARGIN.bottom;
  const scale = useMemo(() => fullScale(rr.intervalMs, unit), [rr, unit]);
  const area = useMemo<TachogramArea>(() => ({ span, scale, unit, width: plotWidth, height: plotHeight }), [span, scale, unit, plotWidth, plotHeight]);
  const count = rr.endBeat.length;
  const picked = focus.beat === null ? null : intervalOfBeat(rr, focus.beat);
  const isPickedShown = picked !== null && intervalTimeS(rr, picked) >= span.fromS && intervalTimeS(rr, picked) <= span.toS;
  const bandX = xOf(focus.span.fromS, span, plotWidth);
  const bandWidth = Math.max(LEAST_BAND_PX, xOf(focus.span.toS, span, plotWidth) - bandX);
  useListedKeys("Tachogram, while it has the focus", KEYS);

  function pickAt(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const interval = intervalAt(rr, area, { x: event.clientX - box.left, y: event.clientY - box.top });
    if (interval !== null) focus.pickBeat(rr.endBeat[interval]);
  }

  function pickByKey(event: KeyboardEvent): void {
    const shown = (count * (span.toS - span.fromS) * rr.samplingRateHz) / rr.peakSample[rr.peakSample.length - 1];
    const page = Math.max(1, Math.round(shown / 10));
    const interval = event.ctrlKey || event.metaKey || event.altKey ? null : intervalOfKey(event.key, picked, { count, page });
    if (interval === null) return;
    event.preventDefault();
    focus.pickBeat(rr.endBeat[interval]);
  }

  return (
    <div className={chart.chart}>
      <svg width={width} height={HEIGHT} aria-hidden>
        <g transform={`translate(${MARGIN.left},${MARGIN.top})`}>
          <svg width={plotWidth} height={plotHeight + 8} y={-8} className={styles.clip}>
            <rect x={bandX} y={8} width={bandWidth} height={plotHeight} className={styles.band} />
            <path d={`M${bandX + bandWidth / 2},8l-5,-7h10Z`} className={styles.pointer} />
          </svg>
          <TachogramDrawing rr={rr} area={area} />
          {isPickedShown && <circle cx={pointOf(rr, picked, area).x} cy={pointOf(rr, picked, area).y} r={6} className={chart.picked} />}
        </g>
      </svg>
      <div
        role="slider"
        tabIndex={0}
        aria-label="Interval picked in the tachogram"
        aria-valuemin={1}
        aria-valuemax={count}
        aria-valuenow={picked === null ? 1 : picked + 1}
        aria-valuetext={picked === null ? "none picked" : intervalWords(rr, picked, CLASSES.aami[labels.current[rr.endBeat[picked]]].code)}
        className={styles.slider}
        style={{ left: MARGIN.left, top: MARGIN.top, width: plotWidth, height: plotHeight }}
        onPointerDown={pickAt}
        onKeyDown={pickByKey}
      />
    </div>
  );
}
