import type { RunState, TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { modelName } from "../../models/catalog.ts";

export const RUN_ORDERS = ["date", "name", "loss", "duration"] as const;
export type RunOrder = (typeof RUN_ORDERS)[number];

/** What is asked of the list; "" asks for nothing. */
export interface RunFilter {
  readonly search: string;
  readonly modelId: string;
  readonly state: RunState["kind"] | "";
  /** a key, or a key and its value: "site" or "site: Ward 3" */
  readonly tag: string;
}

export const NO_FILTER: RunFilter = { search: "", modelId: "", state: "", tag: "" };

/** The runs that the filter lets pass, in the order asked for; a search finds runs that hold each of its words. */
export function listedRuns(runs: readonly TrainingRun[], { search, modelId, state, tag }: RunFilter, order: RunOrder): TrainingRun[] {
  const words = search.toLocaleLowerCase("en").split(/\s+/).filter((word) => word !== "");
  return runs
    .filter((run) => (modelId === "" || run.modelId === modelId) && (state === "" || run.state.kind === state) && (tag === "" || tagTexts(run).includes(tag)))
    .filter((run) => words.length === 0 || words.every((word) => searchText(run).includes(word)))
    .sort(ORDERS[order]);
}

/** Every tag of the runs to filter by: keys, and keys with their values. */
export function tagsOf(runs: readonly TrainingRun[]): string[] {
  return [...new Set(runs.flatMap(tagTexts))].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

export const tagText = (key: string, value: string): string => (value === "" ? key : `${key}: ${value}`);

const tagTexts = ({ tags }: TrainingRun): string[] => Object.entries(tags).flatMap(([key, value]) => (value === "" ? [key] : [key, tagText(key, value)]));

function searchText({ id, name, modelId, data, note, tags, parameters }: TrainingRun): string {
  const parts = [id, name, modelId, modelName(modelId), data.name, data.sha256, note, ...Object.entries(tags).flat(), ...Object.entries(parameters).map(([key, value]) => `${key}=${value}`)];
  return parts.join("\n").toLocaleLowerCase("en");
}

const loss = ({ metrics }: TrainingRun): number => metrics["validation loss"] ?? Infinity;
const newest = (a: TrainingRun, b: TrainingRun): number => b.startedAt.localeCompare(a.startedAt);

const ORDERS: Readonly<Record<RunOrder, (a: TrainingRun, b: TrainingRun) => number>> = {
  date: newest,
  name: (a, b) => a.name.localeCompare(b.name, "en", { numeric: true }) || newest(a, b),
  // Infinity less itself is no number.
  loss: (a, b) => (loss(a) === loss(b) ? newest(a, b) : loss(a) - loss(b)),
  duration: (a, b) => b.durationMs - a.durationMs,
};
