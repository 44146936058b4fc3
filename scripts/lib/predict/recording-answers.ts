import { CLASSES } from "../../../src/ecg/beats/classes.ts";
import { csvCell } from "../../../src/ecg/export/csv-cell.ts";
import { recordingCsv } from "../../../src/ecg/export/recording-csv.ts";
import { likeliestClasses } from "../../../src/ecg/metrics/multi-class.ts";
import type { RecordingBeats } from "../../../src/ecg/recording/recording-beats.ts";
import type { Lead, Recording } from "../../../src/ecg/recording/recording.ts";
import { findRhythmEvents } from "../../../src/ecg/rhythm/rhythm-events.ts";
import { rrSeries } from "../../../src/ecg/rhythm/rr-series.ts";
import { unjudgedStretches } from "../../../src/ecg/rhythm/unjudged-stretches.ts";
import { SUPERCLASSES, type BeatClasses, type Diagnosis } from "../../../src/models/recording-model.ts";
import { classProbabilities, numbers, source, type Answer } from "./answer.ts";

export interface CheckedBeats extends BeatClasses {
  readonly beats: RecordingBeats;
}

/** The beats found in a lead with their classes, and the rhythm events that follow from them. */
export function recordingAnswer(recording: Recording, lead: Lead, result: CheckedBeats): Answer {
  const { samplingRateHz } = recording;
  const { beats, probabilities } = result;
  return {
    json: () => {
      const classes = likeliestClasses(probabilities, CLASSES.aami.length);
      const events = findRhythmEvents(rrSeries(beats.peakSample, { samplingRateHz, unusable: unjudgedStretches(recording, lead), classes }));
      return {
        ...source(recording.files, result),
        lead: lead.name,
        samplingRateHz,
        beats: { sample: Array.from(beats.peakSample), predicted: Array.from(classes, (own) => CLASSES.aami[own].code), ...classProbabilities(probabilities, CLASSES.aami) },
        events: events.map(({ kind, severity, startSample, endSample, value, unit, sentence }) => ({ kind, severity, startSample, endSample, value, unit, sentence })),
      };
    },
    csv: (control) => recordingCsv({ recording, lead, beats, probabilities, relabels: new Map() }, control),
  };
}

/** The five superclasses of twelve leads. */
export function diagnosisAnswer({ files }: Recording, diagnosis: Diagnosis): Answer {
  const { thresholds, imputed } = diagnosis;
  const probabilities = numbers(diagnosis.probabilities);
  const isReported = probabilities.map((probability, own) => probability >= thresholds[own]);
  const byCode = <Value>(values: readonly Value[]) => Object.fromEntries(SUPERCLASSES.map(({ code }, own) => [code, values[own]]));
  return {
    json: () => ({ ...source(files, diagnosis), probabilities: byCode(probabilities), thresholds: byCode(thresholds), predicted: byCode(isReported), imputed }),
    csv: () => {
      const header = ["file", ...SUPERCLASSES.flatMap(({ code }) => [`probability_${code}`, `threshold_${code}`, `predicted_${code}`]), "imputed"];
      const row = [files[0].name, ...SUPERCLASSES.flatMap((_, own) => [String(probabilities[own]), String(thresholds[own]), isReported[own] ? "1" : "0"]), imputed.join(" ")];
      return Promise.resolve(new Blob([header, row].map((cells) => `${cells.map(csvCell).join(",")}\n`), { type: "text/csv;charset=utf-8" }));
    },
  };
}
