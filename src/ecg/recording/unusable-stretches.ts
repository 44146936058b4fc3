import { quantile } from "../numeric/quantile.ts";
import type { UnusableStretch } from "./recording.ts";

/** A heart at rest shows no change between beats for less than this, and even then the recorder's noise does. */
const FLAT_S = 1;
/** As long at the limit is no wave's top, however the signal came there. */
const SATURATED_S = 0.2;
/** As long at the limit is clipping where the signal came in or left steeply. */
const CLIPPED_S = 0.012;
const CLIPPED_SAMPLES = 3;
/** A smooth top is reached in steps of the recorder's resolution, a clipped one is cut off in the middle of a steep slope. */
const STEEP_STEPS = 3;
/** A limit lies apart from the median by this share of the range; the isoelectric line of a lead without negative waves does not. */
const LIMIT_FROM_MEDIAN = 0.25;
const MEDIAN_SAMPLES = 1 << 16;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface Limits {
  readonly low: number;
  readonly high: number;
  /** the smallest step between two samples */
  readonly resolution: number;
}

/**
 * Where a lead says nothing about the heart: `missing` (ascending, disjoint, within the lead), and among the other samples
 * those that are flat (one value for at least a second) or saturated (held at the lowest or highest value of the lead, where
 * that is far from its median, for 0.2 s, or for 12 ms beside a steep slope). `samplesMv` are finite. The result is
 * ascending and disjoint.
 */
export function unusableStretches(samplesMv: Float32Array, samplingRateHz: number, missing: readonly Stretch[] = []): UnusableStretch[] {
  const limits = limitsOf(samplesMv);
  const stretches: UnusableStretch[] = [];
  const add = (from: number, to: number, cause: UnusableStretch["cause"]) => {
    const last = stretches.at(-1);
    if (last !== undefined && last.to === from && last.cause === cause) stretches[stretches.length - 1] = { from: last.from, to, cause };
    else stretches.push({ from, to, cause });
  };
  let from = 0;
  for (const gap of [...missing, { from: samplesMv.length, to: samplesMv.length }]) {
    while (from < gap.from) {
      const value = samplesMv[from];
      let to = from + 1;
      while (to < gap.from && samplesMv[to] === value) to++;
      if (to - from >= CLIPPED_SAMPLES) {
        const run = { from, to };
        if (isSaturated(samplesMv, run, samplingRateHz, limits)) add(from, to, "saturated");
        else if (to - from >= FLAT_S * samplingRateHz) add(from, to, "flat");
      }
      from = to;
    }
    if (gap.to > gap.from) add(gap.from, gap.to, "missing");
    from = gap.to;
  }
  return stretches;
}

function isSaturated(samplesMv: Float32Array, { from, to }: Stretch, samplingRateHz: number, { low, high, resolution }: Limits): boolean {
  const value = samplesMv[from];
  if (value !== low && value !== high) return false;
  const durationS = (to - from) / samplingRateHz;
  if (durationS >= SATURATED_S) return true;
  const stepInto = from > 0 ? Math.abs(value - samplesMv[from - 1]) : 0;
  const stepOut = to < samplesMv.length ? Math.abs(samplesMv[to] - value) : 0;
  return durationS >= CLIPPED_S && Math.max(stepInto, stepOut) > STEEP_STEPS * resolution;
}

/** The lowest and highest value, NaN for one that can be no limit. */
function limitsOf(samplesMv: Float32Array): Limits {
  let low = Infinity;
  let high = -Infinity;
  let resolution = Infinity;
  for (let i = 0; i < samplesMv.length; i++) {
    const value = samplesMv[i];
    if (value < low) low = value;
    if (value > high) high = value;
    const step = i === 0 ? 0 : Math.abs(value - samplesMv[i - 1]);
    if (step > 0 && step < resolution) resolution = step;
  }
  const stride = Math.ceil(samplesMv.length / MEDIAN_SAMPLES);
  const middle = quantile(Float32Array.from({ length: Math.ceil(samplesMv.length / Math.max(1, stride)) }, (_, i) => samplesMv[i * stride]), 0.5);
  const apart = LIMIT_FROM_MEDIAN * (high - low);
  const isLimit = (value: number) => high > low && Math.abs(value - middle) >= apart;
  return { low: isLimit(low) ? low : NaN, high: isLimit(high) ? high : NaN, resolution };
}
