import { columnExtremes, type SignalPyramid } from "../recording/signal-pyramid.ts";

/** What of a lead is drawn, and where. Pixels may be fractions; `fromSample` may lie before the lead. */
export interface TraceView {
  /** at x = 0; need not be whole */
  readonly fromSample: number;
  readonly widthPx: number;
  readonly samplesPerPx: number;
  /** device pixels in a pixel: so finely are columns drawn */
  readonly columnsPerPx: number;
  /** where 0 mV lies; y grows downwards */
  readonly zeroYPx: number;
  readonly pxPerMv: number;
}

/** Part of a lead in whole samples, without `to`. */
export interface TracePart {
  readonly from: number;
  readonly to: number;
}

/** The line of a lead, or of a part of it. */
export interface Trace {
  /** samples: a vertex each; columns: two vertices each, one above the other, the one nearer to the line so far first */
  readonly of: "samples" | "columns";
  /** x, y, x, y … in pixels */
  readonly vertices: Float32Array<ArrayBuffer>;
}

/** Up to so many samples a column each is a vertex of its own. */
const SAMPLES_AS_VERTICES = 2;

/**
 * The line of a lead, empty where the part is out of view. Where samples are sparse each
 * is a vertex, with one beyond each edge of the view; where they are dense the line visits the lowest and the highest
 * sample of each pixel column, so that no peak is lost at any zoom. Columns lie at whole multiples of their width from the
 * lead's start: the same samples share a column wherever the view begins, and panning does not make the line flicker.
 */
export function traceLine(pyramid: SignalPyramid, view: TraceView, part: TracePart): Trace {
  const { fromSample, widthPx, samplesPerPx, columnsPerPx } = view;
  const samplesPerColumn = samplesPerPx / columnsPerPx;
  const isSparse = samplesPerColumn <= SAMPLES_AS_VERTICES;
  const margin = isSparse ? 1 : samplesPerColumn;
  const from = Math.max(part.from, Math.floor(fromSample - margin), 0);
  const to = Math.min(part.to, Math.ceil(fromSample + widthPx * samplesPerPx + margin) + 1, pyramid.samples.length);
  const draw = isSparse ? everySample : everyColumn;
  return { of: isSparse ? "samples" : "columns", vertices: from < to ? draw(pyramid, view, { from, to }) : new Float32Array(0) };
}

function everySample({ samples }: SignalPyramid, { fromSample, samplesPerPx, zeroYPx, pxPerMv }: TraceView, { from, to }: TracePart): Float32Array<ArrayBuffer> {
  const vertices = new Float32Array(2 * (to - from));
  for (let i = from, at = 0; i < to; i++) {
    vertices[at++] = (i - fromSample) / samplesPerPx;
    vertices[at++] = zeroYPx - samples[i] * pxPerMv;
  }
  return vertices;
}

function everyColumn(pyramid: SignalPyramid, view: TraceView, part: TracePart): Float32Array<ArrayBuffer> {
  const { fromSample, samplesPerPx, columnsPerPx, zeroYPx, pxPerMv } = view;
  const samplesPerColumn = samplesPerPx / columnsPerPx;
  const first = Math.floor(part.from / samplesPerColumn);
  const columns = Math.ceil(part.to / samplesPerColumn) - first;
  const vertices = new Float32Array(4 * columns);
  let at = 0;
  let lastMv = 0;
  const add = (column: number, nearMv: number, farMv: number) => {
    const x = ((column + 0.5) * samplesPerColumn - fromSample) / samplesPerPx;
    vertices[at++] = x;
    vertices[at++] = zeroYPx - nearMv * pxPerMv;
    vertices[at++] = x;
    vertices[at++] = zeroYPx - farMv * pxPerMv;
    lastMv = farMv;
  };
  for (const run of columnRuns(part, first, columns, samplesPerColumn)) {
    const { min, max } = columnExtremes(pyramid, run);
    for (let column = 0; column < run.columns; column++) {
      const low = min[column];
      const high = max[column];
      // Coming from below the line goes up, from above down: no stroke back across the column.
      if (Math.abs(low - lastMv) <= Math.abs(high - lastMv)) add(run.firstColumn + column, low, high);
      else add(run.firstColumn + column, high, low);
    }
  }
  return vertices.subarray(0, at);
}

interface ColumnRun {
  readonly firstColumn: number;
  readonly columns: number;
  readonly fromSample: number;
  readonly toSample: number;
}

/** The columns of a part: those that lie whole in it at once, and what is left of one at its rims. */
function columnRuns({ from, to }: TracePart, first: number, columns: number, samplesPerColumn: number): ColumnRun[] {
  const start = (column: number) => Math.min(Math.max(column * samplesPerColumn, from), to);
  const last = first + columns - 1;
  const runs = [
    { firstColumn: first, columns: 1, fromSample: start(first), toSample: start(first + 1) },
    { firstColumn: first + 1, columns: columns - 2, fromSample: start(first + 1), toSample: start(last) },
    { firstColumn: last, columns: last > first ? 1 : 0, fromSample: start(last), toSample: to },
  ];
  // Rounding may leave a rim without a sample.
  return runs.filter((run) => run.columns > 0 && run.fromSample < run.toSample);
}
