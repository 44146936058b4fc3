import { ProblemError } from "../../../ecg/problem.ts";
import type { RunState } from "../training-run.ts";
import { STATUS } from "./layout.ts";
import type { Metric } from "./read-metric.ts";
import type { RunFields } from "./run-fields.ts";

/** What the folder of a run holds. */
export interface RunParts {
  readonly id: string;
  readonly meta: RunFields;
  /** the experiment's name; null where its meta.yaml is not at hand */
  readonly experiment: string | null;
  readonly parameters: ReadonlyMap<string, string>;
  readonly metrics: readonly Metric[];
  readonly tags: RunFields;
  /** MLflow's record of what was learnt from; null where there is none */
  readonly dataset: RunFields | null;
}

export type EndedState = Exclude<RunState, { readonly kind: "running" | "paused" }>;

/** A run that was going on cannot go on here: it counts as stopped when it was last heard of. */
export function readState({ meta, metrics }: RunParts, failure: string): EndedState {
  const status = meta.has("status") ? meta.number("status") : STATUS.running;
  const lastMs = metrics.flatMap(({ values }) => values.map(({ atMs }) => atMs)).reduce((a, b) => Math.max(a, b), Date.parse(meta.time("start_time")));
  const endedAt = meta.has("end_time") ? meta.time("end_time") : isoTime(lastMs);
  switch (status) {
    case STATUS.finished:
      return { kind: "finished", endedAt };
    case STATUS.failed:
      return { kind: "failed", endedAt, sentence: failure };
    case STATUS.running:
    case STATUS.scheduled:
    case STATUS.killed:
      return { kind: "stopped", endedAt };
    default:
      throw meta.wrong("status", "must be one of MLflow’s, 1 to 5");
  }
}

export function isoTime(ms: number): string {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) throw new ProblemError("bad-run-file", "a metric’s time is out of range", "Export the runs anew", { value: String(ms) });
  return date.toISOString();
}
