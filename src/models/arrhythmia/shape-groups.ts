import { quantile } from "../../ecg/numeric/quantile.ts";
import { NO_TEMPLATE } from "../../ecg/recording/beat-templates.ts";
import { WINDOW_SAMPLES, type AlignedBeats } from "./aligned-beats.ts";
import { isEarly, isLate, isTimely, type BeatTiming, type PatientBeat } from "./patient-beat.ts";
import { correlation, distance, PARTS } from "./window-measures.ts";

/**
 * What is said of a beat by all that share the shape of its QRS complex, and how near it comes to any shape that is normal
 * for the patient: one whose beats come when they are expected, after a P wave. There can be several.
 */
export const GROUP_FEATURES = [
  "shape's share of timely", "shape's share of early", "shape's share of early with a pause", "shape's spread of before", "shape's P likeness",
  "best QRS correlation with a normal shape", "least QRS distance to a normal shape",
] as const;

/** A distance beyond says no more. */
const MOST_DISTANCE = 4;
/** What makes a shape a normal one. */
const NORMAL = { beats: 8, shareOfTimely: 0.7, pLikeness: 0.8 } as const;

interface ShapeGroup {
  readonly beats: readonly number[];
  readonly timely: number;
  readonly early: number;
  readonly earlyWithPause: number;
  readonly spread: number;
  readonly pLikeness: number;
}

export interface GroupContext {
  readonly timing: BeatTiming;
  /** of each beat's P wave with the mean beat's */
  readonly pLikeness: Float32Array;
  /** the range of the mean beat's QRS complex, which distances are shares of */
  readonly unitMv: number;
}

/** count × GROUP_FEATURES.length. A beat of no common shape is a group of its own. */
export function groupFeatures(beats: AlignedBeats, patient: PatientBeat, { timing, pLikeness, unitMv }: GroupContext): Float32Array<ArrayBuffer> {
  const members = Array.from({ length: 1 + patient.templateOf.reduce((most, own) => (own === NO_TEMPLATE ? most : Math.max(most, own)), -1) }, (): number[] => []);
  patient.templateOf.forEach((own, beat) => own !== NO_TEMPLATE && members[own].push(beat));
  const groups = members.map((each) => shapeGroup(each, timing, pLikeness));
  const shapes = [patient.mean, ...groups.filter(isNormal).map((group) => meanWindow(beats, group.beats))];
  const features = new Float32Array(beats.count * GROUP_FEATURES.length);
  for (let beat = 0; beat < beats.count; beat++) {
    const window = beats.windows.subarray(beat * WINDOW_SAMPLES, (beat + 1) * WINDOW_SAMPLES);
    const own = patient.templateOf[beat];
    const group = own === NO_TEMPLATE ? shapeGroup([beat], timing, pLikeness) : groups[own];
    const values: Record<(typeof GROUP_FEATURES)[number], number> = {
      "shape's share of timely": group.timely,
      "shape's share of early": group.early,
      "shape's share of early with a pause": group.earlyWithPause,
      "shape's spread of before": group.spread,
      "shape's P likeness": group.pLikeness,
      "best QRS correlation with a normal shape": Math.max(...shapes.map((shape) => correlation(window, shape, PARTS.QRS))),
      "least QRS distance to a normal shape": Math.min(MOST_DISTANCE, ...shapes.map((shape) => distance(window, shape, PARTS.QRS) / unitMv)),
    };
    features.set(GROUP_FEATURES.map((name) => values[name]), beat * GROUP_FEATURES.length);
  }
  return features;
}

function shapeGroup(beats: readonly number[], { before, after }: BeatTiming, pLikeness: Float32Array): ShapeGroup {
  const share = (is: (beat: number) => boolean) => beats.filter(is).length / beats.length;
  const mean = beats.reduce((sum, beat) => sum + before[beat], 0) / beats.length;
  return {
    beats,
    timely: share((beat) => isTimely(before[beat])),
    early: share((beat) => isEarly(before[beat])),
    earlyWithPause: share((beat) => isEarly(before[beat]) && isLate(after[beat])),
    spread: Math.sqrt(beats.reduce((sum, beat) => sum + (before[beat] - mean) ** 2, 0) / beats.length),
    pLikeness: quantile(Float64Array.from(beats, (beat) => pLikeness[beat]), 0.5),
  };
}

function isNormal({ beats, timely, pLikeness }: ShapeGroup): boolean {
  return beats.length >= NORMAL.beats && timely > NORMAL.shareOfTimely && pLikeness > NORMAL.pLikeness;
}

function meanWindow({ windows }: AlignedBeats, beats: readonly number[]): Float32Array<ArrayBuffer> {
  const sums = new Float64Array(WINDOW_SAMPLES);
  for (const beat of beats) for (let i = 0; i < WINDOW_SAMPLES; i++) sums[i] += windows[beat * WINDOW_SAMPLES + i];
  return Float32Array.from(sums, (sum) => sum / beats.length);
}
