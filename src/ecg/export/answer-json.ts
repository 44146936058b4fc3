/** What models say, as plain JSON: one shape for `npm run predict`, the programmatic interface and the export of a check. */
import { CLASSES, type BeatClass } from "../beats/classes.ts";
import type { PatientSeries } from "../heart-rate/table.ts";
import { likeliestClasses } from "../metrics/multi-class.ts";
import type { RecordingBeats } from "../recording/recording-beats.ts";
import type { Lead, Recording } from "../recording/recording.ts";
import { findRhythmEvents } from "../rhythm/rhythm-events.ts";
import type { RhythmEvent } from "../rhythm/rhythm-event.ts";
import { rrSeries } from "../rhythm/rr-series.ts";
import { unjudgedStretches } from "../rhythm/unjudged-stretches.ts";
import { float32Text } from "./float32-text.ts";

/** 32-bit numbers as short as they can be written. */
export const numbers = (values: Iterable<number>): number[] => Array.from(values, (value) => Number(float32Text(value)));

type ScoredRows = Pick<PatientSeries, "patientId" | "timeS" | "rateBpm">;

/** Rows of heart rates: a score each, null where it cannot be scored, and whether it is predicted anomalous. */
export function heartRateJson(patients: readonly ScoredRows[], { scores, threshold }: { readonly scores: readonly Float32Array[]; readonly threshold: number }) {
  return {
    threshold,
    patients: patients.map(({ patientId, timeS, rateBpm }, patient) => ({
      patientId,
      timeS: Array.from(timeS),
      rateBpm: Array.from(rateBpm),
      score: Array.from(scores[patient], (score) => (Number.isNaN(score) ? null : Number(float32Text(score)))),
      predicted: Array.from(scores[patient], (score) => (Number.isNaN(score) ? null : score >= threshold)),
    })),
  };
}

/** Beats of a classifier: each one's likeliest class, and one list of probabilities a class. */
export function classJson(probabilities: Float32Array, classes: readonly BeatClass[]) {
  const count = probabilities.length / classes.length;
  const ofClass = (own: number) => numbers(Float32Array.from({ length: count }, (_, beat) => probabilities[beat * classes.length + own]));
  return {
    predicted: Array.from(likeliestClasses(probabilities, classes.length), (own) => classes[own].code),
    probabilities: Object.fromEntries(classes.map(({ code }, own) => [code, ofClass(own)])),
  };
}

/** Beats of an autoencoder: the reconstruction error of each, and whether it is predicted anomalous. */
export function errorJson(errors: Float32Array, threshold: number) {
  return { threshold, error: numbers(errors), predicted: Array.from(errors, (error) => error >= threshold) };
}

export interface JudgedLead {
  readonly recording: Pick<Recording, "annotations" | "sampleCount" | "samplingRateHz">;
  readonly lead: Lead;
  readonly beats: Pick<RecordingBeats, "peakSample">;
  /** beats × CLASSES.aami */
  readonly probabilities: Float32Array<ArrayBuffer>;
}

/** The beats found in a lead with their classes, and the rhythm events that follow from them. */
export function leadJson({ recording, lead, beats: { peakSample }, probabilities }: JudgedLead) {
  const { samplingRateHz } = recording;
  const classes = likeliestClasses(probabilities, CLASSES.aami.length);
  const events = findRhythmEvents(rrSeries(peakSample, { samplingRateHz, unusable: unjudgedStretches(recording, lead), classes }));
  return {
    lead: lead.name,
    samplingRateHz,
    beats: { sample: Array.from(peakSample), ...classJson(probabilities, CLASSES.aami) },
    events: events.map(eventJson),
  };
}

export const eventJson = ({ kind, severity, startSample, endSample, value, unit, sentence }: RhythmEvent) => ({ kind, severity, startSample, endSample, value, unit, sentence });

/** Findings of which several can hold at once, by their codes. */
export function findingsJson(codes: readonly string[], { probabilities, thresholds }: { readonly probabilities: Iterable<number>; readonly thresholds: readonly number[] }) {
  const values = numbers(probabilities);
  const byCode = <Value>(own: readonly Value[]): Record<string, Value> => Object.fromEntries(codes.map((code, i) => [code, own[i]]));
  return { probabilities: byCode(values), thresholds: byCode(thresholds), predicted: byCode(values.map((value, i) => value >= thresholds[i])) };
}
