import type * as tf from "@tensorflow/tfjs";
import { completeRows, type FeatureMatrix } from "../../ecg/heart-rate/feature-matrix.ts";
import type { JobControl } from "../../ecg/progress.ts";
import { predictInBatches } from "../backends/predict-in-batches.ts";

/** Features of one row. */
export const FEATURES = 3;

/** Large enough that a million rows take a hundred-odd steps, small enough that each is done in milliseconds. */
const BATCH_SIZE = 8192;

/** The complete rows of several patients on end, as the network takes them. */
export interface StackedRows {
  /** rows × FEATURES */
  readonly inputs: Float32Array;
  /** which rows of each patient these are, ascending */
  readonly rowsOfPatient: readonly Uint32Array[];
}

export function stackRows(patients: readonly FeatureMatrix[]): StackedRows {
  const rowsOfPatient = patients.map(completeRows);
  const inputs = new Float32Array(rowsOfPatient.reduce((sum, rows) => sum + rows.length, 0) * FEATURES);
  let next = 0;
  patients.forEach(({ columns }, patient) => {
    for (const row of rowsOfPatient[patient]) {
      for (const column of columns) inputs[next++] = column[row];
    }
  });
  return { inputs, rowsOfPatient };
}

/** Mean absolute difference between each row and the network's reconstruction of it. */
export async function reconstructionErrors(model: tf.LayersModel, inputs: Float32Array, control: JobControl): Promise<Float32Array<ArrayBuffer>> {
  const count = inputs.length / FEATURES;
  const read = (row: number, input: Float32Array) => input.set(inputs.subarray(row * FEATURES, (row + 1) * FEATURES));
  const outputs = await predictInBatches(model, { count, read }, { ...control, stage: "Reconstructing beats", batchSize: BATCH_SIZE });
  const errors = new Float32Array(count);
  for (let row = 0; row < count; row++) {
    let sum = 0;
    for (let i = row * FEATURES; i < (row + 1) * FEATURES; i++) sum += Math.abs(inputs[i] - outputs[i]);
    errors[row] = sum / FEATURES;
  }
  return errors;
}
