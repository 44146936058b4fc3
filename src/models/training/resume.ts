import type * as tf from "@tensorflow/tfjs";
import { type Checkpoint, type CheckpointStore, decodeCheckpoint, encodeCheckpoint } from "./checkpoint.ts";
import type { GradientStepper } from "./gradient-step.ts";
import { readWeights, writeWeights } from "./model-weights.ts";

/** Where a training is kept after each epoch, to be taken up again. */
export interface Resumable {
  readonly store: CheckpointStore;
  /** of everything that decides the outcome: a checkpoint with another one is passed over */
  readonly fingerprint: string;
}

/** What is being trained, after so many steps in all. */
export interface Trained {
  readonly model: tf.LayersModel;
  readonly stepper: GradientStepper;
  readonly steps: number;
}

/** The kept checkpoint of this training; null where there is none. */
export async function readCheckpoint({ store, fingerprint }: Resumable): Promise<Checkpoint | null> {
  const bytes = await store.read();
  const checkpoint = bytes && decodeCheckpoint(bytes);
  return checkpoint?.fingerprint === fingerprint ? checkpoint : null;
}

/** Brings model and optimizer to where they were. */
export async function takeUp({ weights, moments }: Checkpoint, { model, stepper, steps }: Trained): Promise<void> {
  writeWeights(model, weights);
  await stepper.restore(moments, steps);
}

/** Keeps a checkpoint, and goes on from it as a training that takes it up will: rounded alike. */
export async function keepCheckpoint(
  { store, fingerprint }: Resumable,
  { model, stepper, steps }: Trained,
  reached: Pick<Checkpoint, "epochs" | "bestEpoch" | "bestWeights" | "random">,
): Promise<void> {
  const moments = await stepper.moments();
  await store.write(encodeCheckpoint({ ...reached, fingerprint, moments, weights: await readWeights(model) }));
  await stepper.restore(moments, steps);
}
