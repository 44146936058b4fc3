import { ROW_FLAG, type PatientSeries, type RateUnit } from "../../../ecg/heart-rate/table.ts";
import { UNLABELLED } from "../../../ecg/table.ts";
import { formatCount, formatFixed } from "../../shared/format.ts";
import type { Pointed } from "./nearest.ts";
import { rateText } from "./plot-summary.ts";
import { formatMoment, type TimeScale } from "./time-axis.ts";

/** What the facts of a row are read from. */
export interface PlottedRows {
  readonly series: PatientSeries;
  readonly score: Float32Array;
  readonly threshold: number;
  readonly unit: RateUnit;
  readonly scale: TimeScale;
  /** decimals of a printed score */
  readonly scoreDigits: number;
}

const FLAG_WORDS: readonly (readonly [flag: number, words: string])[] = [
  [ROW_FLAG.filled, "missing in the file, interpolated"],
  [ROW_FLAG.outOfRange, "outside 15–350 bpm"],
  [ROW_FLAG.duplicateTime, "same time as another row"],
  [ROW_FLAG.timeBackwards, "time went backwards in the file"],
];

/** What the tooltip says of a point, a line each, the time first. */
export function pointFacts({ row, timeS, rateBpm, count }: Pointed, { series, score, threshold, unit, scale, scoreDigits }: PlottedRows): string[] {
  const own = score[row];
  const label = series.label[row];
  const facts = [formatMoment(timeS, scale), rateText(rateBpm, unit)];
  if (Number.isNaN(own)) facts.push("not scored: nothing lies before it");
  else facts.push(`score ${formatFixed(own, scoreDigits)}, ${own >= threshold ? "predicted anomalous" : "predicted normal"}`);
  if (label !== UNLABELLED) facts.push(label === 1 ? "labelled anomalous" : "labelled normal");
  if (count > 1) facts.push(`stands for ${formatCount(count)} rows drawn as one`);
  for (const [flag, words] of FLAG_WORDS) if ((series.flags[row] & flag) !== 0) facts.push(words);
  return facts;
}
