import { quantileOfSorted } from "../../ecg/numeric/quantile.ts";
import { WINDOW_SAMPLES, type AlignedBeats } from "./aligned-beats.ts";
import { correlation, PARTS, range } from "./window-measures.ts";

/**
 * How a beat's shape compares with those about it, whatever the patient's commonest shape: where electrodes have moved or
 * conduction has changed, a beat is unlike the mean beat but like its neighbours.
 */
export const LOCAL_FEATURES = [
  "QRS correlation with beat before", "QRS correlation with beat after", "QRS range / beat before",
  "QRS correlation with neighbours' mean", "whole correlation with neighbours' mean", "P correlation with neighbours' mean",
  "neighbours of like QRS", "usual QRS correlation with neighbours", "high QRS correlation with neighbours",
] as const;

/** Beats on either side that are neighbours. */
const REACH = 20;
const LIKE = 0.9;
const HIGH_QUANTILE = 0.875;
/** In mV: a QRS complex of less counts as none. */
const LEAST_RANGE_MV = 0.01;
const MOST_LOG_RATIO = Math.log(3);

/** count × LOCAL_FEATURES.length. A beat without neighbours is like them. */
export function localFeatures(beats: AlignedBeats): Float32Array<ArrayBuffer> {
  const { count } = beats;
  const features = new Float32Array(count * LOCAL_FEATURES.length);
  const likeness = qrsLikeness(beats);
  const about = new NeighbourMean(beats);
  for (let beat = 0; beat < count; beat++) {
    const window = windowOf(beats, beat);
    const mean = about.of(beat);
    const sorted = likeness(beat);
    const before = windowOf(beats, Math.max(0, beat - 1));
    const values: Record<(typeof LOCAL_FEATURES)[number], number> = {
      "QRS correlation with beat before": correlation(window, before, PARTS.QRS),
      "QRS correlation with beat after": correlation(window, windowOf(beats, Math.min(count - 1, beat + 1)), PARTS.QRS),
      "QRS range / beat before": logRatio(range(window, PARTS.QRS), range(before, PARTS.QRS)),
      "QRS correlation with neighbours' mean": correlation(window, mean, PARTS.QRS),
      "whole correlation with neighbours' mean": correlation(window, mean, PARTS.whole),
      "P correlation with neighbours' mean": correlation(window, mean, PARTS.P),
      "neighbours of like QRS": sorted.reduce((sum, own) => sum + (own > LIKE ? 1 : 0), 0) / sorted.length,
      "usual QRS correlation with neighbours": quantileOfSorted(sorted, 0.5),
      "high QRS correlation with neighbours": quantileOfSorted(sorted, HIGH_QUANTILE),
    };
    features.set(LOCAL_FEATURES.map((name) => values[name]), beat * LOCAL_FEATURES.length);
  }
  return features;
}

function windowOf({ windows }: AlignedBeats, beat: number): Float32Array {
  return windows.subarray(beat * WINDOW_SAMPLES, (beat + 1) * WINDOW_SAMPLES);
}

/** Gives the correlations of a beat's QRS complex with those of its neighbours, ascending; with itself where it has none. */
function qrsLikeness(beats: AlignedBeats): (beat: number) => Float64Array {
  const { count } = beats;
  const shapes = Array.from({ length: count }, (_, beat) => unitShape(windowOf(beats, beat).subarray(PARTS.QRS.from, PARTS.QRS.to)));
  const withLater = new Float64Array(count * REACH);
  for (let beat = 0; beat < count; beat++) {
    for (let k = 0; k < REACH && beat + k + 1 < count; k++) withLater[beat * REACH + k] = scalarProduct(shapes[beat], shapes[beat + k + 1]);
  }
  return (beat) => {
    const first = Math.max(0, beat - REACH);
    const end = Math.min(count, beat + REACH + 1);
    if (end - first === 1) return Float64Array.of(scalarProduct(shapes[beat], shapes[beat]));
    const likeness = new Float64Array(end - first - 1);
    for (let other = first; other < beat; other++) likeness[other - first] = withLater[other * REACH + beat - other - 1];
    for (let other = beat + 1; other < end; other++) likeness[other - first - 1] = withLater[beat * REACH + other - beat - 1];
    return likeness.sort();
  };
}

/** Without its mean and scaled to length 1; zeros where it is flat. */
function unitShape(samples: Float32Array): Float64Array {
  const mean = samples.reduce((sum, value) => sum + value, 0) / samples.length;
  const shape = Float64Array.from(samples).map((value) => value - mean);
  const length = Math.sqrt(scalarProduct(shape, shape));
  return length === 0 ? shape : shape.map((value) => value / length);
}

function scalarProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** The mean window of each beat's neighbours, without the beat's own; asked for beat by beat, in order. */
class NeighbourMean {
  private readonly sums = new Float64Array(WINDOW_SAMPLES);
  private readonly mean = new Float32Array(WINDOW_SAMPLES);
  private readonly beats: AlignedBeats;
  private from = 0;
  private to = 0;

  constructor(beats: AlignedBeats) {
    this.beats = beats;
  }

  of(beat: number): Float32Array {
    const end = Math.min(this.beats.count, beat + REACH + 1);
    while (this.to < end) this.add(this.to++, 1);
    while (this.from < beat - REACH) this.add(this.from++, -1);
    const window = windowOf(this.beats, beat);
    const others = this.to - this.from - 1;
    for (let i = 0; i < WINDOW_SAMPLES; i++) this.mean[i] = others === 0 ? window[i] : (this.sums[i] - window[i]) / others;
    return this.mean;
  }

  private add(beat: number, sign: 1 | -1): void {
    const window = windowOf(this.beats, beat);
    for (let i = 0; i < WINDOW_SAMPLES; i++) this.sums[i] += sign * window[i];
  }
}

function logRatio(a: number, b: number): number {
  const ratio = Math.log((a + LEAST_RANGE_MV) / (b + LEAST_RANGE_MV));
  return Math.min(MOST_LOG_RATIO, Math.max(-MOST_LOG_RATIO, ratio));
}
