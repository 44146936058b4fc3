import type { DetectorMeta } from "../detector.ts";

export const meta: DetectorMeta = {
  id: "isolation-forest",
  name: "Isolation Forest",
  sentence: "Reports beats that random cuts through the features separate from the other beats in few steps; learns from normal beats alone.",
  parameters: [
    {
      kind: "choice",
      key: "features",
      label: "Features",
      help: "Relative: how far a beat's rate stands above the beats around it. Published: scaled rate, its change, and the peak label of the published app.",
      options: [
        { value: "relative", label: "Relative to the surroundings" },
        { value: "published", label: "Published app" },
      ],
      default: "relative",
    },
    {
      kind: "choice",
      key: "trainedOn",
      label: "Trained on",
      help: "Normal beats of five patients, or the opened file itself, whose anomalies should then be rare.",
      options: [
        { value: "train", label: "Shipped normal beats" },
        { value: "file", label: "This file" },
      ],
      default: "train",
    },
    { kind: "number", key: "trees", label: "Trees", help: "More trees, steadier scores.", min: 10, max: 500, step: 10, default: 100 },
    { kind: "number", key: "sampleSize", label: "Sample size", help: "Rows each tree is grown on.", min: 16, max: 4096, step: 1, default: 256 },
    {
      kind: "number",
      key: "contamination",
      label: "Contamination",
      help: "Share of the rows trained on that the threshold reports. 0.001 was chosen on labelled patients; the published app has 0.004. Trained on this file: the share of anomalies you expect.",
      min: 0.001,
      max: 0.5,
      step: 0.001,
      default: 0.001,
    },
    { kind: "number", key: "seed", label: "Seed", help: "The same seed grows the same forest.", min: 0, max: 4294967295, step: 1, default: 1 },
  ],
  score: { label: "Isolation score", min: 0, max: 1, step: 0.001, digits: 3 },
};
