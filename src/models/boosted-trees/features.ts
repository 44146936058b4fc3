import { samplesOf } from "../../ecg/beats/table.ts";
import type { BeatInput } from "../beat-model.ts";
import { meta } from "./meta.ts";

/** Samples from … to − 1. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a beat's shape is measured by. */
interface Landmarks {
  /** samples before the zeros that fill the row up: 1.2 times the recording's median RR interval */
  readonly end: number;
  /** position of the next R wave: the highest sample past 40 % of `end` */
  readonly nextR: number;
  /** position of the lowest sample of the first 40: the S wave, mostly */
  readonly trough: number;
  /** position of the lowest sample */
  readonly lowest: number;
}

interface DerivedFeature {
  readonly name: string;
  readonly of: (beat: Float32Array, marks: Landmarks) => number;
  /** the samples that it is read from, which share what it is credited with */
  readonly from: (marks: Landmarks) => Span;
}

const one = (at: number): Span => ({ from: at, to: at + 1 });
const all = ({ end }: Landmarks): Span => ({ from: 0, to: end });

/** Beside the samples: what a tree would need many questions for, computed from the beat alone. */
const DERIVED: readonly DerivedFeature[] = [
  { name: "length", of: (_, { end }) => end, from: ({ end }) => one(end - 1) },
  { name: "next R position", of: (_, { nextR }) => nextR, from: ({ nextR }) => one(nextR) },
  { name: "next R position / length", of: (_, { nextR, end }) => nextR / end, from: ({ nextR }) => one(nextR) },
  { name: "next R height", of: (beat, { nextR }) => beat[nextR], from: ({ nextR }) => one(nextR) },
  { name: "mean", of: (beat, { end }) => sum(beat, end) / end, from: all },
  { name: "total variation", of: totalVariation, from: all },
  { name: "trough position", of: (_, { trough }) => trough, from: ({ trough }) => one(trough) },
  { name: "lowest value", of: (beat, { lowest }) => beat[lowest], from: ({ lowest }) => one(lowest) },
];

/** The samples by their number, then the derived features. */
export const FEATURE_NAMES: readonly string[] = [...Array.from({ length: meta.samplesPerBeat }, (_, sample) => `sample ${sample}`), ...DERIVED.map(({ name }) => name)];

/** The features of beats `from` … `to` − 1 of 187 samples without NaN: one column a feature. */
export function beatFeatures(beats: BeatInput, { from, to }: Span): Float32Array<ArrayBuffer>[] {
  const columns = FEATURE_NAMES.map(() => new Float32Array(to - from));
  for (let row = 0; row < to - from; row++) {
    const beat = samplesOf(beats, from + row);
    const marks = landmarksOf(beat);
    for (let sample = 0; sample < beat.length; sample++) columns[sample][row] = beat[sample];
    DERIVED.forEach((feature, i) => (columns[beat.length + i][row] = feature.of(beat, marks)));
  }
  return columns;
}

/** What the samples are credited with: their own attribution and, in equal parts, that of the derived features read from them. */
export function creditSamples(beat: Float32Array, attributions: Float64Array): Float32Array<ArrayBuffer> {
  const credits = attributions.slice(0, beat.length);
  const marks = landmarksOf(beat);
  DERIVED.forEach((feature, i) => {
    const { from, to } = feature.from(marks);
    for (let sample = from; sample < to; sample++) credits[sample] += attributions[beat.length + i] / (to - from);
  });
  return Float32Array.from(credits);
}

const NEXT_R_FROM = 0.4;
const TROUGH_SAMPLES = 40;

function landmarksOf(beat: Float32Array): Landmarks {
  let end = beat.length;
  while (end > 1 && beat[end - 1] === 0) end--;
  const lowestBefore = (limit: number): number => {
    let at = 0;
    for (let sample = 1; sample < limit; sample++) if (beat[sample] < beat[at]) at = sample;
    return at;
  };
  let nextR = Math.floor(end * NEXT_R_FROM);
  for (let sample = nextR + 1; sample < end; sample++) if (beat[sample] > beat[nextR]) nextR = sample;
  return { end, nextR, trough: lowestBefore(Math.min(TROUGH_SAMPLES, end)), lowest: lowestBefore(end) };
}

function sum(beat: Float32Array, end: number): number {
  let total = 0;
  for (let sample = 0; sample < end; sample++) total += beat[sample];
  return total;
}

function totalVariation(beat: Float32Array, { end }: Landmarks): number {
  let total = 0;
  for (let sample = 1; sample < end; sample++) total += Math.abs(beat[sample] - beat[sample - 1]);
  return total;
}
