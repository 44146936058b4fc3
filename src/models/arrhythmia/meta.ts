import type { RecordingModelMeta } from "../recording-model.ts";
import { trainingNumbers } from "../training/beat-training-parameters.ts";

export const meta: RecordingModelMeta = {
  id: "arrhythmia",
  name: "Arrhythmia networks",
  sentence: "Compares each beat’s shape and timing with the patient’s own usual beat and rhythm, and names its class.",
  parameters: [],
  training: trainingNumbers({ epochs: 4, batchSize: 256, learningRate: 0.003, lastLearningRate: 0, dropout: 0.3, classWeight: 0.5, seed: 1 }),
};
