import type { DriftFeature, FeatureColumns } from "../../ecg/drift/reference.ts";
import { quantile } from "../../ecg/numeric/quantile.ts";
import type { LeadBeats } from "../recording-model.ts";
import { log2AtLeast } from "./log2-at-least.ts";

export const RECORDING_FEATURES: readonly DriftFeature[] = [
  { name: "RR interval, log₂ s", resolution: 0.02 },
  { name: "Change of the RR interval from beat to beat, log₂ ms", resolution: 0.1 },
  { name: "R amplitude above the baseline, mV", resolution: 0.02 },
  { name: "Steepest slope of the QRS complex, log₂ mV/s", resolution: 0.05 },
  { name: "Width of the R wave at half its height, log₂ ms", resolution: 0.1 },
  { name: "Noise before the QRS complex, log₂ µV", resolution: 0.1 },
];

/** About the R peak: where the baseline is looked for, where the QRS complex lies, and what lies between T or P wave and QRS. */
const BASELINE_S = 0.2;
const QRS_S = 0.06;
const QUIET_S = { from: 0.3, to: 0.08 } as const;
/** Slopes are taken over this time, so that they mean the same at every sampling rate. */
const STEP_S = 0.008;
/** Smaller figures are taken for these, which the logarithm can bear. */
const LEAST = { changeMs: 2, slopeMvPerS: 1, noiseUv: 0.5 } as const;

/** Of a long recording every so many-th beat is measured: these are enough, and a day has a hundred thousand. */
const MOST_MEASURED = 10_000;

/** RECORDING_FEATURES of each beat of a lead; beats at the recording's ends, and of a long recording those in between, have RR intervals alone. */
export function recordingFeatures({ lead: { samplesMv }, samplingRateHz, peakSample }: LeadBeats): FeatureColumns {
  const every = Math.ceil(peakSample.length / MOST_MEASURED);
  const columns = RECORDING_FEATURES.map(() => new Float64Array(peakSample.length).fill(NaN));
  const step = Math.max(1, Math.round(STEP_S * samplingRateHz));
  const reach = Math.round(QUIET_S.from * samplingRateHz) + step;
  for (let beat = 0; beat < peakSample.length; beat++) {
    const peak = peakSample[beat];
    if (beat > 0) columns[0][beat] = Math.log2((peak - peakSample[beat - 1]) / samplingRateHz);
    if (beat > 1) columns[1][beat] = log2AtLeast((1000 * Math.abs(peak - 2 * peakSample[beat - 1] + peakSample[beat - 2])) / samplingRateHz, LEAST.changeMs);
    if (beat % every !== 0 || peak < reach || peak + reach >= samplesMv.length) continue;
    const about = (beforeS: number, afterS: number) => samplesMv.subarray(peak - Math.round(beforeS * samplingRateHz), peak + Math.round(afterS * samplingRateHz) + 1);
    const amplitude = samplesMv[peak] - quantile(about(BASELINE_S, BASELINE_S), 0.5);
    columns[2][beat] = amplitude;
    columns[3][beat] = log2AtLeast((steepest(about(QRS_S, QRS_S), step) * samplingRateHz) / step, LEAST.slopeMvPerS);
    columns[4][beat] = Math.log2((1000 * widthAtHalf(samplesMv, peak, { amplitude, reach })) / samplingRateHz);
    columns[5][beat] = log2AtLeast(1000 * unevenness(about(QUIET_S.from, -QUIET_S.to), step), LEAST.noiseUv);
  }
  return columns;
}

function steepest(samples: Float32Array, step: number): number {
  let largest = 0;
  for (let i = step; i < samples.length; i++) largest = Math.max(largest, Math.abs(samples[i] - samples[i - step]));
  return largest;
}

/** Samples about the peak that are beyond half of its height, towards the peak's side. */
function widthAtHalf(samples: Float32Array, peak: number, { amplitude, reach }: { readonly amplitude: number; readonly reach: number }): number {
  const isBeyond = (i: number) => (samples[i] - samples[peak]) * Math.sign(amplitude) > -Math.abs(amplitude) / 2;
  let from = peak;
  let to = peak;
  while (from > peak - reach && isBeyond(from - 1)) from--;
  while (to < peak + reach && isBeyond(to + 1)) to++;
  return to - from + 1;
}

/** Median distance of the samples from the line between their neighbours `step` away. */
function unevenness(samples: Float32Array, step: number): number {
  const distances = new Float32Array(Math.max(0, samples.length - 2 * step));
  for (let i = 0; i < distances.length; i++) distances[i] = Math.abs(samples[i + step] - (samples[i] + samples[i + 2 * step]) / 2);
  return quantile(distances, 0.5);
}
