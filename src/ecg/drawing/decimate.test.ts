import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNLABELLED } from "../table.ts";
import { seededRandom } from "../numeric/random.ts";
import { planDrawing, plotPoints, type PlotSeries } from "./decimate.ts";
import { MAX_DRAWN_POINTS, type MarkKind, type PlotView } from "./plot-points.ts";

interface Recording {
  readonly rows: number;
  readonly seed: number;
  /** shares of rows that are true, and predicted */
  readonly truths: number;
  readonly predictions: number;
  /** greatest time between rows, in whole seconds: 0 puts all rows at one instant, 1 makes many equal times */
  readonly longestStepS: number;
}

function record({ rows, seed, truths, predictions, longestStepS }: Recording): PlotSeries {
  const random = seededRandom(seed);
  let time = 100;
  const timeS = Float64Array.from({ length: rows }, () => (time += random.integer(longestStepS + 1)));
  const rateBpm = Float64Array.from({ length: rows }, () => 40 + random.integer(100));
  const label = Uint8Array.from({ length: rows }, () => (random.uniform() < truths ? 1 : random.uniform() < 0.5 ? 0 : UNLABELLED));
  const score = Float32Array.from({ length: rows }, (_, row) => (row === 0 ? NaN : random.uniform() < predictions ? 1 - random.uniform() / 2 : random.uniform() / 4));
  return { timeS, rateBpm, label, score };
}

const share = fc.constantFrom(0, 0.02, 0.3, 1);
const recording: fc.Arbitrary<Recording> = fc.record({
  rows: fc.oneof(fc.nat({ max: 40 }), fc.integer({ min: 1000, max: 6000 })),
  seed: fc.nat(),
  truths: share,
  predictions: share,
  longestStepS: fc.nat({ max: 3 }),
});
const stretch = fc.tuple(fc.double({ min: -0.1, max: 1.1, noNaN: true }), fc.double({ min: -0.1, max: 1.1, noNaN: true }));
const scene = fc.tuple(recording, fc.oneof(fc.constant([0, 1] as const), stretch), fc.integer({ min: 1, max: 3000 })).map(
  ([made, [a, b], columns]) => {
    const series = record(made);
    const first = series.timeS.at(0) ?? 0;
    const last = series.timeS.at(-1) ?? 0;
    const at = (part: number) => first + part * (last - first);
    const view: PlotView = { fromS: at(Math.min(a, b)), toS: at(Math.max(a, b)), columns, threshold: 0.5 };
    return { series, view };
  },
);

function kindOf({ label, score }: PlotSeries, row: number): MarkKind | null {
  const isPredicted = score !== null && score[row] >= 0.5;
  return label[row] === 1 ? (isPredicted ? "agreed" : "true") : isPredicted ? "predicted" : null;
}

function rowsInView({ timeS }: PlotSeries, { fromS, toS }: PlotView): number[] {
  return Array.from(timeS.keys()).filter((row) => timeS[row] >= fromS && timeS[row] <= toS);
}

/** The column of a time: the last of those that begin at or before it, by trying them all. */
function columnOf(timeS: number, { fromS, toS }: PlotView, columns: number): number {
  let column = columns - 1;
  while (column > 0 && fromS + (column * (toS - fromS)) / columns > timeS) column--;
  return column;
}

function columnsOfScene(series: PlotSeries, view: PlotView): number {
  const rows = rowsInView(series, view);
  const anomalies = rows.filter((row) => kindOf(series, row) !== null).length;
  return planDrawing(rows.length, anomalies, view.columns).columns ?? 1;
}

describe("plotPoints", () => {
  it("never draws more than the limit, in time order, and counts what it draws", () => {
    fc.assert(
      fc.property(scene, ({ series, view }) => {
        const points = plotPoints(series, view);
        expect(points.drawn).toBe(points.row.length + points.marks.length);
        expect(points.drawn).toBeLessThanOrEqual(MAX_DRAWN_POINTS);
        expect(points.rowsInView).toBe(rowsInView(series, view).length);
        points.row.forEach((row, i) => {
          expect([points.timeS[i], points.rateBpm[i]]).toEqual([series.timeS[row], series.rateBpm[row]]);
          if (i > 0) expect(row).toBeGreaterThan(points.row[i - 1]);
        });
        points.marks.forEach((mark, i) => i > 0 && expect(mark.row).toBeGreaterThan(points.marks[i - 1].row));
      }),
    );
  });

  it("loses no anomaly: every one has a mark of its kind in its column, and the counts add up", () => {
    fc.assert(
      fc.property(scene, ({ series, view }) => {
        const columns = columnsOfScene(series, view);
        const key = (kind: MarkKind, timeS: number) => `${kind} in ${columnOf(timeS, view, columns)}`;
        const counted = new Map<string, number>();
        for (const row of rowsInView(series, view)) {
          const kind = kindOf(series, row);
          if (kind !== null) counted.set(key(kind, series.timeS[row]), (counted.get(key(kind, series.timeS[row])) ?? 0) + 1);
        }
        const marked = new Map<string, number>();
        for (const mark of plotPoints(series, view).marks) {
          expect(kindOf(series, mark.row)).toBe(mark.kind);
          marked.set(key(mark.kind, mark.timeS), (marked.get(key(mark.kind, mark.timeS)) ?? 0) + mark.count);
        }
        expect(marked).toEqual(counted);
      }),
    );
  });

  it("keeps the lowest and the highest rate of every column", () => {
    fc.assert(
      fc.property(scene, ({ series, view }) => {
        const columns = columnsOfScene(series, view);
        const extremes = (rows: Iterable<number>) => {
          const found = new Map<number, { low: number; high: number }>();
          for (const row of rows) {
            const rate = series.rateBpm[row];
            const column = columnOf(series.timeS[row], view, columns);
            const { low, high } = found.get(column) ?? { low: rate, high: rate };
            found.set(column, { low: Math.min(low, rate), high: Math.max(high, rate) });
          }
          return found;
        };
        expect(extremes(plotPoints(series, view).row)).toEqual(extremes(rowsInView(series, view)));
      }),
    );
  });

  it("draws every row and every anomaly of a short view", () => {
    const series = record({ rows: 900, seed: 4, truths: 0.3, predictions: 0.3, longestStepS: 2 });
    const points = plotPoints(series, { fromS: 0, toS: 1e6, columns: 50, threshold: 0.5 });
    expect(points.row.length).toBe(900);
    expect(points.marks.every(({ count }) => count === 1)).toBe(true);
  });

  it("marks a few anomalies one by one in a long view", () => {
    const series = record({ rows: 50_000, seed: 4, truths: 0.005, predictions: 0.005, longestStepS: 2 });
    const { marks, row } = plotPoints(series, { fromS: 100, toS: series.timeS[49_999], columns: 700, threshold: 0.5 });
    expect(marks.length).toBeGreaterThan(300);
    expect(marks.every(({ count }) => count === 1)).toBe(true);
    expect(row.length).toBeGreaterThan(1000);
  });

  it("puts a grouped mark at its highest score", () => {
    const series = record({ rows: 5000, seed: 4, truths: 0, predictions: 1, longestStepS: 0 });
    const { marks } = plotPoints(series, { fromS: 100, toS: 100, columns: 700, threshold: 0.5 });
    const highest = series.score?.reduce((best, score) => (score > best ? score : best), 0);
    expect(marks).toEqual([expect.objectContaining({ kind: "predicted", count: 4999, score: highest })]);
  });

  it("shows the truth alone before a check", () => {
    const series = { ...record({ rows: 100, seed: 2, truths: 0.3, predictions: 1, longestStepS: 1 }), score: null };
    const { marks } = plotPoints(series, { fromS: 0, toS: 1e6, columns: 100, threshold: null });
    expect(marks.length).toBe(series.label.filter((label) => label === 1).length);
    expect(marks.every(({ kind, score }) => kind === "true" && score === null)).toBe(true);
  });

  it("draws nothing of an empty series or a stretch without rows", () => {
    const empty = record({ rows: 0, seed: 1, truths: 0, predictions: 0, longestStepS: 1 });
    expect(plotPoints(empty, { fromS: 0, toS: 10, columns: 100, threshold: 0.5 }).drawn).toBe(0);
    const series = record({ rows: 10, seed: 1, truths: 1, predictions: 1, longestStepS: 1 });
    expect(plotPoints(series, { fromS: 0, toS: 10, columns: 100, threshold: 0.5 })).toMatchObject({ drawn: 0, rowsInView: 0 });
  });
});
