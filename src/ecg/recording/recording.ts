import type { Finding, SourceFile } from "../table.ts";
import type { Annotations } from "./annotations.ts";
import type { StatedDiagnoses } from "./stated-diagnoses.ts";

/** How the recording was written down. */
export type RecordingForm = "delimited-text" | "apple-watch" | "polar" | "wfdb" | "edf" | "dicom";

/** Samples that say nothing about the heart, from `from` up to and without `to`. */
export interface UnusableStretch {
  readonly from: number;
  readonly to: number;
  /** missing: not in the file; flat: the same value throughout; saturated: at the recorder's limit */
  readonly cause: "missing" | "flat" | "saturated";
}

export interface Lead {
  /** the standard name where it is known (I, II, III, aVR, aVL, aVF, V1–V6, MLII …), else as the file says */
  readonly name: string;
  /** mV, all finite; the value before is held where samples are missing */
  readonly samplesMv: Float32Array<ArrayBuffer>;
  /** ascending, disjoint; left out of statistics */
  readonly unusable: readonly UnusableStretch[];
}

/** What a file says of the patient; null where it does not. */
export interface PatientFields {
  readonly id: string | null;
  readonly ageYears: number | null;
  readonly sex: "female" | "male" | null;
  readonly heightCm: number | null;
  readonly weightKg: number | null;
}

/** How regular the file's times were; samples are evenly spaced here all the same, with gaps filled and marked as missing. */
export interface Timing {
  /** standard deviation of the distance between samples, gaps left out; null where the file has no times */
  readonly jitterMs: number | null;
  readonly gaps: readonly { readonly atSample: number; readonly durationS: number }[];
}

/** A raw ECG as the app holds it: one recording, at least one lead. Made once by a reader, then passed on as plain data. */
export interface Recording {
  readonly kind: "recording";
  readonly files: readonly SourceFile[];
  readonly form: RecordingForm;
  readonly samplingRateHz: number;
  /** of each lead; sample i was taken i / samplingRateHz seconds after the start */
  readonly sampleCount: number;
  readonly leads: readonly Lead[];
  /** of the first sample, as the file says it: local time, ISO 8601 without a zone; null where it does not */
  readonly startTime: string | null;
  readonly timing: Timing;
  /** somebody's marks that came with the file */
  readonly annotations: Annotations | null;
  readonly patient: PatientFields;
  /** somebody's, that came with the file */
  readonly diagnoses?: StatedDiagnoses;
  readonly findings: readonly Finding[];
}
