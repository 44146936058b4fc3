import { rollingMedian } from "../../ecg/numeric/rolling-median.ts";
import { pause, turns, type JobControl } from "../../ecg/progress.ts";
import type { LeadBeats } from "../recording-model.ts";
import { alignBeats, shapeLead } from "./aligned-beats.ts";
import { LOCAL_FEATURES, localFeatures } from "./local-shapes.ts";
import { patientBeat, type BeatTiming } from "./patient-beat.ts";
import { RR_FEATURES, rrContext } from "./rr-context.ts";
import { SHAPE_FEATURES, shapeFeatures, unitOf, type ShapeFeature } from "./shape-features.ts";
import { GROUP_FEATURES, groupFeatures } from "./shape-groups.ts";

/** What the beats before and after have a say in. */
const NEIGHBOUR_FEATURES: readonly ShapeFeature[] = ["QRS correlation", "QRS width / mean beat", "is common", "P likeness at best lag", "whole distance", "shape's before / usual"];

/** Whose median over a minute is taken: where P waves are seldom like the mean beat's, as in atrial fibrillation, early beats mean little. */
const P_FEATURES: readonly ShapeFeature[] = ["P correlation", "P likeness at best lag"];
const MINUTE_BEATS = 61;

/** Names in the order of a beat's features. */
export const FEATURES: readonly string[] = [
  ...RR_FEATURES,
  ...SHAPE_FEATURES,
  ...GROUP_FEATURES,
  ...LOCAL_FEATURES,
  ...P_FEATURES.map((name) => `${name}, usual of a minute`),
  ...NEIGHBOUR_FEATURES.map((name) => `${name}, beat before`),
  ...NEIGHBOUR_FEATURES.map((name) => `${name}, beat after`),
];

/** Beats that share one mean beat, at most: about half an hour, as in the recordings learnt from. Longer ones are cut evenly. */
const MOST_BEATS = 3000;
/** A mean of fewer beats is not what is usual for the patient. */
const FEWEST_FOR_MEAN = 20;

export interface BeatFeatures {
  readonly count: number;
  /** count × FEATURES.length */
  readonly values: Float32Array<ArrayBuffer>;
  /** beats whose window reaches beyond the recording or into an unusable stretch */
  readonly marred: number;
  /** stretches whose mean beat is of too few beats */
  readonly stretchesWithoutMean: number;
}

/**
 * The features of each beat of a lead. Beats of other patients are compared by them: all are relative to the patient's own.
 * Throws the signal's reason when it is aborted.
 */
export async function beatFeatures(beats: LeadBeats, { signal, onProgress }: JobControl): Promise<BeatFeatures> {
  const count = beats.peakSample.length;
  const report = (done: number) => onProgress({ stage: "Comparing beats", done, total: count, unit: "beats" });
  const turn = turns(signal, report);
  report(0);
  await pause(signal);
  const rr = rrContext(beats);
  const lead = shapeLead(beats);
  const shape = new Float32Array(count * SHAPE_FEATURES.length);
  const group = new Float32Array(count * GROUP_FEATURES.length);
  const local = new Float32Array(count * LOCAL_FEATURES.length);
  const stretches = Math.ceil(count / MOST_BEATS);
  let marred = 0;
  let stretchesWithoutMean = 0;
  for (let stretch = 0; stretch < stretches; stretch++) {
    const [from, to] = [stretch, stretch + 1].map((each) => Math.floor((each * count) / stretches));
    await turn(from);
    const aligned = alignBeats({ ...beats, lead, peakSample: beats.peakSample.subarray(from, to) });
    const ofStretch = timing(rr, from, to);
    const patient = patientBeat(aligned, ofStretch);
    if (patient.count < FEWEST_FOR_MEAN) stretchesWithoutMean++;
    marred += aligned.isMarred.reduce((sum, own) => sum + own, 0);
    const own = shapeFeatures(aligned, patient);
    const pLikeness = columnOf(own, SHAPE_FEATURES, "P likeness at best lag");
    shape.set(own, from * SHAPE_FEATURES.length);
    group.set(groupFeatures(aligned, patient, { timing: ofStretch, pLikeness, unitMv: unitOf(patient) }), from * GROUP_FEATURES.length);
    local.set(localFeatures(aligned), from * LOCAL_FEATURES.length);
  }
  return { count, values: joined(count, { rr, shape, group, local }), marred, stretchesWithoutMean };
}

function timing(rr: Float32Array, from: number, to: number): BeatTiming {
  const part = rr.subarray(from * RR_FEATURES.length, to * RR_FEATURES.length);
  return { before: columnOf(part, RR_FEATURES, "before / usual"), after: columnOf(part, RR_FEATURES, "after / usual") };
}

/** One feature of every beat. */
function columnOf<Name extends string>(rows: Float32Array, names: readonly Name[], name: Name): Float32Array<ArrayBuffer> {
  const at = names.indexOf(name);
  return Float32Array.from({ length: rows.length / names.length }, (_, beat) => rows[beat * names.length + at]);
}

interface FeatureParts {
  readonly rr: Float32Array;
  readonly shape: Float32Array;
  readonly group: Float32Array;
  readonly local: Float32Array;
}

/** The first beat stands in for the one before it, the last for the one after it. */
function joined(count: number, { rr, shape, group, local }: FeatureParts): Float32Array<ArrayBuffer> {
  const values = new Float32Array(count * FEATURES.length);
  const parts = [[rr, RR_FEATURES.length], [shape, SHAPE_FEATURES.length], [group, GROUP_FEATURES.length], [local, LOCAL_FEATURES.length]] as const;
  const usualOfMinute = P_FEATURES.map((name) => rollingMedian(Float64Array.from(columnOf(shape, SHAPE_FEATURES, name)), MINUTE_BEATS));
  const neighbourColumns = NEIGHBOUR_FEATURES.map((name) => SHAPE_FEATURES.indexOf(name));
  for (let beat = 0; beat < count; beat++) {
    const row = values.subarray(beat * FEATURES.length, (beat + 1) * FEATURES.length);
    let at = 0;
    for (const [part, length] of parts) {
      row.set(part.subarray(beat * length, (beat + 1) * length), at);
      at += length;
    }
    for (const medians of usualOfMinute) row[at++] = medians[beat];
    for (const neighbour of [Math.max(0, beat - 1), Math.min(count - 1, beat + 1)]) {
      for (const column of neighbourColumns) row[at++] = shape[neighbour * SHAPE_FEATURES.length + column];
    }
  }
  return values;
}
