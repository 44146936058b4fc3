import type { DriftFeature, FeatureColumns } from "../../ecg/drift/reference.ts";
import { quantile } from "../../ecg/numeric/quantile.ts";
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

/** RATE_FEATURES of every so many-th row of a patient; the first row has no change. Rates that are no heart rates keep their value, and have no change. */
export function rateFeatures({ rateBpm }: Pick<PatientSeries, "rateBpm">, every = 1): FeatureColumns {
  const rows = Float64Array.from({ length: Math.ceil(rateBpm.length / every) }, (_, i) => i * every);
  // Gaps are filled, unless there was no rate at all to fill them from.
  if (rateBpm.some(Number.isNaN)) return RATE_FEATURES.map(() => rows.map(() => NaN));
  const rrMs = (row: number) => (isPlausibleBpm(rateBpm[row]) ? 60_000 / rateBpm[row] : NaN);
  const spread = every === 1 ? rollingSpread(rateBpm, WINDOW) : null;
  return [
    rows.map((row) => log2AtLeast(rateBpm[row], LEAST.bpm)),
    rows.map((row) => (row === 0 ? NaN : log2AtLeast(Math.abs(rrMs(row) - rrMs(row - 1)), LEAST.changeMs))),
    rows.map((row) => {
      const { median, mad } = spread === null ? spreadAbout(rateBpm, row) : { median: spread.median[row], mad: spread.mad[row] };
      return median > 0 ? log2AtLeast((100 * mad) / median, LEAST.spreadPercent) : NaN;
    }),
  ];
}

/** What `rollingSpread` gives at one row. */
function spreadAbout(rateBpm: Float64Array, row: number): { readonly median: number; readonly mad: number } {
  const half = (WINDOW - 1) / 2;
  const near = rateBpm.slice(Math.max(0, row - half), row + half + 1);
  const median = quantile(near, 0.5);
  return { median, mad: quantile(near.map((rate) => Math.abs(rate - median)), 0.5) };
}
