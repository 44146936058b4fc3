import { delineate } from "../delineation/delineate.ts";
import { NOT_FOUND } from "../delineation/delineation.ts";
import { quantile } from "../numeric/quantile.ts";
import { detectPeaks } from "../peaks/detect-peaks.ts";
import { excerptsOf } from "./excerpts.ts";
import type { Lead, Recording } from "./recording.ts";

/** Which way the waves of a lead point: `up` or `down` only where P, QRS and T all do. */
export type Polarity = "up" | "down" | "unclear";

/** Waves are delineated from about this rate on. */
const LEAST_RATE_HZ = 100;
const EXCERPT_S = 10;
/** Fewer beats tell nothing. */
const LEAST_BEATS = 5;
/** Without P waves in so many beats the rhythm may be any. */
const P_WAVE_SHARE = 0.5;
/** A wave points somewhere from so far on; the QRS complex when one side of it is so much larger than the other, as share of both. */
const P_MV = 0.02;
const T_MV = 0.05;
const QRS_BALANCE = 0.3;

interface Waves {
  beats: number;
  readonly pMv: number[];
  readonly qrsBalance: number[];
  readonly tMv: number[];
}

/**
 * Whether P, QRS and T of the typical beat point the same way. All three together, since disease turns each of them alone:
 * axis deviation the QRS complex, ischaemia the T wave, an ectopic atrial focus the P wave. Looks at one minute at most.
 */
export function leadPolarity({ samplesMv, unusable }: Lead, { sampleCount, samplingRateHz }: Pick<Recording, "sampleCount" | "samplingRateHz">): Polarity {
  if (samplingRateHz < LEAST_RATE_HZ) return "unclear";
  const waves: Waves = { beats: 0, pMv: [], qrsBalance: [], tMv: [] };
  for (const { from, to } of excerptsOf({ sampleCount, samplingRateHz, excerptS: EXCERPT_S })) {
    if (!unusable.some((stretch) => stretch.from < to && stretch.to > from)) collectWaves(samplesMv.subarray(from, to), samplingRateHz, waves);
  }
  const { beats, pMv, qrsBalance, tMv } = waves;
  if (beats < LEAST_BEATS || pMv.length < P_WAVE_SHARE * beats) return "unclear";
  const [p, qrs, t] = [pMv, qrsBalance, tMv].map((values) => quantile(Float64Array.from(values), 0.5));
  if (p > P_MV && qrs > QRS_BALANCE && t > T_MV) return "up";
  return p < -P_MV && qrs < -QRS_BALANCE && t < -T_MV ? "down" : "unclear";
}

function collectWaves(samplesMv: Float32Array, samplingRateHz: number, waves: Waves): void {
  const peaks = detectPeaks(samplesMv, samplingRateHz);
  const { pOnset, pPeak, pEnd, qrsOnset, qrsEnd, tPeak } = delineate(samplesMv, samplingRateHz, peaks);
  for (let beat = 0; beat < peaks.length; beat++) {
    if (qrsOnset[beat] === NOT_FOUND) continue;
    waves.beats++;
    const isoelectric = samplesMv[qrsOnset[beat]];
    let [highest, lowest] = [0, 0];
    for (let i = qrsOnset[beat]; i <= qrsEnd[beat]; i++) {
      highest = Math.max(highest, samplesMv[i] - isoelectric);
      lowest = Math.min(lowest, samplesMv[i] - isoelectric);
    }
    if (highest > lowest) waves.qrsBalance.push((highest + lowest) / (highest - lowest));
    if (pPeak[beat] !== NOT_FOUND) waves.pMv.push(samplesMv[pPeak[beat]] - (samplesMv[pOnset[beat]] + samplesMv[pEnd[beat]]) / 2);
    if (tPeak[beat] !== NOT_FOUND) waves.tMv.push(samplesMv[tPeak[beat]] - isoelectric);
  }
}
