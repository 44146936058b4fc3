import type { JobControl } from "../ecg/progress.ts";
import type { PatientSeries } from "../ecg/heart-rate/table.ts";

export type DetectorId = "isolation-forest" | "dense-autoencoder" | "heart-rate-cnn" | "rolling-median";

export interface NumberParameter {
  readonly kind: "number";
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly default: number;
}

export interface ChoiceParameter {
  readonly kind: "choice";
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly default: string;
}

export type Parameter = NumberParameter | ChoiceParameter;
export type ParameterValues = Readonly<Record<string, number | string>>;

/** What the page may know about a detector: no code that computes. */
export interface DetectorMeta {
  readonly id: DetectorId;
  readonly name: string;
  /** what it does, in one sentence for a clinician */
  readonly sentence: string;
  readonly parameters: readonly Parameter[];
  /** the score's meaning and the range of the threshold slider; higher is more anomalous, `score >= threshold` is predicted */
  readonly score: { readonly label: string; readonly min: number; readonly max: number; readonly step: number; readonly digits: number };
}

/** Reads a shipped file below public/models, e.g. "heart-rate-cnn/model.json". */
export type ReadArtifact = (path: string) => Promise<ArrayBuffer>;

/** What a detector needs of one patient. */
export type DetectorInput = Pick<PatientSeries, "patientId" | "timeS" | "rateBpm" | "given">;

export interface DetectorRun {
  /** one array per patient, one score per row; NaN where a row is not scored (a patient's first row) */
  readonly scores: readonly Float32Array<ArrayBuffer>[];
  readonly threshold: number;
  /** SHA-256 (hex) of what was learnt or shipped; of the rule's parameters where nothing was learnt */
  readonly modelHash: string;
  /** "WASM (SIMD)", "WebGL", "CPU" for TensorFlow detectors, "JavaScript" for the others */
  readonly backend: string;
  readonly warnings: readonly string[];
}

export interface DetectorOptions extends JobControl {
  readonly parameters: ParameterValues;
  readonly readArtifact: ReadArtifact;
}

export type Detect = (patients: readonly DetectorInput[], options: DetectorOptions) => Promise<DetectorRun>;

/** The default of every parameter. */
export function defaultParameters({ parameters }: { readonly parameters: readonly Parameter[] }): ParameterValues {
  return Object.fromEntries(parameters.map(({ key, default: value }) => [key, value]));
}
