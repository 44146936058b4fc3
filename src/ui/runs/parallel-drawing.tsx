import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { useWidth } from "../result/use-width.ts";
import { linePath } from "./metric-curves.ts";
import type { ParallelAxis } from "./parallel-axes.ts";
import { runTitle } from "./run-words.ts";
import { colourOf, dashOf, shapeOf } from "./series.ts";
import series from "./series.module.css";
import styles from "./parallel-coordinates.module.css";

interface ParallelDrawingProps {
  readonly runs: readonly TrainingRun[];
  readonly axes: readonly ParallelAxis[];
}

const HEIGHT = 220;
const MARGIN = { top: 34, side: 64, bottom: 12 } as const;
const LEAST_GAP_PX = 124;
const NAME_LENGTH = 20;

/** Axes beside each other, and each run's line through its places on them; where a run has no value its line has a gap. */
export function ParallelDrawing({ runs, axes }: ParallelDrawingProps) {
  const [ref, outer] = useWidth();
  const gap = Math.max(LEAST_GAP_PX, (outer - 2 * MARGIN.side) / (axes.length - 1));
  const at = (place: number) => (1 - place) * HEIGHT;
  return (
    <div ref={ref}>
      <svg width={gap * (axes.length - 1) + 2 * MARGIN.side} height={HEIGHT + MARGIN.top + MARGIN.bottom} role="img" aria-label={`Parallel coordinates of ${runs.length} runs over ${axes.map(({ name }) => name).join(", ")}`} className={styles.drawing}>
        <g transform={`translate(${MARGIN.side},${MARGIN.top})`}>
          {axes.map(({ name, kind }, i) => (
            <g key={`${kind} ${name}`} transform={`translate(${i * gap},0)`}>
              <path d={`M0 0V${HEIGHT}`} className={kind === "metric" ? styles.metric : styles.axis} />
              <text y={-18} className={styles.name}>{name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH - 1)}…` : name}<title>{name}</title></text>
            </g>
          ))}
          {runs.map((run, index) => (
            <g key={run.id} className={series[colourOf(index)]}>
              <title>{runTitle(run, runs)}</title>
              {stretches(axes.map(({ places }, i) => (places[index] === null ? null : { x: i * gap, y: at(places[index]) }))).map((points) => (
                <path key={points[0].x} d={linePath(points)} className={series.line} strokeDasharray={dashOf(index)} />
              ))}
              {axes.map(({ name, kind, places }, i) => places[index] !== null && (
                <path key={`${kind} ${name}`} d={shapeOf(index)} transform={`translate(${i * gap},${at(places[index])})`} className={series.mark} />
              ))}
            </g>
          ))}
          {axes.map(({ name, kind, ticks }, i) => ticks.map(({ at: place, text }) => (
            <text key={`${kind} ${name} ${text}`} x={i * gap + 8} y={at(place)} dy="0.32em" className={styles.tick}>{text}</text>
          )))}
        </g>
      </svg>
    </div>
  );
}

/** Points that follow each other without a gap. */
function stretches<Point>(points: readonly (Point | null)[]): Point[][] {
  const found: Point[][] = [];
  points.forEach((point, i) => {
    if (point === null) return;
    const before = i === 0 ? null : points[i - 1];
    if (before === null) found.push([point]);
    else found[found.length - 1].push(point);
  });
  return found;
}
