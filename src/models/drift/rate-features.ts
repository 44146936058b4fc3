import type { DriftFeature, FeatureColumns } from "../../ecg/drift/reference.ts";
import { rollingSpread } from "../../ecg/numeric/rolling-median.ts";
import { isPlausibleBpm, type PatientSeries } from "../../ecg/heart-rate/table.ts";
import { log2AtLeast } from "./log2-at-least.ts";

export const RATE_FEATURES: readonly DriftFeature[] = [
  { name: "Heart rate, log₂ bpm", resolution: 0.01 },
  { name: "Change of the RR interval from beat to beat, log₂ ms", resolution: 0.1 },
  { name: "Spread of the heart rate over 41 beats, log₂ %", resolution: 0.05 },
];

/** Smaller ones are taken for these, which the logarithm can bear. */
const LEAST = { bpm: 0.01, changeMs: 1, spreadPercent: 0.1 } as const;

/** Beats in the surroundings of a beat, as the detectors have it: about half a minute. */
const WINDOW = 41;

/** RATE_FEATURES of each row of a patient; the first row has no change. Rates that are no heart rates keep their value, and have no change. */
export function rateFeatures({ rateBpm }: Pick<PatientSeries, "rateBpm">): FeatureColumns {
  // Gaps are filled, unless there was no rate at all to fill them from.
  if (rateBpm.some(Number.isNaN)) return RATE_FEATURES.map(() => new Float64Array(rateBpm.length).fill(NaN));
  const { median, mad } = rollingSpread(rateBpm, WINDOW);
  const rrMs = (row: number) => (isPlausibleBpm(rateBpm[row]) ? 60_000 / rateBpm[row] : NaN);
  return [
    rateBpm.map((rate) => log2AtLeast(rate, LEAST.bpm)),
    rateBpm.map((_, row) => (row === 0 ? NaN : log2AtLeast(Math.abs(rrMs(row) - rrMs(row - 1)), LEAST.changeMs))),
    median.map((centre, row) => (centre > 0 ? log2AtLeast((100 * mad[row]) / centre, LEAST.spreadPercent) : NaN)),
  ];
}
