/** A training, from its start to the model it gave: plain data, as stored and exported. */
export interface TrainingRun {
  readonly id: string;
  /** what the user calls it */
  readonly name: string;
  readonly modelId: string;
  readonly state: RunState;
  /** ISO 8601 */
  readonly startedAt: string;
  /** of the training, with every default spelt out */
  readonly parameters: Readonly<Record<string, number | string>>;
  readonly data: RunData;
  readonly start: RunStart;
  /** where it was computed */
  readonly origin: "app" | "command";
  /** e.g. "WASM (SIMD)"; "JavaScript" for trees and rules */
  readonly backend: string;
  readonly appVersion: string;
  /** spent computing, over all sittings */
  readonly durationMs: number;
  /** at the end, by name: e.g. "validation loss"; empty before */
  readonly metrics: RunMetrics;
  readonly tags: Readonly<Record<string, string>>;
  readonly note: string;
  /** the registered version it gave; null where it gave none, or none yet */
  readonly artifact: RunArtifact | null;
}

export type RunMetrics = Readonly<Record<string, number>>;

export type RunState =
  | { readonly kind: "running" }
  /** stopped by the user, or by a page that was closed: taken up again at the last finished epoch */
  | { readonly kind: "paused" }
  | { readonly kind: "finished"; readonly endedAt: string }
  /** ended by the user before its time, with the best weights so far, if any epoch was finished */
  | { readonly kind: "stopped"; readonly endedAt: string }
  | { readonly kind: "failed"; readonly endedAt: string; readonly sentence: string };

/** From nothing, or from the weights of a registered version. */
export type RunStart = { readonly kind: "scratch" } | { readonly kind: "version"; readonly version: number };

/** What was learnt from. */
export interface RunData {
  /** e.g. the file's name, or "12 newest checks with verdicts" */
  readonly name: string;
  /** of the file, or of the hashes of all of them one after another; lower-case hex */
  readonly sha256: string;
  /** of each file, where there are several */
  readonly fileSha256?: readonly string[];
  readonly rows: number;
  /** by the class's code or the label's word */
  readonly rowsPerClass: Readonly<Record<string, number>>;
  readonly split: RunSplit;
  readonly seed: number;
}

/** How the rows were divided; by patient, rows of one patient are all on one side. */
export interface RunSplit {
  readonly by: "patient" | "row";
  readonly training: number;
  readonly validation: number;
}

export interface RunArtifact {
  /** of the registry; null for a command's run that is not registered here */
  readonly version: number | null;
  /** of the files' bytes, in the order of their names; lower-case hex */
  readonly sha256: string;
  readonly bytes: number;
}

/** What was measured at the end of one epoch. */
export interface RunEpoch {
  readonly runId: string;
  /** from 1 */
  readonly epoch: number;
  /** ISO 8601 */
  readonly at: string;
  /** "loss", "validation loss", "learning rate", … */
  readonly metrics: RunMetrics;
}
