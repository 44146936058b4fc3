import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { NO_VALUE } from "../shared/format.ts";
import { parameterRows, splitText, startText, valueText } from "./run-words.ts";

/** One line of a comparison: what each run has. */
export interface ComparedRow {
  readonly name: string;
  /** one a run */
  readonly texts: readonly string[];
  readonly differs: boolean;
}

/** Parameters and data of runs side by side, those that differ first. */
export function comparedSettings(runs: readonly TrainingRun[]): ComparedRow[] {
  const own = runs.map((run) => new Map([...parameterRows(run).map(({ label, text }): [string, string] => [label, text]), ...dataRows(run)]));
  const rows = [...new Set(own.flatMap((each) => [...each.keys()]))].map((name) => {
    const texts = own.map((each) => each.get(name) ?? NO_VALUE);
    return { name, texts, differs: new Set(texts).size > 1 };
  });
  return [...rows.filter(({ differs }) => differs), ...rows.filter(({ differs }) => !differs)];
}

function dataRows(run: TrainingRun): [string, string][] {
  const { name, sha256 } = run.data;
  const file = name === "" ? NO_VALUE : sha256 === "" ? name : `${name} · ${sha256.slice(0, 8)}`;
  return [["Data", file], ["Split", splitText(run.data) ?? NO_VALUE], ["Start", startText(run)], ["Backend", run.backend === "" ? NO_VALUE : run.backend]];
}

export interface ComparedMetric {
  readonly name: string;
  /** one a run; undefined where it was not measured */
  readonly values: readonly (number | undefined)[];
  readonly texts: readonly string[];
  /** whether less is better; null where neither is */
  readonly lowerIsBetter: boolean | null;
  /** places in `values` of the best ones; none where all are alike or nobody can say */
  readonly best: readonly number[];
}

/** Final metrics side by side. */
export function comparedMetrics(runs: readonly TrainingRun[]): ComparedMetric[] {
  return metricNames(runs).map((name) => {
    const values = runs.map(({ metrics }): number | undefined => metrics[name]);
    const lowerIsBetter = isLowerBetter(name);
    return { name, values, texts: values.map(valueText), lowerIsBetter, best: lowerIsBetter === null ? [] : bestPlaces(values, lowerIsBetter) };
  });
}

export const metricNames = (runs: readonly TrainingRun[]): string[] => [...new Set(runs.flatMap(({ metrics }) => Object.keys(metrics)))];

const LESS = /loss|error|\b(mse|mae|rmse|brier|nll)\b|false/i;
const MORE = /accura|precision|recall|sensitiv|specific|predictiv|kappa|mcc|auc|roc|f1|score|\bap\b/i;

/** Told from the metric's name: losses and errors are to be small, shares of right answers large. */
export function isLowerBetter(name: string): boolean | null {
  if (LESS.test(name)) return true;
  return MORE.test(name) ? false : null;
}

function bestPlaces(values: readonly (number | undefined)[], lowerIsBetter: boolean): number[] {
  const measured = values.filter((value): value is number => value !== undefined && Number.isFinite(value));
  const best = lowerIsBetter ? Math.min(...measured) : Math.max(...measured);
  const places = values.flatMap((value, place) => (value === best ? [place] : []));
  return measured.length < 2 || places.length === measured.length ? [] : places;
}
