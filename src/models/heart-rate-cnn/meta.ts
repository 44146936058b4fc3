import type { DetectorMeta } from "../detector.ts";

export const meta: DetectorMeta = {
  id: "heart-rate-cnn",
  name: "1D-CNN",
  sentence: "A small neural network that compares each beat's rate with the beats around it; learnt from the labelled beats of 22 patients.",
  parameters: [],
  score: { label: "Anomaly score", min: 0, max: 1, step: 0.005, digits: 3 },
};
