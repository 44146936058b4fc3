import { MAX_DRAWN_POINTS, type Mark, type MarkKind, type PlotPoints, type PlotView } from "./plot-points.ts";

/** One patient's rows in time order; all arrays have the same length. */
export interface PlotSeries {
  readonly timeS: Float64Array;
  readonly rateBpm: Float64Array;
  /** 1 is a true anomaly */
  readonly label: Uint8Array;
  /** null before a check */
  readonly score: Float32Array | null;
}

/** How densely a view is drawn. */
export interface DrawingPlan {
  /** pixel columns whose extremes are kept; null when every row is drawn */
  readonly columns: number | null;
  /** whether the anomalies of one kind in one column share a mark */
  readonly grouped: boolean;
}

/** A row's bits: 1 for a true anomaly, 2 for a predicted one; this is the kind of mark for bits 1, 2 and 3. */
const MARK_KINDS: readonly MarkKind[] = ["true", "predicted", "agreed"];
const POINTS_PER_COLUMN = 2;
const POINTS_PER_GROUPED_COLUMN = POINTS_PER_COLUMN + MARK_KINDS.length;

/**
 * What fits into MAX_DRAWN_POINTS: every row; or each anomaly with as many columns as leave it room, while anomalies
 * take at most half of the points; or one mark per column and kind.
 */
export function planDrawing(rowsInView: number, anomalies: number, pixelColumns: number): DrawingPlan {
  if (rowsInView + anomalies <= MAX_DRAWN_POINTS) return { columns: null, grouped: false };
  const grouped = anomalies > MAX_DRAWN_POINTS / 2;
  const room = grouped
    ? MAX_DRAWN_POINTS / POINTS_PER_GROUPED_COLUMN
    : (MAX_DRAWN_POINTS - anomalies) / POINTS_PER_COLUMN;
  return { columns: Math.max(1, Math.floor(Math.min(pixelColumns, room))), grouped };
}

/**
 * The points to draw for one view: rows with fromS <= time <= toS. Column c of n holds the times from
 * fromS + c (toS − fromS) / n up to the next column's start; the last one has all that is left. A column gives its
 * lowest and its highest rate; a grouped mark stands at its highest score. Equal times are allowed.
 */
export function plotPoints(series: PlotSeries, view: PlotView): PlotPoints {
  const { timeS } = series;
  const begin = firstRow(timeS, (time) => time >= view.fromS);
  const end = Math.max(begin, firstRow(timeS, (time) => time > view.toS));

  const bits = anomalyBits(series, view.threshold, [begin, end]);
  let anomalies = 0;
  for (let row = begin; row < end; row++) if (bits[row - begin] !== 0) anomalies++;
  const { columns, grouped } = planDrawing(end - begin, anomalies, view.columns);

  const rows: number[] = [];
  const marks: Mark[] = [];
  if (columns === null) for (let row = begin; row < end; row++) rows.push(row);
  if (!grouped) {
    for (let row = begin; row < end; row++) {
      if (bits[row - begin] !== 0) marks.push(markAt(series, { bits: bits[row - begin], row, count: 1 }));
    }
  }
  for (let column = 0, from = begin; column < (columns ?? 0); column++) {
    const nextStartS = view.fromS + ((column + 1) * (view.toS - view.fromS)) / (columns ?? 1);
    const to = column + 1 === columns ? end : firstRow(timeS, (time) => time >= nextStartS, [from, end]);
    rows.push(...extremeRows(series.rateBpm, [from, to]));
    if (grouped) marks.push(...groupedMarks(series, bits.subarray(from - begin, to - begin), from));
    from = to;
  }
  return {
    row: Uint32Array.from(rows),
    timeS: Float64Array.from(rows, (row) => timeS[row]),
    rateBpm: Float64Array.from(rows, (row) => series.rateBpm[row]),
    marks,
    rowsInView: end - begin,
    drawn: rows.length + marks.length,
  };
}

/** Rows from the first number up to, not including, the second. */
type RowRange = readonly [from: number, to: number];

function anomalyBits({ label, score }: PlotSeries, threshold: number | null, [from, to]: RowRange): Uint8Array {
  const bits = new Uint8Array(to - from);
  for (let row = from; row < to; row++) bits[row - from] = label[row] === 1 ? 1 : 0;
  if (score !== null && threshold !== null) {
    for (let row = from; row < to; row++) bits[row - from] |= score[row] >= threshold ? 2 : 0;
  }
  return bits;
}

/** The first row in range whose time is late enough, by bisection. */
function firstRow(timeS: Float64Array, isLate: (time: number) => boolean, [from, to]: RowRange = [0, timeS.length]): number {
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isLate(timeS[middle])) to = middle;
    else from = middle + 1;
  }
  return from;
}

function extremeRows(rateBpm: Float64Array, [from, to]: RowRange): number[] {
  if (from === to) return [];
  let lowest = from;
  let highest = from;
  for (let row = from + 1; row < to; row++) {
    if (rateBpm[row] < rateBpm[lowest]) lowest = row;
    if (rateBpm[row] > rateBpm[highest]) highest = row;
  }
  if (lowest === highest) return [lowest];
  return lowest < highest ? [lowest, highest] : [highest, lowest];
}

/** One mark per kind for the column whose rows begin at `from` and have these bits. */
function groupedMarks(series: PlotSeries, bits: Uint8Array, from: number): Mark[] {
  const shown = new Uint32Array(4);
  const count = new Uint32Array(4);
  for (let i = 0; i < bits.length; i++) {
    const own = bits[i];
    if (own === 0) continue;
    const isHighest = series.score !== null && series.score[from + i] > series.score[shown[own]];
    if (count[own]++ === 0 || isHighest) shown[own] = from + i;
  }
  return [1, 2, 3]
    .filter((own) => count[own] > 0)
    .sort((a, b) => shown[a] - shown[b])
    .map((own) => markAt(series, { bits: own, row: shown[own], count: count[own] }));
}

function markAt({ timeS, rateBpm, score }: PlotSeries, { bits, row, count }: { bits: number; row: number; count: number }): Mark {
  const isScored = score !== null && !Number.isNaN(score[row]);
  return { kind: MARK_KINDS[bits - 1], row, timeS: timeS[row], rateBpm: rateBpm[row], score: isScored ? score[row] : null, count };
}
