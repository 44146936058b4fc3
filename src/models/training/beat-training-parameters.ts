import type { TrainingPreset } from "../beat-model.ts";
import type { Parameter } from "../detector.ts";

/** Of training a network on single beats; a model's `meta.ts` picks those it has and sets its own defaults. */
const PARAMETERS = {
  epochs: { label: "Epochs", help: "Passes over the training beats at most.", min: 1, max: 300, step: 1 },
  patience: { label: "Patience", help: "Epochs without a lower validation loss after which training stops.", min: 1, max: 300, step: 1 },
  batchSize: { label: "Batch size", help: "Beats a step of the optimizer sees.", min: 8, max: 1024, step: 1 },
  learningRate: { label: "Learning rate", help: "Of Adam, in the first epoch.", min: 1e-6, max: 0.1, step: 1e-6 },
  lastLearningRate: { label: "Last learning rate", help: "In the last epoch; half a cosine leads there.", min: 0, max: 0.1, step: 1e-6 },
  dropout: { label: "Dropout", help: "Share of the values left out at random before the last layers.", min: 0, max: 0.9, step: 0.01 },
  classWeight: {
    label: "Class weight",
    help: "0 weighs all beats alike, 1 all classes alike: a beat weighs (1 / its class's share) to this power.",
    min: 0, max: 1, step: 0.05,
  },
  normalShare: {
    label: "Normal beats an epoch",
    help: "Share of the normal beats that an epoch sees, drawn anew each time and weighing as much more: most of them teach little.",
    min: 0.05, max: 1, step: 0.05,
  },
  validationShare: { label: "Validation part", help: "Share of each class kept back to choose the epoch.", min: 0.01, max: 0.5, step: 0.01 },
  shiftSamples: { label: "Shift", help: "Augmentation: beats are moved by up to this many samples.", min: 0, max: 20, step: 0.5 },
  stretch: { label: "Stretch", help: "Augmentation: beats are slowed down or sped up by up to this share.", min: 0, max: 0.5, step: 0.01 },
  scale: { label: "Scale", help: "Augmentation: beats are made larger or smaller by up to this share.", min: 0, max: 0.5, step: 0.01 },
  noise: { label: "Noise", help: "Augmentation: standard deviation of the noise added, at most.", min: 0, max: 0.5, step: 0.001 },
  seed: { label: "Seed", help: "Of all that is random. The same seed gives the same weights.", min: 0, max: 1e9, step: 1 },
} as const;

export type TrainingNumber = keyof typeof PARAMETERS;

/** The training parameters named in `defaults`, in that order. */
export function trainingNumbers(defaults: Readonly<Partial<Record<TrainingNumber, number>>>): Parameter[] {
  return (Object.keys(defaults) as TrainingNumber[]).map((key) => ({ kind: "number", key, ...PARAMETERS[key], default: defaults[key] ?? 0 }));
}

export type Resampling = "none" | "under" | "over";

/** How classes of different sizes are evened out. */
export const RESAMPLING: Parameter = {
  kind: "choice",
  key: "resampling",
  label: "Resampling",
  help: "Evens out the classes by leaving out beats of the larger ones, or by repeating beats of the smaller ones.",
  options: [
    { value: "none", label: "None" },
    { value: "under", label: "Under-sample to the smallest class" },
    { value: "over", label: "Over-sample to the largest class" },
  ],
  default: "none",
};

/** Settings for going on from trained weights with few new beats: small steps, every normal beat in every epoch. */
export const FINE_TUNING: TrainingPreset = {
  id: "fine-tuning",
  label: "Fine-tuning: go on from a version’s weights",
  values: { epochs: 10, patience: 4, learningRate: 0.0003, normalShare: 1, validationShare: 0.15 },
};
