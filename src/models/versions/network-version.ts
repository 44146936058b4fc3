import type { Shape } from "../artifacts/layers-model.ts";
import { chooseBackend } from "../backends/choose-backend.ts";
import type { ModelId } from "../model-id.ts";
import { errorsFile, optionalFiles, OTHER_JSON, refuseWithoutThreshold } from "./companion-files.ts";
import { loadNetwork, refuseOtherEnds } from "./load-network.ts";
import { readNetworkFiles } from "./network-files.ts";
import type { PickedFiles } from "./picked-files.ts";

/** Models that are a network of one input and one output. */
export type NetworkId = Exclude<ModelId, "boosted-trees" | "isolation-forest" | "rolling-median" | "twelve-lead">;

interface Ends {
  readonly input: Shape;
  readonly output: Shape;
}

/** Loading a model's layers makes those of them known that TensorFlow.js does not have. */
const ENDS: Readonly<Record<NetworkId, () => Promise<Ends>>> = {
  "beat-cnn": async () => (await import("../beat-cnn/build.ts")).BEAT_CNN_SHAPES,
  "lstm-fcn": async () => (await import("../lstm-fcn/build.ts")).LSTM_FCN_SHAPES,
  arrhythmia: async () => (await import("../arrhythmia/build.ts")).ARRHYTHMIA_SHAPES,
  "conv-autoencoder": async () => (await import("../conv-autoencoder/build.ts")).CONV_AUTOENCODER_SHAPES,
  "lstm-autoencoder": async () => (await import("../lstm-autoencoder/build.ts")).LSTM_AUTOENCODER_SHAPES,
  "dense-autoencoder": async () => (await import("../dense-autoencoder/build.ts")).AUTOENCODER_SHAPES,
  "heart-rate-cnn": async () => (await import("../heart-rate-cnn/build.ts")).CNN_SHAPES,
};

/** Files of errors that a threshold follows from. */
const ERRORS: Readonly<Partial<Record<NetworkId, string>>> = {
  "conv-autoencoder": "validation-errors.bin",
  "lstm-autoencoder": "validation-errors.bin",
  "dense-autoencoder": "training-errors.bin",
};

export const isNetwork = (id: ModelId): id is NetworkId => Object.hasOwn(ENDS, id);

/** A network with what its model needs beside it, loaded once to see its ends. Throws ProblemError as the readers of its parts do. */
export async function networkVersion(modelId: NetworkId, files: PickedFiles): Promise<{ readonly fileName: string; readonly files: Record<string, Uint8Array<ArrayBuffer>> }> {
  const network = readNetworkFiles(files, OTHER_JSON);
  const ends = await ENDS[modelId]();
  await chooseBackend();
  const model = await loadNetwork(network);
  try {
    refuseOtherEnds(model, ends, network.fileName);
  } finally {
    model.dispose();
  }
  const errors = ERRORS[modelId];
  if (modelId === "heart-rate-cnn") refuseWithoutThreshold(files);
  return {
    fileName: network.fileName,
    files: {
      "model.json": network.topology,
      "weights.bin": network.weights,
      ...(errors !== undefined && { [errors]: errorsFile(files, errors) }),
      ...optionalFiles(files),
    },
  };
}
