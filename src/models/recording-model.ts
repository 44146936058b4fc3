import type { Lead, PatientFields } from "../ecg/recording/recording.ts";
import type { TrainingPreset } from "./beat-model.ts";
import type { DetectorOptions, Parameter } from "./detector.ts";

export type RecordingModelId = "arrhythmia" | "twelve-lead";

/** What the page may know about a model of raw ECGs: no code that computes. */
export interface RecordingModelMeta {
  readonly id: RecordingModelId;
  readonly name: string;
  /** what it does, in one sentence for a clinician */
  readonly sentence: string;
  /** of a check: what a user may set */
  readonly parameters: readonly Parameter[];
  /** of training, with ranges and defaults */
  readonly training: readonly Parameter[];
  readonly presets?: readonly TrainingPreset[];
}

/** The beats of one lead. */
export interface LeadBeats {
  readonly lead: Lead;
  readonly samplingRateHz: number;
  /** ascending */
  readonly peakSample: Uint32Array;
}

/** What every run says beside its answer. */
interface RunFacts {
  /** SHA-256 (hex) of the model's files */
  readonly modelHash: string;
  readonly backend: string;
  readonly warnings: readonly string[];
}

export interface BeatClasses extends RunFacts {
  /** beats × CLASSES.aami, each beat's probabilities */
  readonly probabilities: Float32Array<ArrayBuffer>;
}

/** Classifies the beats of a lead, of a patient the model has not seen, into CLASSES.aami; none for no beats. */
export type ClassifyBeats = (beats: LeadBeats, options: DetectorOptions) => Promise<BeatClasses>;

/** The superclasses of PTB-XL's diagnostic statements, in the order of a diagnosis' probabilities; several can hold at once. */
export const SUPERCLASSES = [
  { code: "NORM", name: "Normal ECG" },
  { code: "MI", name: "Myocardial infarction" },
  { code: "STTC", name: "ST/T change" },
  { code: "CD", name: "Conduction disturbance" },
  { code: "HYP", name: "Hypertrophy" },
] as const;

export interface TwelveLeadInput {
  /** TWELVE_LEADS in their order, mV, of one length */
  readonly leads: readonly Float32Array[];
  readonly samplingRateHz: number;
  /** what is null is imputed */
  readonly patient: Pick<PatientFields, "ageYears" | "sex" | "heightCm" | "weightKg">;
}

/** How a network of the user's came here. */
export interface ImportFacts {
  /** of the file with the topology */
  readonly fileName: string;
  /** ISO 8601 */
  readonly importedAt: string;
}

export interface Diagnosis extends RunFacts {
  /** one for each of SUPERCLASSES */
  readonly probabilities: Float32Array<ArrayBuffer>;
  /** of each of SUPERCLASSES, the probability from which on it is reported: chosen on validation records */
  readonly thresholds: readonly number[];
  /** the fields that were not given, e.g. "height" */
  readonly imputed: readonly string[];
  /** of the user's network, where it answered in place of the shipped classifier */
  readonly imported?: ImportFacts;
}

/** Gives the probabilities of the five superclasses for a twelve-lead ECG of ten seconds or the first ten of a longer one. */
export type Diagnose = (input: TwelveLeadInput, options: DetectorOptions) => Promise<Diagnosis>;
