import { ProblemError } from "../../ecg/problem.ts";
import type { DataSet, Measured, ModelCard } from "../card.ts";
import type { DetectorFigures, Figures } from "./measure-detector.ts";

/** Thresholds that agree to this are the same: the card's was computed in another run. */
const THRESHOLD_TOLERANCE = 1e-6;

/** The card with a detector's figures on `data`. Throws a ProblemError "stale-card" if the card's threshold is not the detector's. */
export function measuredCard(card: ModelCard, figures: DetectorFigures, { name, sha256, rows, patients }: DataSet): ModelCard {
  if (Math.abs(card.threshold - figures.threshold) > THRESHOLD_TOLERANCE) {
    throw new ProblemError("stale-card", `the card of ${card.id} has the threshold ${card.threshold}, the detector ${figures.threshold}`, "Train it again");
  }
  const measured = (figure: keyof Figures): Measured => ({ value: figures[figure], interval: figures.intervals[figure] });
  return {
    ...card,
    metrics: {
      evaluatedOn: { name, sha256, rows, patients },
      precision: measured("precision"),
      recall: measured("recall"),
      f1: measured("f1"),
      averagePrecision: measured("averagePrecision"),
    },
  };
}
