import { trainClassifier } from "../beat-classifier/train-classifier.ts";
import type { TrainBeatModel } from "../training/train-beat-model.ts";
import { buildBeatCnn } from "./build.ts";
import { meta } from "./meta.ts";

export const train: TrainBeatModel = (data, options) =>
  trainClassifier(
    {
      meta,
      build: (number) => buildBeatCnn({ dropout: number("dropout"), seed: number("seed") }),
      design: "Width, flattening and augmentation were chosen on other splits of the same training file; the test file was read once, after the training.",
      limits: [],
    },
    data,
    options,
  );
