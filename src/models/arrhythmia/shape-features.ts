import { CENTRE, WINDOW_SAMPLES, type AlignedBeats } from "./aligned-beats.ts";
import type { PatientBeat } from "./patient-beat.ts";
import { correlation, distance, energy, highest, lowest, PARTS, projection, qrsWidth, range, steepestStep } from "./window-measures.ts";

const COMPARED = ["P", "PR", "QRS", "ST", "T", "whole"] as const;

/**
 * What is said of a beat's shape: how it compares with the patient's mean beat, part by part, and how beats of its shape
 * come. Amplitudes are shares of the mean beat's QRS complex, so that neither gain nor lead matters; sizes ratios as logarithms.
 */
export const SHAPE_FEATURES = [
  ...COMPARED.map((part) => `${part} correlation` as const),
  ...COMPARED.map((part) => `${part} distance` as const),
  ...COMPARED.map((part) => `${part} distance / usual` as const),
  "P likeness at best lag", "P size at best lag", "P lag", "T size",
  "QRS range", "QRS energy", "QRS slope", "QRS width", "QRS width / mean beat", "QRS highest", "QRS lowest", "QRS polarity", "QRS early share",
  "P part range", "T part range",
  "shape's share", "is common", "shape's before / usual", "shape's after / usual",
] as const;

export type ShapeFeature = (typeof SHAPE_FEATURES)[number];

/** A P wave may come so many samples sooner or later than in the mean beat. */
const P_LAG = 5;
/** In mV: a mean beat of less counts as none. */
const LEAST_RANGE_MV = 0.02;
/** Values beyond say no more. */
const MOST = 4;

/** count × SHAPE_FEATURES.length. */
export function shapeFeatures(beats: AlignedBeats, patient: PatientBeat): Float32Array<ArrayBuffer> {
  const { mean } = patient;
  const unitMv = unitOf(patient);
  const distances = distancesToMean(beats, mean, unitMv);
  const usual = COMPARED.map((_, part) => usualDistance(distances, part, patient));
  const ofMean = { energy: energy(mean, PARTS.QRS), step: steepestStep(mean), width: qrsWidth(mean) };
  const features = new Float32Array(beats.count * SHAPE_FEATURES.length);
  for (let beat = 0; beat < beats.count; beat++) {
    const window = beats.windows.subarray(beat * WINDOW_SAMPLES, (beat + 1) * WINDOW_SAMPLES);
    const own = distances.subarray(beat * COMPARED.length, (beat + 1) * COMPARED.length);
    const p = bestLag(window, mean);
    const width = qrsWidth(window);
    const [high, low] = [highest(window, PARTS.QRS) / unitMv, lowest(window, PARTS.QRS) / unitMv];
    const values = [
      ...COMPARED.map((part) => correlation(window, mean, PARTS[part])),
      ...own,
      ...COMPARED.map((_, part) => logRatio(own[part], usual[part], 0.01)),
      p.likeness, p.size, p.lag / P_LAG, projection(window, mean, PARTS.T),
      logRatio(range(window, PARTS.QRS), unitMv), logRatio(energy(window, PARTS.QRS), ofMean.energy), logRatio(steepestStep(window), ofMean.step),
      width / 10, logRatio(width, ofMean.width), high, low, high + low, earlyShare(window),
      range(window, PARTS.P) / unitMv, range(window, PARTS.T) / unitMv,
      patient.shapeShare[beat], patient.isCommon[beat], patient.shapeBefore[beat], patient.shapeAfter[beat],
    ];
    for (let i = 0; i < values.length; i++) features[beat * SHAPE_FEATURES.length + i] = Math.min(MOST, Math.max(-MOST, values[i]));
  }
  return features;
}

/** The range of the mean beat's QRS complex in mV, which amplitudes are shares of. */
export function unitOf({ mean }: PatientBeat): number {
  return Math.max(LEAST_RANGE_MV, range(mean, PARTS.QRS));
}

/** count × COMPARED.length */
function distancesToMean({ count, windows }: AlignedBeats, mean: Float32Array, unitMv: number): Float64Array {
  const distances = new Float64Array(count * COMPARED.length);
  for (let beat = 0; beat < count; beat++) {
    const window = windows.subarray(beat * WINDOW_SAMPLES, (beat + 1) * WINDOW_SAMPLES);
    COMPARED.forEach((part, i) => (distances[beat * COMPARED.length + i] = distance(window, mean, PARTS[part]) / unitMv));
  }
  return distances;
}

/** The median over the beats of the commonest shape; 0 where there is none. */
function usualDistance(distances: Float64Array, part: number, { isCommon, count }: PatientBeat): number {
  const common = distances.filter((_, i) => i % COMPARED.length === part).filter((_, beat) => isCommon[beat] === 1);
  return count === 0 ? 0 : common.sort()[count >> 1];
}

/** The mean beat's P wave, looked for a little sooner and later. */
function bestLag(window: Float32Array, mean: Float32Array): { likeness: number; size: number; lag: number } {
  let best = { likeness: -Infinity, lag: 0 };
  for (let lag = -P_LAG; lag <= P_LAG; lag++) {
    const likeness = correlation(window, mean, PARTS.P, lag);
    if (likeness > best.likeness) best = { likeness, lag };
  }
  return { ...best, size: projection(window, mean, PARTS.P, best.lag) };
}

/** The share of the QRS complex's energy that lies before its centre. */
function earlyShare(window: Float32Array): number {
  const whole = energy(window, PARTS.QRS);
  return whole === 0 ? 0 : energy(window, { from: PARTS.QRS.from, to: CENTRE }) / whole;
}

function logRatio(a: number, b: number, floor = 1e-4): number {
  return Math.log((a + floor) / (b + floor));
}
