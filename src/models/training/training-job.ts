import type { BeatSplit } from "../../ecg/beats/split-beats.ts";
import type { Beats } from "../../ecg/beats/table.ts";
import type { PatientSeries } from "../../ecg/heart-rate/table.ts";
import type { LabelledLead } from "../../ecg/recording/labelled-lead.ts";
import type { JobControl } from "../../ecg/progress.ts";
import type { ArtifactFiles } from "../../lifecycle/registry/model-version.ts";
import type { ParameterValues, ReadArtifact } from "../detector.ts";
import type { ModelId } from "../model-id.ts";

/** What a training in the app learns from. */
export type TrainingInput = LabelledBeats | LabelledRates | LabelledRecordings;

export interface LabelledBeats extends TrainingSource {
  readonly kind: "beats";
  readonly beats: Beats;
  /** index of the patient, or of the file, that each beat is of */
  readonly patient: Uint32Array<ArrayBuffer>;
  readonly split: BeatSplit;
}

export interface LabelledRates extends TrainingSource {
  readonly kind: "heart-rate";
  readonly patients: readonly PatientSeries[];
}

export interface LabelledRecordings extends TrainingSource {
  readonly kind: "recordings";
  /** each is taken for a patient */
  readonly recordings: readonly LabelledLead[];
}

interface TrainingSource {
  /** for the card, e.g. the file's name */
  readonly name: string;
  /** of the file, or of the hashes of all of them one after another; lower-case hex */
  readonly sha256: string;
  /** how the rows were divided, for the card */
  readonly splitSentence: string;
}

export interface TrainRequest {
  readonly modelId: ModelId;
  readonly parameters: ParameterValues;
  readonly data: TrainingInput;
  /** the version whose weights are the start, its files null for the shipped one; null to start from scratch */
  readonly start: { readonly version: number; readonly files: ArtifactFiles | null } | null;
  /** of the last finished epoch of the same training; null at its beginning */
  readonly checkpoint: Uint8Array<ArrayBuffer> | null;
  /** make a model of the checkpoint's best weights at once */
  readonly finish: boolean;
}

/** The end of an epoch, and all that is needed to go on from it. */
export interface ReachedEpoch {
  /** from 1 */
  readonly epoch: number;
  readonly metrics: Readonly<Record<string, number>>;
  /** empty where none was kept yet */
  readonly checkpoint: Uint8Array<ArrayBuffer>;
}

/** What a training gave. */
export interface Trained {
  readonly files: ArtifactFiles;
  /** of the files' bytes, in the order of their names; lower-case hex */
  readonly sha256: string;
  readonly backend: string;
  readonly metrics: Readonly<Record<string, number>>;
}

export interface TrainControl extends JobControl {
  readonly onEpoch: (epoch: ReachedEpoch) => void;
  readonly readArtifact: ReadArtifact;
}

/**
 * Trains a version of a model. The same request gives the same files, also when it was interrupted and taken up again with
 * the checkpoint of its last epoch.
 */
export type TrainVersion = (request: TrainRequest, control: TrainControl) => Promise<Trained>;
