import { useMemo, type KeyboardEvent, type PointerEvent } from "react";
import type { PoincareEllipse, PoincarePairs } from "../../../ecg/rhythm/poincare.ts";
import type { RrSeries } from "../../../ecg/rhythm/rr-series.ts";
import { firstFrom } from "../../shared/sorted-search.ts";
import { useListedKeys } from "../../shared/use-keys.ts";
import type { RecordingFocus } from "../recording-view.ts";
import { pairWords } from "./interval-words.ts";
import { PoincareDrawing } from "./poincare-drawing.tsx";
import { pairAt, placeOf, type PoincareArea } from "./poincare-paths.ts";
import { intervalOfKey } from "./tachogram-pick.ts";
import { usualScale } from "./tachogram-scale.ts";
import chart from "./chart.module.css";
import styles from "./poincare-plot.module.css";

interface PoincarePlotProps {
  readonly rr: RrSeries;
  readonly focus: RecordingFocus;
  readonly pairs: PoincarePairs;
  readonly ellipse: PoincareEllipse | null;
  /** index of the pair picked; null: none */
  readonly picked: number | null;
  readonly width: number;
}

const MARGIN = { top: 10, right: 12, bottom: 40, left: 46 } as const;
const MOST_SIDE_PX = 340;
/** A page of pairs is a tenth of all. */
const PAGES = 10;

const KEYS = [
  { keys: "ArrowRight", label: "Next pair in time", run: () => undefined },
  { keys: "ArrowLeft", label: "Previous pair in time", run: () => undefined },
  { keys: "PageUp", label: "A tenth of the pairs forward", run: () => undefined },
  { keys: "PageDown", label: "A tenth of the pairs back", run: () => undefined },
  { keys: "Home", label: "First pair", run: () => undefined },
  { keys: "End", label: "Last pair", run: () => undefined },
];

/** Pairs of RR intervals to pick by hand, or by keys in the order of time. */
export function PoincarePlot({ rr, focus, pairs, ellipse, picked, width }: PoincarePlotProps) {
  const side = Math.max(1, Math.min(MOST_SIDE_PX, width - MARGIN.left - MARGIN.right));
  const area = useMemo<PoincareArea>(() => ({ scale: usualScale(rr.intervalMs), side }), [rr, side]);
  const count = pairs.beat.length;
  const place = picked === null ? null : placeOf(area, pairs.intervalMs[picked], pairs.nextMs[picked]);
  useListedKeys("Poincaré plot, while it has the focus", KEYS);

  function pickAt(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const pair = pairAt(pairs, area, { x: event.clientX - box.left, y: event.clientY - box.top });
    if (pair !== null) focus.pickBeat(pairs.beat[pair]);
  }

  function pickByKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = focus.beat === null ? null : Math.min(firstFrom(pairs.beat, focus.beat), count - 1);
    const pair = intervalOfKey(event.key, from, { count, page: Math.max(1, Math.round(count / PAGES)) });
    if (pair === null) return;
    event.preventDefault();
    focus.pickBeat(pairs.beat[pair]);
  }

  return (
    <div className={styles.plot} style={{ width: side + MARGIN.left + MARGIN.right }}>
      <svg width={side + MARGIN.left + MARGIN.right} height={side + MARGIN.top + MARGIN.bottom} aria-hidden>
        <g transform={`translate(${MARGIN.left},${MARGIN.top})`}>
          <PoincareDrawing pairs={pairs} ellipse={ellipse} area={area} />
          {place !== null && <circle cx={place.x} cy={place.y} r={6} className={chart.picked} />}
          <text x={side / 2} y={side + 34} className={chart.title}>across: RR, up: the next RR (ms)</text>
        </g>
      </svg>
      {count > 0 && (
        <div
          role="slider"
          tabIndex={0}
          aria-label="Pair picked in the Poincaré plot"
          aria-valuemin={1}
          aria-valuemax={count}
          aria-valuenow={picked === null ? 1 : picked + 1}
          aria-valuetext={picked === null ? "none picked" : pairWords(pairs, picked, rr)}
          className={styles.field}
          style={{ left: MARGIN.left, top: MARGIN.top, width: side, height: side }}
          onPointerDown={pickAt}
          onKeyDown={pickByKey}
        />
      )}
    </div>
  );
}
