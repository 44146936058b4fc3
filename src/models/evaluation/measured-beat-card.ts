import type { Interval } from "../../ecg/metrics/intervals.ts";
import { ProblemError } from "../../ecg/problem.ts";
import type { AutoencoderMetrics, BeatModelCard, ClassifierMetrics, DataSet, Measured } from "../card.ts";
import type { EvaluatedModel } from "./evaluate-beats.ts";
import type { AutoencoderFigures, ClassifierFigures } from "./measure-beats.ts";

/** Thresholds that agree to this share are the same: the card's was computed in another run. */
const THRESHOLD_TOLERANCE = 1e-5;

type MeasuredOn = Omit<DataSet, "patients">;

/**
 * The card with a model's figures on `data`, in place of those on the same file if it has any; unchanged where the model
 * was trained on that file. Throws a ProblemError "stale-card" if the card's threshold is not the model's.
 */
export function measuredBeatCard(card: BeatModelCard, figures: EvaluatedModel, { name, sha256, rows }: MeasuredOn): BeatModelCard {
  if (figures.trainedOnThisFile) return card;
  const evaluatedOn = { name, sha256, rows };
  const entry = figures.task === "classifier" ? classifierMetrics(figures, evaluatedOn) : autoencoderMetrics(card, figures, evaluatedOn);
  const at = card.metrics.findIndex((each) => each.evaluatedOn.sha256 === sha256);
  return { ...card, metrics: at === -1 ? [...card.metrics, entry] : card.metrics.with(at, entry) };
}

function classifierMetrics({ accuracy, macroF1, perClass, confusion, intervals }: ClassifierFigures, evaluatedOn: MeasuredOn): ClassifierMetrics {
  return {
    evaluatedOn,
    accuracy: measured(accuracy, intervals.accuracy),
    macroF1: measured(macroF1, intervals.macroF1),
    perClass: Object.fromEntries(
      Object.entries(perClass).map(([code, own]) => {
        const of = (figure: "accuracy" | "rocAuc" | "precision" | "recall" | "f1") => measured(own[figure], intervals.perClass[code][figure]);
        return [code, { support: own.support, accuracy: of("accuracy"), rocAuc: of("rocAuc"), precision: of("precision"), recall: of("recall"), f1: of("f1") }];
      }),
    ),
    confusion,
  };
}

function autoencoderMetrics(card: BeatModelCard, figures: AutoencoderFigures, evaluatedOn: MeasuredOn): AutoencoderMetrics {
  const { threshold, intervals } = figures;
  if (card.threshold === null || Math.abs(card.threshold - threshold) > THRESHOLD_TOLERANCE * threshold) {
    throw new ProblemError("stale-card", `the card of ${card.id} has the threshold ${card.threshold}, the model ${threshold}`, "Train it again");
  }
  return {
    evaluatedOn,
    precision: measured(figures.precision, intervals.precision),
    recall: measured(figures.recall, intervals.recall),
    f1: measured(figures.f1, intervals.f1),
    rocAuc: measured(figures.rocAuc, intervals.rocAuc),
    normalRight: { right: figures.normalRight, of: figures.normal },
    anomalousRight: { right: figures.anomalousRight, of: figures.anomalous },
  };
}

const measured = (value: number | null, interval: Interval | null): Measured => ({ value, interval });
