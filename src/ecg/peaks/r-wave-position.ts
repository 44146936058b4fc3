import { butterworth } from "../signal/butterworth.ts";
import { decimateMean } from "../signal/decimate-mean.ts";
import { zeroPhase } from "../signal/zero-phase.ts";
import { detectionFactor } from "./detection-rate.ts";

/** Where the deflections of a QRS complex stand out, the wide ones of ventricular beats among them, from baseline and muscle. */
const BAND_HZ = { low: 3, high: 25 };
const REACH_S = 0.08;
/** A top of at least this share of the largest one is taken for the R wave if it comes first. */
const HARDLY_SMALLER = 0.8;
/** How far the raw signal's extreme may lie from the filtered one's. */
const SNAP_S = 0.015;

/**
 * Moves each beat, known to within 80 ms, to the extreme of its QRS complex as the MIT-BIH annotations place it: the
 * first large deflection of the signal from 3 to 25 Hz, up or down, then the extreme of the signal itself beside it.
 * Ascending as `beats` are; two that meet become one.
 */
export function rWavePositions(samplesMv: Float32Array, samplingRateHz: number, beats: Uint32Array): Uint32Array<ArrayBuffer> {
  const factor = detectionFactor(samplingRateHz);
  const rateHz = samplingRateHz / factor;
  const band = { kind: "band-pass", lowHz: BAND_HZ.low, highHz: BAND_HZ.high } as const;
  const filtered = zeroPhase(butterworth(band, { order: 2, samplingRateHz: rateHz }), decimateMean(samplesMv, factor));
  const reach = Math.round(REACH_S * rateHz);
  const snap = Math.max(Math.round(SNAP_S * samplingRateHz), 1);
  const positions = Uint32Array.from(beats, (beat) => {
    const about = Math.min(Math.floor(beat / factor), filtered.length - 1);
    const { at, sign } = mainDeflection(filtered, about - reach, about + reach);
    const middle = Math.round(factor * (at + 0.5) - 0.5);
    return extreme(samplesMv, sign, middle - snap, middle + snap);
  });
  return positions.filter((position, i) => i === 0 || position > positions[i - 1]);
}

/** The largest deflection up or down, or the first of its direction that is hardly smaller: of a complex with two tops, R and not R′. */
function mainDeflection(filtered: Float32Array, from: number, to: number): { at: number; sign: 1 | -1 } {
  const first = Math.max(1, from);
  const end = Math.min(to, filtered.length - 2);
  let largest = Math.max(0, from);
  for (let i = first; i <= end; i++) if (Math.abs(filtered[i]) > Math.abs(filtered[largest])) largest = i;
  const sign = filtered[largest] < 0 ? -1 : 1;
  for (let i = first; i < largest; i++) {
    const isTop = sign * filtered[i] >= sign * filtered[i - 1] && sign * filtered[i] >= sign * filtered[i + 1];
    if (isTop && sign * filtered[i] >= HARDLY_SMALLER * sign * filtered[largest]) return { at: i, sign };
  }
  return { at: largest, sign };
}

function extreme(samples: Float32Array, sign: 1 | -1, from: number, to: number): number {
  let at = Math.max(0, from);
  for (let i = at + 1; i <= to && i < samples.length; i++) if (sign * samples[i] > sign * samples[at]) at = i;
  return at;
}
