import { errorQuantile } from "../beat-autoencoder/parameters.ts";
import type { BeatModelMeta } from "../beat-model.ts";
import { trainingNumbers } from "../training/beat-training-parameters.ts";

export const meta: BeatModelMeta = {
  id: "conv-autoencoder",
  name: "Convolutional autoencoder",
  sentence: "Reads the beat with learnt filters into a few numbers and redraws it from them; learnt from normal beats, it redraws others badly.",
  task: "autoencoder",
  samplesPerBeat: 140,
  scheme: null,
  parameters: [errorQuantile(0.96)],
  training: [
    {
      kind: "choice",
      key: "trainOn",
      label: "Learn from",
      help: "Which normal beats are learnt from; the rest are left to judge by.",
      options: [
        { value: "train", label: "The normal beats of ECG5000_TRAIN" },
        { value: "tutorial", label: "85 % of all normal beats, as the tutorial on LSTM autoencoders" },
      ],
      default: "train",
    },
    { kind: "number", key: "bottleneck", label: "Bottleneck", help: "Numbers that a beat is redrawn from.", min: 1, max: 64, step: 1, default: 2 },
    { kind: "number", key: "folds", label: "Folds", help: "The threshold comes from networks that each leave out one of so many parts of the beats.", min: 2, max: 20, step: 1, default: 10 },
    ...trainingNumbers({ epochs: 100, patience: 100, batchSize: 32, learningRate: 0.003, lastLearningRate: 0.00003, shiftSamples: 2, stretch: 0, scale: 0.1, noise: 0.1, seed: 1 }),
  ],
  presets: [{ id: "tutorial-split", label: "85 % of all normal beats, as the tutorial on LSTM autoencoders", values: { trainOn: "tutorial", epochs: 40, patience: 40 } }],
};
