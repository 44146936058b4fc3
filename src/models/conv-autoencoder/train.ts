import { chooseBackend } from "../backends/choose-backend.ts";
import { type CardWords, errorFiles, networkFiles, shippedErrors, trainedOn, tutorialSplitSentence } from "../beat-autoencoder/autoencoder-files.ts";
import { fitAutoencoder } from "../beat-autoencoder/fit-autoencoder.ts";
import { type NormalBeats, normalBeats, normalBeatsOf, tutorialBeats } from "../beat-autoencoder/normal-beats.ts";
import { parts } from "../beat-autoencoder/parts.ts";
import { defaultParameters } from "../detector.ts";
import { choiceValue, numberValue } from "../parameter-values.ts";
import { startFrom } from "../training/start-from.ts";
import type { BeatTrainingData, BeatTrainingOptions, TrainBeatModel } from "../training/train-beat-model.ts";
import { buildConvAutoencoder } from "./build.ts";
import { meta } from "./meta.ts";
import { network } from "./model.ts";

/** How the defaults came about. */
const CHOICE =
  "Bottleneck and quantile were chosen on such parts of TRAIN, by F1 against its anomalous beats. TEST was read three times: before, versions with a bottleneck of 4 had an F1 of 0.945 and 0.955 there. " +
  "Of the 145 normal beats of public/samples/ecg5000.tsv, 12 are TRAIN's.";

/** A training of the parameters that were asked for. Only one of a given split is taken up again: the others take a minute or two. */
interface Training {
  readonly number: (key: string) => number;
  readonly options: BeatTrainingOptions;
  readonly fingerprint: string;
}

export const train: TrainBeatModel = async (data, options) => {
  await chooseBackend();
  const owner = { id: meta.id, name: meta.name, parameters: meta.training };
  const parameters = { ...defaultParameters(owner), ...options.parameters };
  const fingerprint = JSON.stringify({ id: meta.id, parameters, files: data.train.files.map(({ sha256 }) => sha256) });
  const training = { number: (key: string) => numberValue(owner, parameters, key), options, fingerprint };
  const learn = data.split !== undefined ? learnFromSplit : choiceValue(owner, parameters, "trainOn") === "train" ? learnFromTrain : learnFromTutorialSplit;
  const { files, validationErrors, ...words } = await learn(data, training);
  return new Map([...files, ...errorFiles(network, validationErrors, { ...words, parameters, date: data.date })]);
};

interface Outcome extends Pick<CardWords, "trainedOn" | "split"> {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly validationErrors: Float32Array;
}

/** Learns from all normal beats of TRAIN; what it does on beats it has not learnt from is told by networks that leave out a part each. */
async function learnFromTrain({ train: table }: BeatTrainingData, { number, options, fingerprint }: Training): Promise<Outcome> {
  const training = { number, fingerprint, options: { ...options, checkpoints: null } };
  const beats = normalBeats(table, meta);
  const folds = training.number("folds");
  const validationErrors = new Float32Array(beats.count);
  for (const [index, part] of parts(beats, folds, training.number("seed")).entries()) {
    const { errors } = await learnFrom(part, withoutEpochs(training), `${meta.name}, without part ${index + 1} of ${folds}`);
    part.left.forEach((beat, i) => (validationErrors[beat] = errors[i]));
  }
  const { files } = await learnFrom({ training: beats, validation: beats }, training, meta.name);
  return {
    files,
    validationErrors,
    trainedOn: trainedOn("ECG5000_TRAIN", [table]),
    split: `All ${beats.count} normal beats of TRAIN trained the network. ${folds} others like it, each without one of ${folds} parts of these beats, were validated on the part they had not seen. ${CHOICE}`,
  };
}

/** The networks that only judge are no epochs of the training. */
const withoutEpochs = ({ options: { onEpoch, ...options }, ...training }: Training): Training => ({ ...training, options });

/** Learns from the normal beats of one part; those of the other choose the epoch and give the threshold. */
async function learnFromSplit({ train: table, split }: BeatTrainingData, training: Training): Promise<Outcome> {
  const beats = normalBeatsOf(table, split ?? { training: new Uint32Array(), validation: new Uint32Array() }, meta);
  const { files, errors, epoch } = await learnFrom(beats, training, meta.name);
  return {
    files,
    validationErrors: errors,
    trainedOn: trainedOn(table.files[0].name, [table]),
    split: `${beats.training.count} normal beats trained the network and ${beats.validation.count} others chose the epoch (${epoch}).`,
  };
}

/** Learns from the beats that the tutorial's split gives; its validation part chooses the epoch and gives the threshold. */
async function learnFromTutorialSplit(data: BeatTrainingData, training: Training): Promise<Outcome> {
  const beats = tutorialBeats(data, meta);
  const { files, errors, epoch } = await learnFrom(beats, { ...training, options: { ...training.options, checkpoints: null } }, meta.name);
  return {
    files,
    validationErrors: errors,
    trainedOn: trainedOn("ECG5000 TRAIN and TEST", data.rest === null ? [data.train] : [data.train, data.rest]),
    split: tutorialSplitSentence(beats, epoch),
  };
}

interface Learnt {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** on the validation beats */
  readonly errors: Float32Array;
  /** "12 of 40" */
  readonly epoch: string;
}

async function learnFrom(beats: NormalBeats, { number, options, fingerprint }: Training, stage: string): Promise<Learnt> {
  const augmentation = { shiftSamples: number("shiftSamples"), stretch: number("stretch"), scale: number("scale"), noise: number("noise") };
  const model = buildConvAutoencoder({ bottleneck: number("bottleneck"), seed: number("seed") });
  try {
    if (options.start !== undefined) await startFrom(model, options.start, meta.id);
    const { epochs, bestEpoch } = await fitAutoencoder(model, beats, { stage, number, clipNorm: 0, augmentation, fingerprint }, options);
    const files = await networkFiles(model);
    return { files, errors: await shippedErrors(network, files, beats.validation, options), epoch: `${bestEpoch + 1} of ${epochs.length}` };
  } finally {
    model.dispose();
  }
}
