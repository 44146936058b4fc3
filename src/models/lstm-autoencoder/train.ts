import { chooseBackend } from "../backends/choose-backend.ts";
import { errorFiles, networkFiles, shippedErrors, trainedOn, tutorialSplitSentence } from "../beat-autoencoder/autoencoder-files.ts";
import { fitAutoencoder } from "../beat-autoencoder/fit-autoencoder.ts";
import { normalBeatsOf, tutorialBeats } from "../beat-autoencoder/normal-beats.ts";
import { defaultParameters } from "../detector.ts";
import { numberValue } from "../parameter-values.ts";
import { startFrom } from "../training/start-from.ts";
import type { TrainBeatModel } from "../training/train-beat-model.ts";
import { buildLstmAutoencoder } from "./build.ts";
import { meta } from "./meta.ts";
import { network } from "./model.ts";

const UNCHANGED = { shiftSamples: 0, stretch: 0, scale: 0, noise: 0 };

/** Raised when the training itself changes, so that a checkpoint made before is not taken up. */
const TRAINING_VERSION = 1;

/** Trains on 85 % of ECG5000's normal beats, or on those of a given split; another 10 % choose the epoch and give the threshold. */
export const train: TrainBeatModel = async (data, options) => {
  const beats = data.split === undefined ? tutorialBeats(data, meta) : normalBeatsOf(data.train, data.split, meta);
  await chooseBackend();
  const owner = { id: meta.id, name: meta.name, parameters: meta.training };
  const parameters = { ...defaultParameters(owner), ...options.parameters };
  const number = (key: string) => numberValue(owner, parameters, key);
  const tables = data.rest === null ? [data.train] : [data.train, data.rest];
  const hashes = tables.flatMap(({ files }) => files.map(({ sha256 }) => sha256));
  const fingerprint = JSON.stringify({ id: meta.id, TRAINING_VERSION, parameters, files: hashes });

  const model = buildLstmAutoencoder({ units: number("units"), embedding: number("embedding"), seed: number("seed") });
  try {
    if (options.start !== undefined) await startFrom(model, options.start, meta.id);
    const { epochs, bestEpoch } = await fitAutoencoder(model, beats, { stage: meta.name, number, clipNorm: number("clipNorm"), augmentation: UNCHANGED, fingerprint }, options);
    const files = await networkFiles(model);
    const validationErrors = await shippedErrors(network, files, beats.validation, options);
    const words = {
      trainedOn: trainedOn("ECG5000 TRAIN and TEST", tables),
      split: tutorialSplitSentence(beats, `${bestEpoch + 1} of ${epochs.length}`),
      parameters,
      date: data.date,
    };
    return new Map([...files, ...errorFiles(network, validationErrors, words)]);
  } finally {
    model.dispose();
  }
};
