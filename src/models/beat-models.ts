import type { BeatModel, BeatModelId } from "./beat-model.ts";

/** The computing part of a model of single beats, loaded when it is first asked for. */
export async function loadBeatModel(id: BeatModelId): Promise<BeatModel> {
  const load = LOADERS[id];
  if (load === undefined) throw new Error(`There is no model ${id}.`);
  return (await load()).model;
}

const LOADERS: Readonly<Partial<Record<BeatModelId, () => Promise<{ readonly model: BeatModel }>>>> = {
  "beat-cnn": () => import("./beat-cnn/model.ts"),
  "lstm-fcn": () => import("./lstm-fcn/model.ts"),
  "boosted-trees": () => import("./boosted-trees/model.ts"),
};
