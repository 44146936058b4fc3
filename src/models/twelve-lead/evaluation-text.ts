import { alignColumns, countText, figureText } from "../evaluation/text-table.ts";
import { SUPERCLASSES } from "../recording-model.ts";
import type { TwelveLeadFigures, TwelveLeadIntervals } from "./figures.ts";

/** The figures as a table, each with its 95 % interval. */
export function twelveLeadEvaluationText({ records, macroAuc, perClass }: TwelveLeadFigures, intervals: TwelveLeadIntervals, thresholds: readonly number[]): string {
  const rows = SUPERCLASSES.map(({ code }, k) => {
    const figure = (name: "rocAuc" | "precision" | "recall" | "f1") => figureText(perClass[code][name], intervals.perClass[code][name]);
    return [code, countText(perClass[code].support), thresholds[k].toFixed(3), figure("rocAuc"), figure("precision"), figure("recall"), figure("f1")];
  });
  return [
    `Records: ${countText(records)}. Macro-AUC: ${figureText(macroAuc, intervals.macroAuc)}. The 95 % intervals are bootstrapped over records.`,
    "",
    ...alignColumns([["class", "records", "threshold", "ROC-AUC", "precision", "recall", "F1"], ...rows]),
  ].join("\n");
}
