import { beatTemplates, NO_TEMPLATE } from "../../ecg/recording/beat-templates.ts";
import { WINDOW_SAMPLES, type AlignedBeats } from "./aligned-beats.ts";
import { PARTS } from "./window-measures.ts";

const TEMPLATE_OPTIONS = { likeness: 0.9, mergeLikeness: 0.95, mostTemplates: 12 };
/** ln(RR / local median) of beats that come when they are expected. */
const TIMELY = { from: Math.log(0.88), to: Math.log(1.15) };
/** And from which on an interval is a pause. */
const LATE = Math.log(1.1);

export const isTimely = (logRatio: number): boolean => logRatio > TIMELY.from && logRatio < TIMELY.to;
export const isEarly = (logRatio: number): boolean => logRatio <= TIMELY.from;
export const isLate = (logRatio: number): boolean => logRatio > LATE;

/** What a patient's own beats look like, by themselves: nobody labelled them. */
export interface PatientBeat {
  /** of the beats of the commonest shape, in mV */
  readonly mean: Float32Array<ArrayBuffer>;
  /** beats that it is the mean of */
  readonly count: number;
  /** the template of QRS shape that each beat is of, or NO_TEMPLATE */
  readonly templateOf: Uint8Array<ArrayBuffer>;
  /** one entry a beat: of the beats that share its QRS shape, the share of all, and the mean of ln(RR / local) before and after */
  readonly shapeShare: Float32Array<ArrayBuffer>;
  readonly shapeBefore: Float32Array<ArrayBuffer>;
  readonly shapeAfter: Float32Array<ArrayBuffer>;
  /** 1 for the beats of the commonest shape */
  readonly isCommon: Uint8Array<ArrayBuffer>;
}

export interface BeatTiming {
  /** ln(RR / local median), one entry a beat */
  readonly before: Float32Array;
  readonly after: Float32Array;
}

/**
 * Groups the beats by the shape of their QRS complex. The commonest shape is the one with most beats that come when they
 * are expected: ventricular beats can be as many as normal ones, but come early.
 */
export function patientBeat({ count, windows, isMarred }: AlignedBeats, { before, after }: BeatTiming): PatientBeat {
  const samplesPerBeat = PARTS.QRS.to - PARTS.QRS.from;
  const complexes = new Float32Array(count * samplesPerBeat);
  for (let beat = 0; beat < count; beat++) {
    complexes.set(windows.subarray(beat * WINDOW_SAMPLES + PARTS.QRS.from, beat * WINDOW_SAMPLES + PARTS.QRS.to), beat * samplesPerBeat);
  }
  const { templates, templateOf } = beatTemplates({ count, samplesPerBeat, samples: complexes }, (beat) => isMarred[beat] === 1, TEMPLATE_OPTIONS);
  const timely = new Uint32Array(templates.length);
  const beforeSum = new Float64Array(templates.length);
  const afterSum = new Float64Array(templates.length);
  templateOf.forEach((own, beat) => {
    if (own === NO_TEMPLATE) return;
    if (isTimely(before[beat])) timely[own]++;
    beforeSum[own] += before[beat];
    afterSum[own] += after[beat];
  });
  const common = timely.reduce((best, beats, own) => (beats > timely[best] ? own : best), 0);
  const isCommon = templateOf.map((own) => (own === common && templates.length > 0 ? 1 : 0));
  const ofTemplate = (value: (own: number) => number, alone: (beat: number) => number) =>
    Float32Array.from(templateOf, (own, beat) => (own === NO_TEMPLATE ? alone(beat) : value(own)));
  return {
    ...meanBeat(windows, isCommon),
    isCommon,
    templateOf,
    shapeShare: ofTemplate((own) => templates[own].count / count, () => 1 / count),
    shapeBefore: ofTemplate((own) => beforeSum[own] / templates[own].count, (beat) => before[beat]),
    shapeAfter: ofTemplate((own) => afterSum[own] / templates[own].count, (beat) => after[beat]),
  };
}

function meanBeat(windows: Float32Array, isCommon: Uint8Array): Pick<PatientBeat, "mean" | "count"> {
  const sums = new Float64Array(WINDOW_SAMPLES);
  let count = 0;
  isCommon.forEach((common, beat) => {
    if (common === 0) return;
    count++;
    for (let i = 0; i < WINDOW_SAMPLES; i++) sums[i] += windows[beat * WINDOW_SAMPLES + i];
  });
  return { mean: Float32Array.from(sums, (sum) => (count === 0 ? 0 : sum / count)), count };
}
