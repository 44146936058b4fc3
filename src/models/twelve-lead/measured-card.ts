import type { Interval } from "../../ecg/metrics/intervals.ts";
import type { Measured, TwelveLeadCard, TwelveLeadMetrics } from "../card.ts";
import type { TwelveLeadFigures, TwelveLeadIntervals } from "./figures.ts";

/** The card with the figures on records that were not learnt from. */
export function measuredTwelveLeadCard(card: TwelveLeadCard, figures: TwelveLeadFigures, { intervals, evaluatedOn }: { readonly intervals: TwelveLeadIntervals; readonly evaluatedOn: TwelveLeadMetrics["evaluatedOn"] }): TwelveLeadCard {
  const measured = (value: number | null, interval: Interval | null): Measured => ({ value, interval });
  return {
    ...card,
    metrics: {
      evaluatedOn,
      macroAuc: measured(figures.macroAuc, intervals.macroAuc),
      perClass: Object.fromEntries(
        Object.entries(figures.perClass).map(([code, own]) => {
          const of = (name: "rocAuc" | "precision" | "recall" | "f1") => measured(own[name], intervals.perClass[code][name]);
          return [code, { support: own.support, rocAuc: of("rocAuc"), precision: of("precision"), recall: of("recall"), f1: of("f1") }];
        }),
      ),
    },
  };
}
