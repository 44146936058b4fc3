import { butterworth } from "../signal/butterworth.ts";
import { movingAverage } from "../signal/moving-average.ts";
import { zeroPhase } from "../signal/zero-phase.ts";

/** Where most of a QRS complex's energy lies and little of P and T waves. */
const BAND_HZ = { low: 7, high: 35 };
/** As wide as a QRS complex. */
const COMPLEX_S = 0.12;
/** Two ventricular beats do not follow each other faster (250 a minute). */
const REFRACTORY_S = 0.24;
/** Surely one beat at least, unless the heart pauses. */
const BLOCK_S = 1.2;
/** The level is taken over as many blocks on each side: some 13 s in all, longer than most bursts of noise. */
const BLOCKS_AROUND = 5;
/** Highest wave of a block over the typical one between waves, under which nothing stands out: noise gives some 1.7. */
const LEAST_PROMINENCE = 2;
/** Smallest level, in mV: some steps of a recorder's resolution. */
const LEAST_LEVEL_MV = 0.005;

/** Waves that could be QRS complexes, in order of time. */
export interface QrsCandidates {
  /** index of the sample */
  readonly at: Uint32Array<ArrayBuffer>;
  /** energy's root in the QRS band, as a share of the highest in most of the blocks around */
  readonly height: Float32Array<ArrayBuffer>;
}

/**
 * The waves of a signal of at least 100 Hz (mV) that could be QRS complexes, at most one within the refractory time: maxima
 * of the root mean square over a complex's width in the QRS band, between Elgendi's 8–20 Hz (2013), where T waves are
 * least, and the wider bands that keep narrow complexes. None where nothing stands out from the noise.
 */
export function qrsCandidates(samplesMv: Float32Array, samplingRateHz: number): QrsCandidates {
  const envelope = qrsEnvelope(samplesMv, samplingRateHz);
  const at = maxima(envelope, Math.round(REFRACTORY_S * samplingRateHz));
  const blockSamples = Math.round(BLOCK_S * samplingRateHz);
  const level = blockLevels(envelope, blockSamples);
  const height = Float32Array.from(at, (sample) => envelope[sample] / level[Math.floor(sample / blockSamples)]);
  return { at: at.filter((_, i) => height[i] > 0), height: height.filter((value) => value > 0) };
}

function qrsEnvelope(samplesMv: Float32Array, samplingRateHz: number): Float32Array {
  const band = { kind: "band-pass", lowHz: BAND_HZ.low, highHz: BAND_HZ.high } as const;
  const filtered = zeroPhase(butterworth(band, { order: 2, samplingRateHz }), samplesMv);
  for (let i = 0; i < filtered.length; i++) filtered[i] *= filtered[i];
  const power = movingAverage(filtered, 2 * Math.round((COMPLEX_S * samplingRateHz) / 2) + 1);
  // The running sum's rounding can leave a silent stretch just below 0.
  for (let i = 0; i < power.length; i++) power[i] = Math.sqrt(Math.max(0, power[i]));
  return power;
}

/** Of the local maxima closer together than `apart`, the higher one. */
function maxima(envelope: Float32Array, apart: number): Uint32Array<ArrayBuffer> {
  const found: number[] = [];
  for (let i = 0; i < envelope.length; i++) {
    const rises = i === 0 || envelope[i] > envelope[i - 1];
    const falls = i + 1 === envelope.length || envelope[i] >= envelope[i + 1];
    if (!rises || !falls || envelope[i] === 0) continue;
    const last = found.length - 1;
    if (last < 0 || i - found[last] >= apart) found.push(i);
    else if (envelope[i] > envelope[found[last]]) found[last] = i;
  }
  return Uint32Array.from(found);
}

/** For each block the median of the highest values of the blocks around; Infinity where nothing stands out there. */
function blockLevels(envelope: Float32Array, blockSamples: number): Float32Array {
  const count = Math.ceil(envelope.length / blockSamples);
  const highest = new Float32Array(count);
  const typical = new Float32Array(count);
  for (let block = 0; block < count; block++) {
    const values = envelope.slice(block * blockSamples, (block + 1) * blockSamples).sort();
    highest[block] = values[values.length - 1];
    typical[block] = values[values.length >> 1];
  }
  return highest.map((_, block) => {
    const around = [Math.max(0, block - BLOCKS_AROUND), block + BLOCKS_AROUND + 1] as const;
    const level = median(highest.slice(...around));
    return level < LEAST_LEVEL_MV || level < LEAST_PROMINENCE * median(typical.slice(...around)) ? Infinity : level;
  });
}

function median(values: Float32Array): number {
  return values.sort()[values.length >> 1];
}
