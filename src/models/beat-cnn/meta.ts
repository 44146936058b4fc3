import type { BeatModelMeta } from "../beat-model.ts";
import { FINE_TUNING, RESAMPLING, trainingNumbers } from "../training/beat-training-parameters.ts";

export const meta: BeatModelMeta = {
  id: "beat-cnn",
  name: "1D-CNN",
  sentence: "Four layers of learnt filters read the beat’s shape from fine to coarse and name its class.",
  task: "classifier",
  samplesPerBeat: 187,
  scheme: "aami",
  parameters: [],
  training: [
    ...trainingNumbers({
      epochs: 40, patience: 40, batchSize: 128, learningRate: 0.002, lastLearningRate: 0, dropout: 0.2, classWeight: 0.2, normalShare: 0.35, validationShare: 0.05,
      shiftSamples: 2, stretch: 0.06, scale: 0.1, noise: 0.02, seed: 1,
    }),
    RESAMPLING,
  ],
  presets: [FINE_TUNING],
};
