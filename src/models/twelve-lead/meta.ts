import type { NumberParameter } from "../detector.ts";
import type { RecordingModelMeta } from "../recording-model.ts";

type Range = Omit<NumberParameter, "kind" | "key">;

const TRAINING: Readonly<Record<string, Range>> = {
  trees: { label: "Trees", help: "Extremely randomised trees for each superclass; 0 leaves the network alone.", min: 0, max: 1000, step: 10, default: 200 },
  featureShare: { label: "Features a split", help: "Share of the measurements that each split of a tree is chosen among.", min: 0.05, max: 1, step: 0.05, default: 0.5 },
  leastLeafShare: { label: "Smallest leaf", help: "Least records of a tree's leaf, as a share of all; two at least.", min: 0, max: 0.1, step: 0.001, default: 0.005 },
  epochs: { label: "Epochs", help: "Passes of the network over the training records.", min: 1, max: 300, step: 1, default: 10 },
  batchSize: { label: "Batch size", help: "Records that a step of the optimizer sees.", min: 4, max: 512, step: 1, default: 32 },
  learningRate: { label: "Learning rate", help: "Of Adam, in the first epoch; half a cosine leads to 0.", min: 1e-6, max: 0.1, step: 1e-6, default: 0.002 },
  dropout: { label: "Dropout", help: "Share of the network's values left out at random before and between its last layers.", min: 0, max: 0.9, step: 0.05, default: 0.3 },
  scale: { label: "Scale", help: "Augmentation: standard deviation of the logarithm of a record's amplitude; half of it for each lead.", min: 0, max: 1, step: 0.01, default: 0.15 },
  noise: { label: "Noise", help: "Augmentation: standard deviation of white noise, mV.", min: 0, max: 0.5, step: 0.005, default: 0.02 },
  leadLoss: { label: "Lead loss", help: "Augmentation: probability that a lead is silenced.", min: 0, max: 0.5, step: 0.01, default: 0.05 },
  mixing: { label: "Mixing", help: "Augmentation: share of another record that is mixed into each, at most.", min: 0, max: 0.5, step: 0.05, default: 0.3 },
  lastFold: { label: "Last fold", help: "Records of later folds of PTB-XL are not learnt from.", min: 2, max: 10, step: 1, default: 8 },
  seed: { label: "Seed", help: "Of all that is random. The same seed gives the same model.", min: 0, max: 1e9, step: 1, default: 1 },
};

export const meta: RecordingModelMeta = {
  id: "twelve-lead",
  name: "Twelve-lead superclasses",
  sentence: "Measures the average beat of a twelve-lead ECG and gives the probability of five diagnostic superclasses, several of which can hold.",
  parameters: [],
  training: Object.entries(TRAINING).map(([key, range]) => ({ kind: "number", key, ...range })),
  presets: [{ id: "published", label: "Published network of two inputs, without trees", values: { trees: 0 } }],
};
