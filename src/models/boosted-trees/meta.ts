import type { BeatModelMeta } from "../beat-model.ts";
import { RESAMPLING, trainingNumbers } from "../training/beat-training-parameters.ts";

export const meta: BeatModelMeta = {
  id: "boosted-trees",
  name: "Boosted trees",
  sentence: "Hundreds of small decision trees over the beat’s samples, each correcting those before it, name its class.",
  task: "classifier",
  samplesPerBeat: 187,
  scheme: "aami",
  parameters: [],
  training: [
    { kind: "number", key: "rounds", label: "Rounds", help: "At most; a round adds one tree for each class.", min: 1, max: 2000, step: 1, default: 200 },
    { kind: "number", key: "patience", label: "Patience", help: "Rounds without a lower validation loss after which training stops.", min: 1, max: 2000, step: 1, default: 20 },
    { kind: "number", key: "learningRate", label: "Learning rate", help: "Share of its correction that a tree adds. Lower needs more rounds.", min: 0.001, max: 1, step: 0.001, default: 0.1 },
    { kind: "number", key: "maxLeaves", label: "Leaves", help: "Of a tree at most; the leaf that gains most is split next.", min: 2, max: 255, step: 1, default: 31 },
    { kind: "number", key: "maxDepth", label: "Depth", help: "Questions at most from a tree’s root to a leaf.", min: 1, max: 20, step: 1, default: 8 },
    { kind: "number", key: "minChildWeight", label: "Smallest leaf", help: "Least sum of p (1 − p) over the beats of a leaf.", min: 0.001, max: 1000, step: 0.01, default: 1 },
    { kind: "number", key: "lambda", label: "λ", help: "Draws the values of leaves to zero, those of small leaves most.", min: 0, max: 1000, step: 0.01, default: 1 },
    { kind: "number", key: "featureShare", label: "Feature share", help: "Share of the features that a tree may ask about, drawn for each tree.", min: 0.01, max: 1, step: 0.01, default: 0.3 },
    { kind: "number", key: "rowShare", label: "Beat share", help: "Share of the beats that trees are grown on, drawn for each round.", min: 0.01, max: 1, step: 0.01, default: 0.7 },
    { kind: "number", key: "bins", label: "Bins", help: "Steps that a feature’s values are told apart in.", min: 2, max: 255, step: 1, default: 64 },
    ...trainingNumbers({ classWeight: 0.25, validationShare: 0.1, seed: 1 }),
    RESAMPLING,
  ],
  presets: [],
};
