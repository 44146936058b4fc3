import { CLASSES, NORMAL, type LabelScheme } from "../beats/classes.ts";
import type { Beats } from "../beats/table.ts";
import { likeliestClasses } from "../metrics/multi-class.ts";
import { pause, type JobControl } from "../progress.ts";
import { UNLABELLED, type SourceFile } from "../table.ts";
import { csvCell } from "./csv-cell.ts";
import { float32Text } from "./float32-text.ts";

export interface BeatsExport {
  readonly files: readonly Pick<SourceFile, "name">[];
  readonly beats: Pick<Beats, "count" | "scheme" | "label" | "file" | "line">;
  readonly model: ModelAnswers;
  /** the class a clinician gave a beat, by beat: index into CLASSES[relabelScheme] */
  readonly relabels: ReadonlyMap<number, number>;
  readonly relabelScheme: LabelScheme;
}

export type ModelAnswers =
  /** count × classes of the scheme */
  | { readonly task: "classifier"; readonly scheme: LabelScheme; readonly probabilities: Float32Array }
  /** one error a beat; predicted anomalous from the threshold on */
  | { readonly task: "autoencoder"; readonly errors: Float32Array; readonly threshold: number };

const BEATS_PER_PART = 20_000;

/**
 * One line a beat, in the order of the files, as comma-separated text (RFC 4180) in parts: the file and its line, the
 * true, the predicted and the relabelled class by code, and what the model gave. A class that nobody named is left empty.
 * Yields to messages between parts; rejects with the signal's reason when aborted.
 */
export async function beatsCsv(input: BeatsExport, { signal, onProgress }: JobControl): Promise<Blob> {
  const { beats, relabels } = input;
  const answers = answerColumns(input.model);
  const files = input.files.map(({ name }) => csvCell(name));
  const trueCode = beats.scheme === null ? () => "" : codeWriter(beats.scheme);
  const relabelledCode = codeWriter(input.relabelScheme);
  const parts = [`${["file", "line", "true_class", "predicted_class", "relabelled_class", ...answers.header].map(csvCell).join(",")}\n`];
  for (let start = 0; start < beats.count; start += BEATS_PER_PART) {
    const end = Math.min(start + BEATS_PER_PART, beats.count);
    const lines: string[] = [];
    for (let beat = start; beat < end; beat++) {
      const relabelled = relabelledCode(relabels.get(beat) ?? UNLABELLED);
      lines.push([files[beats.file[beat]], beats.line[beat], trueCode(beats.label[beat]), answers.predicted(beat), relabelled, ...answers.values(beat)].join(","));
    }
    parts.push(`${lines.join("\n")}\n`);
    onProgress({ stage: "Writing", done: end, total: beats.count, unit: "rows" });
    await pause(signal);
  }
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}

interface AnswerColumns {
  readonly header: readonly string[];
  /** code of the predicted class */
  readonly predicted: (beat: number) => string;
  readonly values: (beat: number) => readonly string[];
}

function answerColumns(model: ModelAnswers): AnswerColumns {
  if (model.task === "autoencoder") {
    const { errors, threshold } = model;
    const [normal, anomalous] = CLASSES.binary;
    return {
      header: ["reconstruction_error"],
      predicted: (beat) => (errors[beat] >= threshold ? anomalous : normal).code,
      values: (beat) => [float32Text(errors[beat])],
    };
  }
  const classes = CLASSES[model.scheme];
  const likeliest = likeliestClasses(model.probabilities, classes.length);
  return {
    header: ["anomaly_score", ...classes.map(({ code }) => `probability_${code}`)],
    predicted: (beat) => classes[likeliest[beat]].code,
    values: (beat) => {
      const own = model.probabilities.subarray(beat * classes.length, (beat + 1) * classes.length);
      return [Math.fround(1 - own[NORMAL]), ...own].map(float32Text);
    },
  };
}

function codeWriter(scheme: LabelScheme): (classIndex: number) => string {
  const codes = CLASSES[scheme].map(({ code }) => csvCell(code));
  return (classIndex) => (classIndex === UNLABELLED ? "" : codes[classIndex]);
}
