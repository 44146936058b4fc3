import { useMemo, useState, type PointerEvent } from "react";
import type { AnomalyEvent } from "../../../ecg/heart-rate/events.ts";
import type { PlotPoints } from "../../../ecg/drawing/plot-points.ts";
import { useKeys } from "../../shared/use-keys.ts";
import { VisuallyHidden } from "../../shared/visually-hidden.tsx";
import { nearestPoint, type Pointed } from "./nearest.ts";
import { PLOT_MARGIN, type PlotGeometry } from "./plot-geometry.ts";
import { PlotTooltip } from "./plot-tooltip.tsx";
import { pointFacts, type PlottedRows } from "./point-facts.ts";
import type { TimeRange } from "./zoom.ts";
import styles from "./plot-overlay.module.css";

interface PlotOverlayProps {
  readonly geometry: PlotGeometry;
  readonly points: PlotPoints;
  readonly rows: PlottedRows;
  readonly selectedEvent: AnomalyEvent | null;
  readonly onSelectRange: (range: TimeRange) => void;
  /** ringed; null: none */
  readonly pickedRow: number | null;
  /** a click on a point of the signal or a mark, or a step to one by key */
  readonly onPickRow: (row: number) => void;
}

/** A drag shorter than this is a click. */
const LEAST_DRAG_PX = 6;
/** An event of one beat is still seen. */
const LEAST_BAND_PX = 10;

/** What lies over the chart and follows the hand: the area being selected, the point pointed at, the event selected. */
export function PlotOverlay({ geometry, points, rows, selectedEvent, onSelectRange, pickedRow, onPickRow }: PlotOverlayProps) {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [drag, setDrag] = useState<{ readonly fromX: number; readonly toX: number } | null>(null);
  const { width, height, plotHeight, xOf, yOf, timeAt } = geometry;

  const stepKeys = useMemo(() => {
    const step = (by: 1 | -1) => () => {
      const next = nextMark(points, pointed, by);
      setPointed(next);
      if (next !== null) onPickRow(next.row);
    };
    return [
      { keys: ".", label: "Next mark: tell its figures", run: step(1) },
      { keys: ",", label: "Previous mark", run: step(-1) },
    ];
  }, [points, pointed, onPickRow]);
  useKeys("Signal plot", stepKeys);

  const place = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  function onPointerDown(event: PointerEvent<SVGSVGElement>): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { x } = place(event);
    setDrag({ fromX: x, toX: x });
  }

  function onPointerMove(event: PointerEvent<SVGSVGElement>): void {
    const at = place(event);
    if (drag !== null) setDrag({ ...drag, toX: at.x });
    setPointed(drag === null || !isDrag(drag) ? nearestPoint(points, geometry, at) : null);
  }

  function onPointerUp(event: PointerEvent<SVGSVGElement>): void {
    if (drag === null) return;
    const at = place(event);
    const ended = { ...drag, toX: at.x };
    setDrag(null);
    if (isDrag(ended)) {
      onSelectRange({ fromS: timeAt(Math.min(ended.fromX, ended.toX)), toS: timeAt(Math.max(ended.fromX, ended.toX)) });
      return;
    }
    const clicked = nearestPoint(points, geometry, at);
    setPointed(clicked);
    if (clicked !== null) onPickRow(clicked.row);
  }

  const picked = pickedRow === null ? null : placeOf(pickedRow, rows, geometry);
  const band = selectedEvent === null ? null : bandOf(selectedEvent, geometry);
  const facts = pointed === null ? null : pointFacts(pointed, rows);
  return (
    <div className={styles.overlay}>
      <svg
        width={width}
        height={height}
        className={styles.pointer}
        role="presentation"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => setDrag(null)}
        onPointerLeave={() => setPointed(null)}
      >
        {band !== null && <rect className={styles.band} x={band.x} y={PLOT_MARGIN.top} width={band.width} height={plotHeight} />}
        {drag !== null && isDrag(drag) && (
          <rect className={styles.selection} x={Math.min(drag.fromX, drag.toX)} y={PLOT_MARGIN.top} width={Math.abs(drag.toX - drag.fromX)} height={plotHeight} />
        )}
        {picked !== null && <circle className={styles.picked} cx={picked.x} cy={picked.y} r={7} />}
        {pointed !== null && <circle className={styles.pointed} cx={xOf(pointed.timeS)} cy={yOf(pointed.rateBpm)} r={10} />}
      </svg>
      {pointed !== null && facts !== null && <PlotTooltip facts={facts} x={xOf(pointed.timeS)} y={yOf(pointed.rateBpm)} width={width} />}
      <VisuallyHidden><span role="status">{facts?.join(", ") ?? ""}</span></VisuallyHidden>
    </div>
  );
}

function isDrag({ fromX, toX }: { readonly fromX: number; readonly toX: number }): boolean {
  return Math.abs(toX - fromX) >= LEAST_DRAG_PX;
}

/** The mark after or before the one pointed at, from the view's edge when none is; stays at the last one. */
function nextMark({ marks }: PlotPoints, last: Pointed | null, by: 1 | -1): Pointed | null {
  const inTime = marks.toSorted((a, b) => a.row - b.row);
  const next = by === 1
    ? inTime.find(({ row }) => row > (last?.row ?? -1))
    : inTime.findLast(({ row }) => row < (last?.row ?? Infinity));
  return next ?? last;
}

/** Where a row lies; null when it is out of view. */
function placeOf(row: number, { series: { timeS, rateBpm } }: PlottedRows, { width, xOf, yOf }: PlotGeometry): { readonly x: number; readonly y: number } | null {
  const x = xOf(timeS[row]);
  return x >= PLOT_MARGIN.left && x <= width - PLOT_MARGIN.right ? { x, y: yOf(rateBpm[row]) } : null;
}

/** Where the selected event lies, cut to the plot area; null when it is out of view. */
function bandOf({ startS, durationS }: AnomalyEvent, { width, xOf }: PlotGeometry): { readonly x: number; readonly width: number } | null {
  const centre = (xOf(startS) + xOf(startS + durationS)) / 2;
  const half = Math.max(xOf(startS + durationS) - xOf(startS) + LEAST_BAND_PX, 2 * LEAST_BAND_PX) / 2;
  const left = Math.max(centre - half, PLOT_MARGIN.left);
  const right = Math.min(centre + half, width - PLOT_MARGIN.right);
  return right > left ? { x: left, width: right - left } : null;
}
