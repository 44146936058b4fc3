import type { ModelMeta } from "../models/model-kinds.ts";

const NETWORK = "A TF.js layers model, as tensorflowjs_converter and model.save write it: model.json and the .bin files that it names, of the standard layers, with the input and output of the shipped one.";
const ANY = "An archive that was exported here can be imported as it is. A card.json beside it is shown as its card. 64 MB at most.";

/** What the files of a version of a model are. */
export function importHelp({ id }: Pick<ModelMeta, "id">): string {
  return `${WHAT[id]} ${ANY}`;
}

const WHAT: Readonly<Record<ModelMeta["id"], string>> = {
  "beat-cnn": NETWORK,
  "lstm-fcn": NETWORK,
  arrhythmia: NETWORK,
  "conv-autoencoder": `${NETWORK} And validation-errors.bin: the reconstruction errors of normal beats that it did not learn from, float32, from which the threshold follows.`,
  "lstm-autoencoder": `${NETWORK} And validation-errors.bin: the reconstruction errors of normal beats that it did not learn from, float32, from which the threshold follows.`,
  "dense-autoencoder": `${NETWORK} And training-errors.bin: the reconstruction errors of its training rows, float32, from which the threshold follows.`,
  "heart-rate-cnn": `${NETWORK} And a card.json with its threshold: {"threshold": 0.5}.`,
  "boosted-trees": 'trees.json: {"format": "isoline boosted trees json 1", "classes", "features", "startScores", "trees"}, round by round and class by class, a node {"feature", "atMost", "leftShare", "left", "right"} or {"value"}; or a trees.bin of ours. Export a version to see one.',
  "isolation-forest": 'train.json: {"patients": [{"patientId", "rateBpm": [70.1, …]}]}: heart rates of normal beats, beat by beat, from which a forest is grown at each check with the settings of the check.',
  "rolling-median": "A rule has parameters only; they are set in the check.",
  "twelve-lead": NETWORK,
};
