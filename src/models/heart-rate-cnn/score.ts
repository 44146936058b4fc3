import type * as tf from "@tensorflow/tfjs";
import type { JobControl } from "../../ecg/progress.ts";
import { predictInBatches } from "../backends/predict-in-batches.ts";
import { BEATS_EACH_SIDE, STRETCH_BEATS } from "./build.ts";
import { CHANNELS, readWindow } from "./windows.ts";

/** Stretches in a batch: some 8,000 beats, done in a fraction of a second. */
const BATCH_SIZE = 64;

/** Where a stretch of beats begins, in which patient. */
export interface Stretch {
  readonly patient: number;
  readonly first: number;
}

/** Cuts patients of so many beats into stretches one after another; each patient's last may reach beyond the end. */
export function cutIntoStretches(beats: readonly number[]): Stretch[] {
  return beats.flatMap((count, patient) =>
    Array.from({ length: Math.ceil(count / STRETCH_BEATS) }, (_, stretch) => ({ patient, first: stretch * STRETCH_BEATS })),
  );
}

/** The score of each beat, 0..1, from the relative rates of each patient; NaN for a patient's first row, which has no beat before it. */
export async function scoreBeats(
  model: tf.LayersModel,
  relativeRatesOf: readonly Float32Array[],
  control: JobControl,
): Promise<Float32Array<ArrayBuffer>[]> {
  const beats = relativeRatesOf.map(({ length }) => length / CHANNELS);
  const stretches = cutIntoStretches(beats);
  const read = (index: number, window: Float32Array) => {
    const { patient, first } = stretches[index];
    readWindow(relativeRatesOf[patient], first - BEATS_EACH_SIDE, window);
  };
  const outputs = await predictInBatches(model, { count: stretches.length, read }, { ...control, stage: "Scoring beats", batchSize: BATCH_SIZE });
  let start = 0;
  return beats.map((count) => {
    const scores = outputs.slice(start, start + count);
    start += Math.ceil(count / STRETCH_BEATS) * STRETCH_BEATS;
    return scores.fill(NaN, 0, 1);
  });
}
