import type { DetectorMeta } from "../detector.ts";

/** The quantile at which the published app cuts. */
export const DEFAULT_LOSS_QUANTILE = 0.95;

export const meta: DetectorMeta = {
  id: "dense-autoencoder",
  name: "Autoencoder",
  sentence: "A small network that has learnt to redraw normal beats; what it redraws badly is unlike anything it has seen.",
  parameters: [
    {
      kind: "number",
      key: "lossQuantile",
      label: "Training-loss quantile",
      help: "A beat is predicted anomalous when it is redrawn worse than this share of the normal beats the network was trained on.",
      min: 0.5,
      max: 0.9999,
      step: 0.0001,
      default: DEFAULT_LOSS_QUANTILE,
    },
  ],
  score: { label: "Reconstruction error", min: 0, max: 0.5, step: 0.0005, digits: 4 },
};
