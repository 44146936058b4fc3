import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { metricNames } from "./compared-runs.ts";
import { plotAxis, type PlotAxis } from "./plot-axis.ts";
import { parameterRows } from "./run-words.ts";

/** An axis of parallel coordinates, and where each run lies on it. */
export interface ParallelAxis extends PlotAxis {
  readonly kind: "parameter" | "metric";
  /** one a run; null where the run has no such value */
  readonly places: readonly (number | null)[];
}

/** More do not fit beside each other. */
const MOST_AXES = 10;

export interface Quantity {
  readonly kind: "parameter" | "metric";
  readonly key: string;
  readonly label: string;
  readonly values: readonly (number | string | undefined)[];
}

/** Parameters that are not the same in all runs, then the final metrics. */
export function differingQuantities(runs: readonly TrainingRun[]): Quantity[] {
  const labels = new Map(runs.flatMap((run) => parameterRows(run).map(({ key, label }): [string, string] => [key, label])));
  const parameters = [...labels].map(([key, label]): Quantity => ({ kind: "parameter", key, label, values: runs.map((run): number | string | undefined => run.parameters[key]) }));
  const metrics = metricNames(runs).map((key): Quantity => ({ kind: "metric", key, label: key, values: runs.map((run): number | undefined => run.metrics[key]) }));
  return [...parameters, ...metrics].filter(({ values }) => new Set(values).size > 1);
}

/** The metrics last, so that lines run from what was set to what came of it. */
export function parallelAxes(runs: readonly TrainingRun[]): ParallelAxis[] {
  return differingQuantities(runs).slice(0, MOST_AXES).map(({ kind, label, values }) => {
    const axis = plotAxis(label, values);
    return { ...axis, kind, places: values.map(axis.place) };
  });
}
