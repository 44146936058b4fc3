import type { BeatSplit } from "../../ecg/beats/split-beats.ts";
import type { Beats } from "../../ecg/beats/table.ts";
import type { PatientSeries } from "../../ecg/heart-rate/table.ts";
import type { LabelledLead } from "../../ecg/recording/labelled-lead.ts";
import type { EvaluationContent } from "../../lifecycle/registry/evaluation-set.ts";
import type { Alias, ArtifactFiles } from "../../lifecycle/registry/model-version.ts";

/** The files of a version that did not come with the app. */
export interface VersionFilesRecord {
  readonly modelId: string;
  readonly version: number;
  readonly files: ArtifactFiles;
}

/** Which version a model's alias points to, and the ones that it pointed to before, oldest first. */
export interface AliasRecord {
  readonly modelId: string;
  readonly alias: Alias;
  readonly version: number;
  readonly before: readonly number[];
}

/** What a training learns from and where it stands, while it can still be taken up again; the samples of recordings lie in `leads`. */
export interface TrainingJobRecord {
  readonly runId: string;
  readonly data: TrainingContent;
}

export interface CheckpointRecord {
  readonly runId: string;
  /** see `encodeCheckpoint` */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type TrainingContent =
  | {
      readonly kind: "beats";
      readonly beats: Beats;
      /** index of the patient, or of the file, that each beat is of */
      readonly patient: Uint32Array<ArrayBuffer>;
      readonly split: BeatSplit;
      /** how the beats were divided, for the card */
      readonly splitSentence: string;
    }
  | { readonly kind: "heart-rate"; readonly patients: readonly PatientSeries[]; readonly splitSentence: string }
  | { readonly kind: "recordings"; readonly recordings: readonly LabelledLead[]; readonly splitSentence: string };

/** The samples of recordings lie in `leads`. */
export type EvaluationContentRecord = EvaluationContent & { readonly setId: string };

export interface SettingRecord {
  readonly key: string;
  readonly value: unknown;
}
