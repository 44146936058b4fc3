import { butterworth } from "../signal/butterworth.ts";
import { movingAverage } from "../signal/moving-average.ts";
import { zeroPhase } from "../signal/zero-phase.ts";
import { rWavePositions } from "./r-wave-position.ts";

const BAND_HZ = { low: 8, high: 20 };
/** As long as a QRS complex and as a heartbeat, and the threshold's offset as a share of the mean energy: W1, W2 and β. */
const COMPLEX_S = 0.097;
const BEAT_S = 0.611;
const OFFSET = 0.08;

/**
 * R peaks by two moving averages (M. Elgendi, Fast QRS detection with an optimized knowledge-based method, PLoS ONE 8,
 * 2013; first in M. Elgendi, M. Jonkman and F. DeBoer, Frequency bands effects on QRS detection, BIOSIGNALS 2010): where
 * the energy's average over a complex exceeds that over a beat for at least a complex's length, there is one. Its place is
 * refined as the other detectors' is. `samplesMv` in mV at more than 40 Hz; ascending indices of samples.
 */
export function elgendiPeaks(samplesMv: Float32Array, samplingRateHz: number): Uint32Array<ArrayBuffer> {
  const band = { kind: "band-pass", lowHz: BAND_HZ.low, highHz: BAND_HZ.high } as const;
  const energy = zeroPhase(butterworth(band, { order: 3, samplingRateHz }), samplesMv).map((value) => value ** 2);
  const complexSamples = oddSamples(COMPLEX_S, samplingRateHz);
  const overComplex = movingAverage(energy, complexSamples);
  const overBeat = movingAverage(energy, oddSamples(BEAT_S, samplingRateHz));
  const offset = OFFSET * (energy.reduce((sum, value) => sum + value, 0) / energy.length);
  const found: number[] = [];
  let from = -1;
  for (let i = 0; i <= energy.length; i++) {
    const inside = i < energy.length && overComplex[i] > overBeat[i] + offset;
    if (inside && from < 0) from = i;
    if (inside || from < 0) continue;
    if (i - from >= complexSamples) found.push(highest(energy, from, i));
    from = -1;
  }
  return rWavePositions(samplesMv, samplingRateHz, Uint32Array.from(found));
}

function oddSamples(durationS: number, samplingRateHz: number): number {
  return 2 * Math.round((durationS * samplingRateHz - 1) / 2) + 1;
}

function highest(values: Float32Array, from: number, to: number): number {
  let at = from;
  for (let i = from + 1; i < to; i++) if (values[i] > values[at]) at = i;
  return at;
}
