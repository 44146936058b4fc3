import type { PatientSeries } from "./table.ts";
import { UNLABELLED } from "../table.ts";

/** A run of consecutive predicted rows. Rows are indices within the patient. */
export interface AnomalyEvent {
  readonly startRow: number;
  /** the last row of the run */
  readonly endRow: number;
  readonly startS: number;
  /** from the first row's time to the last one's: 0 for a single beat */
  readonly durationS: number;
  readonly beats: number;
  /** the row with the highest score, the first of equals: what a verdict is kept under */
  readonly peakRow: number;
  readonly peakRateBpm: number;
  /** the score at `peakRow` */
  readonly score: number;
  /** how many of the rows are labelled as true anomalies; null where none of them is labelled */
  readonly trueBeats: number | null;
}

/** The events of one patient at `score >= threshold`, in time order. A row without a score (NaN) ends a run. */
export function findEvents(
  series: Pick<PatientSeries, "timeS" | "rateBpm" | "label">,
  score: Float32Array,
  threshold: number,
): AnomalyEvent[] {
  const events: AnomalyEvent[] = [];
  for (let row = 0; row < score.length; row++) {
    if (!(score[row] >= threshold)) continue;
    const startRow = row;
    while (row + 1 < score.length && score[row + 1] >= threshold) row++;
    events.push(describeRun(series, score, [startRow, row]));
  }
  return events;
}

/** Index of the first event that starts after `row`, or null. Events are in time order. */
export function eventAfter(events: readonly AnomalyEvent[], row: number): number | null {
  const index = events.findIndex(({ startRow }) => startRow > row);
  return index < 0 ? null : index;
}

/** Index of the last event that ends before `row`, or null. */
export function eventBefore(events: readonly AnomalyEvent[], row: number): number | null {
  const index = events.findLastIndex(({ endRow }) => endRow < row);
  return index < 0 ? null : index;
}

function describeRun(
  { timeS, rateBpm, label }: Pick<PatientSeries, "timeS" | "rateBpm" | "label">,
  score: Float32Array,
  [startRow, endRow]: readonly [number, number],
): AnomalyEvent {
  let peakRow = startRow;
  let labelled = 0;
  let trueBeats = 0;
  for (let row = startRow; row <= endRow; row++) {
    if (score[row] > score[peakRow]) peakRow = row;
    if (label[row] !== UNLABELLED) labelled++;
    if (label[row] === 1) trueBeats++;
  }
  return {
    startRow,
    endRow,
    startS: timeS[startRow],
    durationS: timeS[endRow] - timeS[startRow],
    beats: endRow - startRow + 1,
    peakRow,
    peakRateBpm: rateBpm[peakRow],
    score: score[peakRow],
    trueBeats: labelled === 0 ? null : trueBeats,
  };
}
