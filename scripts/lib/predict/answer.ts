import { CLASSES } from "../../../src/ecg/beats/classes.ts";
import { classJson, errorJson, heartRateJson } from "../../../src/ecg/export/answer-json.ts";
import type { HeartRateTable } from "../../../src/ecg/heart-rate/table.ts";
import type { BeatTable } from "../../../src/ecg/beats/table.ts";
import { beatsCsv } from "../../../src/ecg/export/beats-csv.ts";
import { predictionsCsv } from "../../../src/ecg/export/predictions-csv.ts";
import type { JobControl } from "../../../src/ecg/progress.ts";
import type { SourceFile } from "../../../src/ecg/table.ts";
import type { BeatModelMeta, BeatRun } from "../../../src/models/beat-model.ts";
import type { DetectorRun } from "../../../src/models/detector.ts";

/** What a model says of one input, in the two forms it can be written in; the same for the same input, model and machine. */
export interface Answer {
  readonly json: () => unknown;
  readonly csv: (control: JobControl) => Promise<Blob>;
}

/** What is said of every input. */
export function source(files: readonly SourceFile[], { modelHash, backend, warnings }: Pick<DetectorRun, "modelHash" | "backend" | "warnings">) {
  return { files: files.map(({ name, sha256 }) => ({ name, sha256 })), modelSha256: modelHash, backend, warnings };
}

/** Rows of heart rates: a score each, null where it cannot be scored, and whether it is predicted anomalous. */
export function heartRateAnswer({ files, patients, columns, timeKind }: HeartRateTable, result: DetectorRun): Answer {
  const { scores, threshold } = result;
  return {
    json: () => ({ ...source(files, result), ...heartRateJson(patients, result) }),
    csv: (control) => predictionsCsv({ columns, timeKind, threshold, patients, scores, verdictOf: () => "" }, control),
  };
}

/** Single beats: of a classifier the probabilities of its classes, of an autoencoder the error. */
export function beatAnswer({ files, beats }: BeatTable, { scheme }: Pick<BeatModelMeta, "scheme">, run: BeatRun): Answer {
  const { outputs } = run;
  const threshold = run.threshold ?? Infinity;
  return {
    json: () => ({
      ...source(files, run),
      file: Array.from(beats.file, (file) => files[file].name),
      line: Array.from(beats.line),
      ...(scheme === null ? errorJson(outputs, threshold) : classJson(outputs, CLASSES[scheme])),
    }),
    csv: (control) => beatsCsv({
      files, beats, relabels: new Map(), relabelScheme: scheme ?? beats.scheme ?? "binary",
      model: scheme === null ? { task: "autoencoder", errors: outputs, threshold } : { task: "classifier", scheme, probabilities: outputs },
    }, control),
  };
}
