import type { HeartRateTable } from "../../ecg/heart-rate/table.ts";
import { quantiles } from "../../ecg/numeric/quantile.ts";
import { seededRandom } from "../../ecg/numeric/random.ts";
import type { JobControl } from "../../ecg/progress.ts";
import { encodeCard } from "../card.ts";
import { defaultParameters } from "../detector.ts";
import { patientMeanF1 } from "../evaluation/patient-mean-f1.ts";
import type { TrainModel } from "../training/train-model.ts";
import { detect } from "./detect.ts";
import { growForest } from "./grow.ts";
import { forestInputs, scatterScores } from "./inputs.ts";
import { meta } from "./meta.ts";
import { scoreRows } from "./score.ts";
import { encodeTrainingSet, TRAINING_FILE_NAME } from "./training-set.ts";

const CONTAMINATIONS = [0.001, 0.002, 0.003, 0.004, 0.006, 0.008, 0.01];
/** One forest differs from the next; the choice is made on the mean of several. */
const SEEDS = 8;

/**
 * Ships the normal beats, on which the app grows its forests itself, and chooses the contamination of the relative
 * features on the labelled patients. The app runs the defaults in meta.ts; a test holds them equal to the card's.
 */
export const train: TrainModel = async ({ labelled, train: normal, date }, control) => {
  const { contamination, meanF1 } = await chooseContamination(normal, labelled, control);
  const trainingSet = encodeTrainingSet(normal);
  const parameters = { ...defaultParameters(meta), contamination };
  const shipped = await detect(normal.patients, { ...control, parameters, readArtifact: () => Promise.resolve(trainingSet.slice().buffer) });
  const card = encodeCard({
    id: meta.id,
    name: meta.name,
    version: "1",
    trainedOn: { name: "heart-rate/train", sha256: normal.files[0].sha256, rows: normal.rows, patients: normal.patients.length },
    split:
      "Grown on normal beats only. The threshold is the (1 − contamination) quantile of their scores; the contamination is the one of " +
      `${CONTAMINATIONS.join(", ")} with the highest mean F1 over the patients of heart-rate/labelled, each counted alike with one hit granted ` +
      `(${meanF1.toFixed(3)}, mean of ${SEEDS} seeds).`,
    parameters,
    threshold: shipped.threshold,
    metrics: null,
    intendedUse: "Finding beats that are unlike normal ones in beat-by-beat heart rates of adults. Research use only, not a medical device.",
    limits: [
      "It sees the rate alone: a ventricular beat that comes on time is missed.",
      "Grown on five patients in regular rhythm: in atrial fibrillation many beats are reported.",
      "With the features of the published app, a patient's scale is set by the extremes, so one outlier changes all scores of that patient.",
    ],
    date,
    licence: "Apache-2.0; contains heart rates of the MIT-BIH Arrhythmia Database 1.0.0, PhysioNet, ODC-By 1.0",
  });
  return new Map([[TRAINING_FILE_NAME, trainingSet], ["card.json", card]]);
};

async function chooseContamination(normal: HeartRateTable, { patients }: HeartRateTable, control: JobControl) {
  const normalInputs = forestInputs(normal.patients, "relative");
  const inputs = forestInputs(patients, "relative");
  const labels = patients.map(({ label }) => label);
  const lengths = patients.map(({ rateBpm }) => rateBpm.length);
  const sums = CONTAMINATIONS.map(() => 0);
  for (let seed = 1; seed <= SEEDS; seed++) {
    control.onProgress({ stage: meta.name, done: seed - 1, total: SEEDS, unit: "batches" });
    const forest = growForest(normalInputs.columns, { trees: 100, sampleSize: 256, random: seededRandom(seed) });
    const thresholds = quantiles(await scoreRows(forest, normalInputs.columns, control), CONTAMINATIONS.map((share) => 1 - share));
    const scores = scatterScores(await scoreRows(forest, inputs.columns, control), inputs, lengths);
    thresholds.forEach((threshold, c) => (sums[c] += patientMeanF1(labels, scores, threshold)));
  }
  const best = sums.indexOf(Math.max(...sums));
  return { contamination: CONTAMINATIONS[best], meanF1: sums[best] / SEEDS };
}
