import type { RecordingModelMeta } from "../recording-model.ts";
import { trainingNumbers } from "../training/beat-training-parameters.ts";

/** Patients are dealt into so many folds to be trained without one in turn: as many are needed at least. */
export const FOLDS = 5;

export const meta: RecordingModelMeta = {
  id: "arrhythmia",
  name: "Arrhythmia networks",
  sentence: "Compares each beat’s shape and timing with the patient’s own usual beat and rhythm, and names its class.",
  parameters: [],
  training: trainingNumbers({ epochs: 4, batchSize: 256, learningRate: 0.003, lastLearningRate: 0, dropout: 0.3, classWeight: 0.5, seed: 1 }),
};
