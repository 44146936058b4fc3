import { seededRandom } from "../../ecg/numeric/random.ts";
import { quantile } from "../../ecg/numeric/quantile.ts";
import { ProblemError } from "../../ecg/problem.ts";
import { sha256 } from "../artifacts/sha256.ts";
import type { Detect, ParameterValues } from "../detector.ts";
import { choiceValue, numberValue } from "../parameter-values.ts";
import type { IsolationForest } from "./forest.ts";
import { growForest } from "./grow.ts";
import { forestInputs, scatterScores } from "./inputs.ts";
import { meta } from "./meta.ts";
import { scoreRows } from "./score.ts";
import { readTrainingSet } from "./training-set.ts";

/**
 * Grows the forest and scores every row but each patient's first. The threshold is the (1 − contamination) quantile of
 * the scores of what it was trained on, as scikit-learn's `offset_`. Throws a ProblemError "too-few-rows" when trained
 * on a file of fewer than two scored rows.
 */
export const detect: Detect = async (patients, { parameters, readArtifact, ...control }) => {
  const { features, trainedOn, contamination, trees, sampleSize, seed } = forestSettings(parameters);
  const inputs = forestInputs(patients, features);
  const training = trainedOn === "file" ? inputs : forestInputs(await readTrainingSet(readArtifact), features);
  const trainingRows = training.columns[0].length;
  if (trainingRows < 2) {
    throw new ProblemError("too-few-rows", "a forest cannot be trained on fewer than two beats", "Train it on the shipped normal beats");
  }
  const forest = growForest(training.columns, { trees, sampleSize, random: seededRandom(seed) });
  const scores = await scoreRows(forest, inputs.columns, control);
  const trainingScores = training === inputs ? scores : await scoreRows(forest, training.columns, control);
  return {
    scores: scatterScores(scores, inputs, patients.map(({ rateBpm }) => rateBpm.length)),
    threshold: quantile(trainingScores, 1 - contamination),
    modelHash: await hashForest(forest),
    backend: "JavaScript",
    warnings: trainingRows < sampleSize ? [`The forest was trained on only ${trainingRows} beats; its sample size is ${sampleSize}.`] : [],
  };
};

interface ForestSettings {
  readonly features: "published" | "relative";
  readonly trainedOn: "train" | "file";
  readonly trees: number;
  readonly sampleSize: number;
  readonly contamination: number;
  readonly seed: number;
}

function forestSettings(values: ParameterValues): ForestSettings {
  return {
    features: choiceValue(meta, values, "features") === "published" ? "published" : "relative",
    trainedOn: choiceValue(meta, values, "trainedOn") === "file" ? "file" : "train",
    trees: numberValue(meta, values, "trees"),
    sampleSize: numberValue(meta, values, "sampleSize"),
    contamination: numberValue(meta, values, "contamination"),
    seed: numberValue(meta, values, "seed"),
  };
}

function hashForest({ roots, feature, threshold, child, leafValue }: IsolationForest): Promise<string> {
  return sha256(...[roots, feature, threshold, child, leafValue].map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)));
}
