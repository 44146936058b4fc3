import { NORMAL } from "../../../ecg/beats/classes.ts";
import { UNLABELLED } from "../../../ecg/table.ts";
import { formatCount, formatFixed, formatPercent, formatShare } from "../../shared/format.ts";
import type { BeatView } from "../beat-view.ts";
import { isWrong } from "./beat-filter.ts";

/** A class of one beat as it is marked. */
export interface MarkedClass {
  readonly code: string;
  readonly name: string;
  readonly isAnomalous: boolean;
}

/** What is known of one beat; null where nobody said. */
export interface BeatFacts {
  readonly truth: MarkedClass | null;
  readonly predicted: MarkedClass;
  readonly relabelled: MarkedClass | null;
  readonly isWrong: boolean;
}

export function beatFacts(view: BeatView, beat: number): BeatFacts {
  const { fileClasses, modelClasses, relabelClasses, truth, predicted, relabels, comparison } = view;
  const marked = (classes: BeatView["modelClasses"], index: number): MarkedClass => ({ ...classes[index], isAnomalous: index !== NORMAL });
  const relabel = relabels.get(beat);
  return {
    truth: fileClasses === null || truth[beat] === UNLABELLED ? null : marked(fileClasses, truth[beat]),
    predicted: marked(modelClasses, predicted[beat]),
    relabelled: relabel === undefined ? null : marked(relabelClasses, relabel),
    isWrong: isWrong(comparison, beat),
  };
}

/** Which number a tile carries: what a list is sorted by, else what says most about the model's answer. */
export type Figure = "anomalyScore" | "confidence";

/** An anomaly score as the check's model gives it: ".985", an autoencoder's error "21.34". */
export function formatScore(view: Pick<BeatView, "task" | "anomalyScore">, beat: number): string {
  return view.task === "classifier" ? formatShare(view.anomalyScore[beat]) : formatFixed(view.anomalyScore[beat], 2);
}

export function formatFigure(view: Pick<BeatView, "task" | "anomalyScore" | "confidence">, beat: number, figure: Figure): string {
  return figure === "anomalyScore" ? formatScore(view, beat) : formatPercent(view.confidence[beat], 0);
}

/** "Beat 1,234": beats are counted from 1 on the screen, from 0 in arrays. */
export const beatName = (beat: number): string => `Beat ${formatCount(beat + 1)}`;

/** A tile in words: "Beat 12, true V, predicted N, wrong, relabelled S, confidence 98 %"; of an autoencoder, its error. */
export function tileWords(view: BeatView, beat: number): string {
  const { truth, predicted, relabelled, isWrong } = beatFacts(view, beat);
  return [
    beatName(beat),
    ...(truth === null ? [] : [`true ${truth.code}`]),
    `predicted ${predicted.code}`,
    ...(isWrong ? ["wrong"] : []),
    ...(relabelled === null ? [] : [`relabelled ${relabelled.code}`]),
    view.task === "classifier" ? `confidence ${formatFigure(view, beat, "confidence")}` : `error ${formatScore(view, beat)}`,
  ].join(", ");
}
