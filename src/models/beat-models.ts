import type { BeatModel, BeatModelId } from "./beat-model.ts";

/** The computing part of a model of single beats, loaded when it is first asked for. */
export async function loadBeatModel(id: BeatModelId): Promise<BeatModel> {
  return (await LOADERS[id]()).model;
}

const LOADERS: Readonly<Record<BeatModelId, () => Promise<{ readonly model: BeatModel }>>> = {
  "beat-cnn": () => import("./beat-cnn/model.ts"),
  "boosted-trees": () => import("./boosted-trees/model.ts"),
  "lstm-fcn": () => import("./lstm-fcn/model.ts"),
  "conv-autoencoder": () => import("./conv-autoencoder/model.ts"),
  "lstm-autoencoder": () => import("./lstm-autoencoder/model.ts"),
};
