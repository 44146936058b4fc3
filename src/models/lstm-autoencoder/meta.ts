import { errorQuantile } from "../beat-autoencoder/parameters.ts";
import type { BeatModelMeta } from "../beat-model.ts";
import { trainingNumbers } from "../training/beat-training-parameters.ts";

export const meta: BeatModelMeta = {
  id: "lstm-autoencoder",
  name: "LSTM autoencoder",
  sentence: "Reads the beat sample by sample into 128 numbers and redraws it from them; learnt from normal beats, it redraws others badly.",
  task: "autoencoder",
  samplesPerBeat: 140,
  scheme: null,
  parameters: [errorQuantile(0.98)],
  training: [
    { kind: "number", key: "units", label: "Units", help: "Of the layers that see the beat first and draw it last.", min: 1, max: 512, step: 1, default: 256 },
    { kind: "number", key: "embedding", label: "Embedding", help: "Numbers that a beat is redrawn from.", min: 1, max: 512, step: 1, default: 128 },
    { kind: "number", key: "batchSize", label: "Batch size", help: "Beats a step of the optimizer sees.", min: 1, max: 256, step: 1, default: 16 },
    ...trainingNumbers({ epochs: 24, patience: 24, learningRate: 0.0006, lastLearningRate: 0.00002, seed: 1 }),
    { kind: "number", key: "clipNorm", label: "Longest gradient", help: "Longer gradients are shortened to this length; 0 leaves them.", min: 0, max: 1000, step: 0.1, default: 1 },
  ],
  presets: [
    {
      id: "published",
      label: "As published: one beat a step, constant learning rate, 150 epochs",
      values: { batchSize: 1, epochs: 150, patience: 150, learningRate: 0.001, lastLearningRate: 0.001, clipNorm: 0 },
    },
  ],
};
