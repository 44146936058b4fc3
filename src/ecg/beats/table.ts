import type { Finding, SourceFile } from "../table.ts";
import type { LabelScheme } from "./classes.ts";

/** How the rows were laid out. */
export type BeatForm = "heartbeat-csv" | "ucr" | "arff" | "tutorial-csv" | "other";

/** Beats of one length, one after another, each with its label and where it stood; what is stored and drawn. */
export interface Beats {
  readonly count: number;
  readonly samplesPerBeat: number;
  /** count × samplesPerBeat, beat by beat */
  readonly samples: Float32Array<ArrayBuffer>;
  /** null where nobody labelled any */
  readonly scheme: LabelScheme | null;
  /** index into CLASSES[scheme], or UNLABELLED */
  readonly label: Uint8Array<ArrayBuffer>;
  /** index into the table's files, and 1-based line of that file */
  readonly file: Uint16Array<ArrayBuffer>;
  readonly line: Uint32Array<ArrayBuffer>;
}

/** A beat table as the app holds it: one heartbeat a row. Made once by the reader, then passed on as plain data. */
export interface BeatTable {
  readonly kind: "beats";
  readonly files: readonly SourceFile[];
  readonly form: BeatForm;
  readonly beats: Beats;
  /** of `beats`; null where a beat was stretched to its length, as in ECG5000 */
  readonly samplingRateHz: number | null;
  /** what the file held, where beats were resampled */
  readonly resampledFrom: { readonly samplesPerBeat: number; readonly samplingRateHz: number } | null;
  readonly findings: readonly Finding[];
}

/** The view of beat `index`'s samples. */
export function samplesOf({ samples, samplesPerBeat }: Pick<Beats, "samples" | "samplesPerBeat">, index: number): Float32Array<ArrayBuffer> {
  return samples.subarray(index * samplesPerBeat, (index + 1) * samplesPerBeat);
}
