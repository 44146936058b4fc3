import { CLASSES } from "../../ecg/beats/classes.ts";
import { splitBeats } from "../../ecg/beats/split-beats.ts";
import type { Beats } from "../../ecg/beats/table.ts";
import { ProblemError } from "../../ecg/problem.ts";
import { turns, type JobControl } from "../../ecg/progress.ts";
import { encodeCard } from "../card.ts";
import { defaultParameters, type ParameterValues } from "../detector.ts";
import { choiceValue, numberValue } from "../parameter-values.ts";
import { classWeights, resample } from "../training/beat-examples.ts";
import type { Resampling } from "../training/beat-training-parameters.ts";
import type { BeatTrainingData, TrainBeatModel } from "../training/train-beat-model.ts";
import { encodeTrees, TREES_FILE_NAME } from "./artifact.ts";
import { binValues, quantileEdges } from "./bins.ts";
import { boost } from "./boost.ts";
import { beatFeatures, FEATURE_NAMES } from "./features.ts";
import { meta } from "./meta.ts";
import type { LabelledRows } from "./scored-rows.ts";

const CLASS_CODES = CLASSES.aami.map(({ code }) => code);

/** Raised when the training itself changes, so that a checkpoint made before is not taken up. */
const TRAINING_VERSION = 1;

/**
 * Boosts trees on the labelled beats of `data.train`: a share of each class is kept back and chooses the number of
 * rounds, the rest is resampled and weighted as the parameters say. Throws a ProblemError "unfit-training-data" for
 * beats without classes or of another length.
 */
export const train: TrainBeatModel = async ({ train: { beats, files }, split: given, date }, { parameters: chosen, checkpoints, signal, onProgress, onEpoch, finish }) => {
  if (beats.scheme !== meta.scheme || beats.samplesPerBeat !== meta.samplesPerBeat) {
    throw new ProblemError("unfit-training-data", `${meta.name} learn from labelled beats of ${meta.samplesPerBeat} samples`, "Train them on the heartbeat CSV with classes", { file: files[0].name });
  }
  const owner = { id: meta.id, name: meta.name, parameters: meta.training };
  const parameters = { ...defaultParameters(owner), ...chosen };
  const number = (key: string) => numberValue(owner, parameters, key);
  const seed = number("seed");
  const split = given ?? splitBeats(beats, number("validationShare"), seed);
  const indices = resample(beats, split.training, choiceValue(owner, parameters, "resampling") as Resampling, seed);
  const { training, validation, edges } = await binRows(beats, { training: indices, validation: split.validation }, { bins: number("bins"), signal, onProgress });
  const weights = classWeights(beats.label, indices, { classCount: CLASS_CODES.length, classWeight: number("classWeight") });
  const boosted = await boost(withLabels(beats, indices, training, weights), withLabels(beats, split.validation, validation, weights.map(() => 1)), {
    stage: meta.name,
    classCount: CLASS_CODES.length,
    rounds: number("rounds"),
    patience: number("patience"),
    learningRate: number("learningRate"),
    maxLeaves: number("maxLeaves"),
    maxDepth: number("maxDepth"),
    minChildWeight: number("minChildWeight"),
    lambda: number("lambda"),
    featureShare: number("featureShare"),
    rowShare: number("rowShare"),
    seed,
    resumable: checkpoints && {
      store: checkpoints,
      fingerprint: JSON.stringify({ id: meta.id, TRAINING_VERSION, parameters, files: files.map(({ sha256 }) => sha256) }),
    },
    ...(onEpoch && { onRound: onEpoch }),
    ...(finish !== undefined && { finish }),
    signal,
    onProgress,
  });
  const bytes = encodeTrees({ classes: CLASS_CODES, features: FEATURE_NAMES, model: { ...boosted, edges } });
  const counted = `${split.validation.length.toLocaleString("en-US")} beats, a ${number("validationShare")} share of each class drawn at random,`;
  const card = cardOf({ files, date }, parameters, `${counted} chose the number of rounds (${boosted.bestRound + 1} of ${boosted.rounds.length}); the others trained the trees. ${DESIGN}`);
  return new Map([[TREES_FILE_NAME, bytes], ["card.json", card]]);
};

interface BinnedRows {
  readonly training: LabelledRows["features"];
  readonly validation: LabelledRows["features"];
  readonly edges: readonly Float32Array[];
}

/** The features of both parts in bins of about equally many training beats. */
async function binRows(
  beats: Beats,
  rows: { readonly training: Uint32Array; readonly validation: Uint32Array },
  { bins, signal, onProgress }: JobControl & { readonly bins: number },
): Promise<BinnedRows> {
  const columns = beatFeatures(beats, { from: 0, to: beats.count });
  const takeTurn = turns(signal, (done) => onProgress({ stage: `${meta.name}: sorting the features into bins`, done, total: columns.length, unit: "batches" }));
  const edges: Float32Array[] = [];
  const training: Uint8Array[] = [];
  const validation: Uint8Array[] = [];
  for (const column of columns) {
    const known = Float32Array.from(rows.training, (row) => column[row]);
    const own = quantileEdges(known, bins);
    edges.push(own);
    training.push(binValues(known, own));
    validation.push(binValues(Float32Array.from(rows.validation, (row) => column[row]), own));
    await takeTurn(edges.length);
  }
  return { training: { columns: training, bins }, validation: { columns: validation, bins }, edges };
}

function withLabels({ label }: Beats, rows: Uint32Array, features: LabelledRows["features"], weights: Float64Array): LabelledRows {
  const own = Uint8Array.from(rows, (row) => label[row]);
  return { features, label: own, weight: Float64Array.from(own, (k) => weights[k]) };
}

/** How the settings were found. */
const DESIGN =
  "The derived features and the class weight were chosen by validation loss and macro-F1 on an eighth of each class of the training file; the test file was read once, afterwards.";

function cardOf({ files, date }: { readonly files: BeatTrainingData["train"]["files"]; readonly date: string }, parameters: ParameterValues, split: string): Uint8Array {
  const [{ sha256, rows }] = files;
  return encodeCard({
    id: meta.id,
    name: meta.name,
    version: "1",
    trainedOn: { name: "heartbeat/mitbih_train", sha256, rows },
    split,
    parameters,
    threshold: null,
    metrics: [],
    intendedUse: "Naming the class (N, S, V, F or Q of ANSI/AAMI EC57) of single beats of adults, cut and scaled as in the heartbeat CSV. Research use only, not a medical device.",
    limits: [
      "Intra-patient: training and test beats are of the same patients. On patients it has not seen it does worse; nothing here says by how much.",
      "It reads values at fixed samples: a beat that is cut some samples early or late is a different beat to it.",
      "A beat has to be cut as in the heartbeat CSV: 187 samples at 125 Hz from the R peak on, scaled to 0–1, zeros after the next beat’s start.",
      "Learnt from recordings of 47 patients of one hospital in the 1970s; fusion and supraventricular beats are few and told apart least surely.",
    ],
    date,
    licence: "Apache-2.0; trained on the MIT-BIH Arrhythmia Database 1.0.0, PhysioNet, ODC-By 1.0",
  });
}
