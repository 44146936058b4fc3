import type { Beats } from "../ecg/beats/table.ts";
import type { LabelScheme } from "../ecg/beats/classes.ts";
import type { DetectorOptions, Parameter, ParameterValues } from "./detector.ts";

export type BeatModelId = "beat-cnn" | "lstm-fcn" | "boosted-trees" | "conv-autoencoder" | "lstm-autoencoder";

/** Settings that belong together, as a publication trained the model. */
export interface TrainingPreset {
  readonly id: string;
  readonly label: string;
  /** values other than the defaults */
  readonly values: ParameterValues;
}

/** What the page may know about a model of single beats: no code that computes. */
export interface BeatModelMeta {
  readonly id: BeatModelId;
  readonly name: string;
  /** what it does, in one sentence for a clinician */
  readonly sentence: string;
  /** a classifier names a class for each beat; an autoencoder redraws it and is judged by how badly */
  readonly task: "classifier" | "autoencoder";
  /** samples of a beat that it takes */
  readonly samplesPerBeat: number;
  /** the classes of a classifier's outputs */
  readonly scheme: LabelScheme | null;
  /** of a check: what a user may set */
  readonly parameters: readonly Parameter[];
  /** of training, with ranges and defaults */
  readonly training: readonly Parameter[];
  readonly presets: readonly TrainingPreset[];
}

export type BeatInput = Pick<Beats, "count" | "samplesPerBeat" | "samples">;

export interface BeatRun {
  /** a classifier's probabilities, count × classes; an autoencoder's reconstruction errors, one a beat */
  readonly outputs: Float32Array<ArrayBuffer>;
  /** an autoencoder's: errors from it on are predicted anomalous; null for a classifier */
  readonly threshold: number | null;
  /** SHA-256 (hex) of the model's files */
  readonly modelHash: string;
  readonly backend: string;
  readonly warnings: readonly string[];
}

export type Explanation =
  /** what an autoencoder makes of the beat, and its error */
  | { readonly kind: "reconstruction"; readonly samples: Float32Array<ArrayBuffer>; readonly error: number }
  /** how much each sample spoke for (+) or against (−) the class; `method` names how that was computed */
  | { readonly kind: "attribution"; readonly method: string; readonly values: Float32Array<ArrayBuffer> }
  /** the model has no explanation of a single beat */
  | { readonly kind: "none"; readonly why: string };

/** The computing part of a model of single beats. */
export interface BeatModel {
  /** Throws a ProblemError "wrong-beat-length" where the beats are not of the model's length. */
  readonly run: (beats: BeatInput, options: DetectorOptions) => Promise<BeatRun>;
  /** Explains the answer for one beat; `classIndex` is the class to explain, of a classifier's scheme. */
  readonly explain: (beat: Float32Array<ArrayBuffer>, classIndex: number, options: DetectorOptions) => Promise<Explanation>;
}
