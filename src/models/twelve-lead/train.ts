import { layersModelFiles } from "../artifacts/layers-model.ts";
import { chooseBackend } from "../backends/choose-backend.ts";
import { encodeCard, type TwelveLeadCard } from "../card.ts";
import { defaultParameters, type ParameterValues } from "../detector.ts";
import { numberValue } from "../parameter-values.ts";
import { SUPERCLASSES } from "../recording-model.ts";
import { joinTrees } from "./join-trees.ts";
import { bestThreshold } from "./best-threshold.ts";
import { CLASSIFIER_FILE, CLASSIFIER_FORMAT, encodeClassifierFile, TREES_FILE } from "./classifier-file.ts";
import { crossValidate, trainParts, type PartProbabilities, type PartsOptions } from "./cross-validate.ts";
import { macroAuc } from "./figures.ts";
import { gatherRecords, type GatheredRecords } from "./gathered-records.ts";
import { meta } from "./meta.ts";
import type { TrainTwelveLead, TwelveLeadTrainingData } from "./training-data.ts";
import { encodeTrees } from "./trees-file.ts";

/** What the network's probability may count; the trees' counts the rest. */
const NETWORK_SHARES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/**
 * Trains network and trees on the records up to the last fold. Parts trained on three quarters of the folds and asked about
 * the others decide how the two are weighed and from which probability on a class is reported; then both learn from all.
 */
export const train: TrainTwelveLead = async (data, { parameters: chosen, ...control }) => {
  await chooseBackend();
  const owner = { id: meta.id, name: meta.name, parameters: meta.training };
  const parameters = { ...defaultParameters(owner), ...chosen };
  const number = (key: string) => numberValue(owner, parameters, key);
  const options: PartsOptions = {
    ...control,
    trees: { trees: number("trees"), featureShare: number("featureShare"), leastLeafShare: number("leastLeafShare"), seed: number("seed") },
    network: {
      augmentation: { scale: number("scale"), noise: number("noise"), leadLoss: number("leadLoss"), mixing: number("mixing") },
      epochs: number("epochs"),
      batchSize: number("batchSize"),
      learningRate: number("learningRate"),
      dropout: number("dropout"),
      seed: number("seed"),
    },
  };
  const records = await gatherRecords(data, number("lastFold"), control);
  const unseen = await crossValidate(records, options);
  const { networkShare, validation } = weighParts(records, unseen);
  const probabilities = blended(unseen, networkShare);
  const thresholds = records.classes.map((own, k) => bestThreshold(probabilities.map((all) => all[k]), own));

  const { network, trees, imputation } = await trainParts(records, Array.from(records.fold.keys()), meta.name, options);
  try {
    const files = await layersModelFiles(network, "float16");
    files.set(CLASSIFIER_FILE, encodeClassifierFile({
      format: CLASSIFIER_FORMAT,
      classes: SUPERCLASSES.map(({ code }) => code),
      thresholds,
      imputation,
      networkShare,
      trees: trees && { perClass: number("trees"), features: records.featureNames },
    }));
    if (trees !== null) files.set(TREES_FILE, encodeTrees(joinTrees(trees)));
    return files.set("card.json", encodeCard(cardOf(data, records, { parameters, thresholds, validation, networkShare })));
  } finally {
    network.dispose();
  }
};

/** The share at which the two together part the classes best on records they have not seen; the trees' alone at a draw. */
function weighParts(records: GatheredRecords, unseen: PartProbabilities): { readonly networkShare: number; readonly validation: TwelveLeadCard["validation"] } {
  const classesOf = (index: number) => records.classes.map((own) => own[index]);
  const auc = (probabilities: readonly ArrayLike<number>[]) => macroAuc(probabilities.map((own, index) => ({ probabilities: own, classes: classesOf(index) })));
  const shares = unseen.trees === null ? [1] : NETWORK_SHARES;
  const aucs = shares.map((share) => auc(blended(unseen, share)));
  const best = aucs.reduce<number>((at, own, i) => ((own ?? 0) > (aucs[at] ?? 0) ? i : at), 0);
  return { networkShare: shares[best], validation: { macroAuc: aucs[best], network: auc(unseen.network), trees: unseen.trees && auc(unseen.trees) } };
}

function blended({ network, trees }: PartProbabilities, networkShare: number): number[][] {
  return network.map((own, index) => Array.from(own, (probability, k) => networkShare * probability + (1 - networkShare) * (trees?.[index][k] ?? 0)));
}

/** How the measurements and settings were found. */
const DESIGN =
  "Measurements, kind of trees and augmentation were chosen by cross-validation within folds 1–8; fold 9 was read after the shipped training, once for the model and once for its network alone.";

function partsText(networkShare: number): string {
  if (networkShare === 0) return "the trees alone answer, since the network made no answer better; it lies beside them";
  return networkShare === 1 ? "the network alone answers" : `the network counts ${networkShare}, the trees the rest`;
}

interface Outcome {
  readonly parameters: ParameterValues;
  readonly thresholds: readonly number[];
  readonly validation: TwelveLeadCard["validation"];
  readonly networkShare: number;
}

function cardOf({ name, sha256, date }: TwelveLeadTrainingData, { fold, count, withoutBeats }: GatheredRecords, { parameters, thresholds, validation, networkShare }: Outcome): TwelveLeadCard {
  const folds = [...new Set(fold)].sort((a, b) => a - b);
  const spelt = `folds ${folds.join(", ")}`;
  return {
    id: "twelve-lead",
    name: meta.name,
    version: "1",
    trainedOn: { name, sha256, rows: count, folds },
    split:
      `Learnt from the ${count.toLocaleString("en-US")} records at hand of PTB-XL’s official ${spelt}${withoutBeats === 0 ? "" : `; ${withoutBeats} more hold no beat`}. ` +
      `Thresholds (best F1) and the weight of the parts were chosen on predictions for records of folds not learnt from, in cross-validation within ${spelt}: ${partsText(networkShare)}. ${DESIGN}`,
    parameters,
    thresholds: Object.fromEntries(SUPERCLASSES.map(({ code }, k) => [code, thresholds[k]])),
    validation,
    metrics: null,
    intendedUse: "Giving probabilities of PTB-XL’s five diagnostic superclasses for a resting twelve-lead ECG of ten seconds of an adult. Research use only, not a medical device; not for diagnosis.",
    limits: [
      `It has seen only ${count.toLocaleString("en-US")} records of PTB-XL’s 21,799: its probabilities are rough, and rare findings within a superclass may be unknown to it.`,
      "The records come from one country, recorded between 1984 and 2001 with few devices; other devices and populations may give other figures.",
      "The labels are the reading cardiologists’ statements, not proof of disease: infarction and hypertrophy are what the ECG suggested.",
      "Age, sex, height and weight that are not given are replaced by their means; who recorded, where and with what is never used.",
      "A recording shorter than ten seconds is completed with silence; pacemakers and leads in other places or swapped are not recognised.",
    ],
    date,
    licence: "CC BY 4.0; trained on PTB-XL 1.0.3, PhysioNet, CC BY 4.0",
  };
}
