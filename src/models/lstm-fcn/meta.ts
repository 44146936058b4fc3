import type { BeatModelMeta } from "../beat-model.ts";
import { FINE_TUNING, RESAMPLING, trainingNumbers } from "../training/beat-training-parameters.ts";

export const meta: BeatModelMeta = {
  id: "lstm-fcn",
  name: "LSTM-FCN",
  sentence: "Learnt filters read the beat’s shape while a recurrent layer looks at the beat as a whole; together they name its class.",
  task: "classifier",
  samplesPerBeat: 187,
  scheme: "aami",
  parameters: [],
  training: [
    { kind: "number", key: "filters", label: "Filters", help: "Of the first and third convolution; the second has twice as many. 128 in the paper.", min: 16, max: 128, step: 16, default: 64 },
    { kind: "number", key: "units", label: "LSTM units", help: "Cells of the recurrent layer.", min: 8, max: 128, step: 8, default: 128 },
    ...trainingNumbers({
      epochs: 30, patience: 30, batchSize: 64, learningRate: 0.003, lastLearningRate: 0, dropout: 0.8, classWeight: 0.1, normalShare: 0.35, validationShare: 0.05,
      shiftSamples: 0, stretch: 0, scale: 0, noise: 0, seed: 1,
    }),
    RESAMPLING,
  ],
  presets: [
    FINE_TUNING,
    {
      id: "published",
      label: "As published: under-sampled to the smallest class, 128 filters, batch 256, 100 epochs",
      values: { filters: 128, epochs: 100, patience: 100, batchSize: 256, learningRate: 0.001, lastLearningRate: 0.001, classWeight: 0, normalShare: 1, validationShare: 0.01, resampling: "under" },
    },
  ],
};
