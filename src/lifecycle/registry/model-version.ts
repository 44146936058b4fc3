/** A registered version of a model of the catalogue: what a check uses is always one of these. Plain data. */
export interface ModelVersion {
  readonly modelId: string;
  /** from 1, which is the one that ships */
  readonly version: number;
  readonly origin: VersionOrigin;
  /** ISO 8601 */
  readonly createdAt: string;
  /** of the files' bytes, in the order of their names; lower-case hex; "" for the shipped one */
  readonly sha256: string;
  readonly bytes: number;
  readonly stage: Stage;
  readonly tags: Readonly<Record<string, string>>;
  readonly note: string;
}

export type VersionOrigin =
  | { readonly kind: "shipped" }
  | { readonly kind: "trained"; readonly runId: string }
  | { readonly kind: "imported"; readonly fileName: string };

/** The stages of MLflow's registry, in their order. */
export const STAGES = ["None", "Staging", "Production", "Archived"] as const;
export type Stage = (typeof STAGES)[number];

/** The champion answers checks; the challenger is what might take its place. */
export const ALIASES = ["champion", "challenger"] as const;
export type Alias = (typeof ALIASES)[number];

/** A model's files by name, as below public/models/<id>/: model.json, weights.bin, card.json … */
export type ArtifactFiles = Readonly<Record<string, Uint8Array<ArrayBuffer>>>;

/** The version that ships with the app. */
export const SHIPPED_VERSION = 1;

/** The version of a model that answers checks now. */
export interface VersionInUse {
  readonly version: number;
  /** null for the shipped one, which is read from the app's own files */
  readonly files: ArtifactFiles | null;
  /** why it must not answer; null while it may */
  readonly suspension: Suspension | null;
}

/** A version that a monitoring rule took out of use, until it is lifted or another version is champion. */
export interface Suspension {
  readonly modelId: string;
  readonly version: number;
  /** ISO 8601; empty where the record of it was damaged */
  readonly at: string;
  /** the sentence of the alert */
  readonly why: string;
}

/** A version read from files of the user's, before it is registered. */
export interface ImportedVersion {
  readonly files: ArtifactFiles;
  /** of the files' bytes, in the order of their names; lower-case hex */
  readonly sha256: string;
  /** of the file with the topology or the trees */
  readonly fileName: string;
}
