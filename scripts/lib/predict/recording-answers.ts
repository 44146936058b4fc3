import { findingsJson, leadJson } from "../../../src/ecg/export/answer-json.ts";
import { csvCell } from "../../../src/ecg/export/csv-cell.ts";
import { recordingCsv } from "../../../src/ecg/export/recording-csv.ts";
import type { RecordingBeats } from "../../../src/ecg/recording/recording-beats.ts";
import type { Lead, Recording } from "../../../src/ecg/recording/recording.ts";
import { SUPERCLASSES, type BeatClasses, type Diagnosis } from "../../../src/models/recording-model.ts";
import { source, type Answer } from "./answer.ts";

export interface CheckedBeats extends BeatClasses {
  readonly beats: RecordingBeats;
}

/** The beats found in a lead with their classes, and the rhythm events that follow from them. */
export function recordingAnswer(recording: Recording, lead: Lead, result: CheckedBeats): Answer {
  const { beats, probabilities } = result;
  return {
    json: () => ({ ...source(recording.files, result), ...leadJson({ recording, lead, beats, probabilities }) }),
    csv: (control) => recordingCsv({ recording, lead, beats, probabilities, relabels: new Map() }, control),
  };
}

/** The five superclasses of twelve leads. */
export function diagnosisAnswer({ files }: Recording, diagnosis: Diagnosis): Answer {
  const { imputed } = diagnosis;
  const findings = findingsJson(SUPERCLASSES.map(({ code }) => code), diagnosis);
  return {
    json: () => ({ ...source(files, diagnosis), ...findings, imputed }),
    csv: () => {
      const header = ["file", ...SUPERCLASSES.flatMap(({ code }) => [`probability_${code}`, `threshold_${code}`, `predicted_${code}`]), "imputed"];
      const row = [files[0].name, ...SUPERCLASSES.flatMap(({ code }) => [String(findings.probabilities[code]), String(findings.thresholds[code]), findings.predicted[code] ? "1" : "0"]), imputed.join(" ")];
      return Promise.resolve(new Blob([header, row].map((cells) => `${cells.map(csvCell).join(",")}\n`), { type: "text/csv;charset=utf-8" }));
    },
  };
}
