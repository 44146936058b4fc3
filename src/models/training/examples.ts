import type { Random } from "../../ecg/numeric/random.ts";

/** Examples by number, read one at a time so that windows and augmentations need not be held in memory. */
export interface Examples {
  readonly count: number;
  /** of one example, without the batch */
  readonly inputShape: readonly number[];
  readonly targetShape: readonly number[];
  /** of a model of several inputs: the shape of each; an example holds them one after another, `inputShape` counts them all */
  readonly inputParts?: readonly (readonly number[])[];
  /**
   * Writes example `index` (0 … count − 1) into the two views and returns its weight in the loss (1 for all alike; a
   * class weight otherwise). `random` is for augmentation, and null where there must be none (validation).
   */
  readonly read: (index: number, input: Float32Array, target: Float32Array, random: Random | null) => number;
}

/** One batch as flat arrays, allocated once and filled anew for each step. */
export interface Batch {
  readonly size: number;
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
  readonly weights: Float32Array;
}

export function allocateBatch({ inputShape, targetShape }: Examples, size: number): Batch {
  return {
    size,
    inputs: new Float32Array(size * elements(inputShape)),
    targets: new Float32Array(size * elements(targetShape)),
    weights: new Float32Array(size),
  };
}

/** Numbers in one example of the given shape. */
export const elements = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

/** Reads the examples `indices` into the batch; what is left of the batch repeats the first of them with weight 0. */
export function fillBatch(batch: Batch, examples: Examples, indices: Uint32Array, random: Random | null): void {
  const inputSize = elements(examples.inputShape);
  const targetSize = elements(examples.targetShape);
  for (let slot = 0; slot < batch.size; slot++) {
    const input = batch.inputs.subarray(slot * inputSize, (slot + 1) * inputSize);
    const target = batch.targets.subarray(slot * targetSize, (slot + 1) * targetSize);
    const weight = examples.read(indices[slot < indices.length ? slot : 0], input, target, random);
    batch.weights[slot] = slot < indices.length ? weight : 0;
  }
}
