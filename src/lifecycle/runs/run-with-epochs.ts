import type { RunEpoch, TrainingRun } from "./training-run.ts";

/** A run, and what was measured on its way. */
export interface RunWithEpochs {
  readonly run: TrainingRun;
  /** in order */
  readonly epochs: readonly RunEpoch[];
}
