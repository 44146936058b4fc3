import type { RunWithEpochs } from "../run-with-epochs.ts";
import type { RunData, RunEpoch } from "../training-run.ts";
import { epochsOf } from "./epochs-of.ts";
import { MLFLOW_TAGS } from "./layout.ts";
import { parameterValue } from "./parameter-value.ts";
import type { Metric, MetricValue } from "./read-metric.ts";
import { isRecord, type RunFields } from "./run-fields.ts";
import { readState, type RunParts } from "./run-parts.ts";

/** A run that was logged with MLflow by something else: its experiment stands for the model; what MLflow does not record is left open. */
export function otherRun(parts: RunParts): RunWithEpochs {
  const { id, meta, experiment, parameters, metrics, tags, dataset } = parts;
  const state = readState(parts, "MLflow says that it failed, not why.");
  const startedAt = meta.time("start_time");
  const name = tags.textOr(MLFLOW_TAGS.name, meta.textOr("run_name", meta.textOr("name", "")));
  return {
    run: {
      id,
      name: name === "" ? id : name,
      modelId: experiment ?? meta.textOr("experiment_id", "MLflow"),
      state,
      startedAt,
      parameters: Object.fromEntries([...parameters].map(([key, text]) => [key, parameterValue(text)])),
      data: readData(dataset),
      start: { kind: "scratch" },
      origin: "command",
      backend: "",
      appVersion: "",
      durationMs: Math.max(0, Date.parse(state.endedAt) - Date.parse(startedAt)),
      metrics: Object.fromEntries(metrics.flatMap(({ path, values }) => latest(values).map(({ value }) => [path, value]))),
      tags: readTags(tags, meta),
      note: tags.textOr(MLFLOW_TAGS.note, ""),
      artifact: null,
    },
    epochs: readEpochs(id, metrics),
  };
}

/** MLflow's own rule for the value of a run: of the last step, there the latest, there the largest. */
function latest(values: readonly MetricValue[]): MetricValue[] {
  return [...values].sort((a, b) => a.step - b.step || a.atMs - b.atMs || a.value - b.value).slice(-1);
}

/** Metrics logged more than once are curves. Epochs count from 1: steps from 0 move up, and values logged without a step count as they came. */
function readEpochs(runId: string, metrics: readonly Metric[]): RunEpoch[] {
  const curves = metrics.filter(({ values }) => values.length > 1).map(({ path, values }) => {
    const isStepped = new Set(values.map(({ step }) => step)).size > 1;
    return { name: path, values: isStepped ? values : values.map((value, index) => ({ ...value, step: index + 1 })) };
  });
  const first = curves.flatMap(({ values }) => values.map(({ step }) => step)).reduce((a, b) => Math.min(a, b), 1);
  return epochsOf(runId, curves.map(({ name, values }) => ({ name, values: values.map((value) => ({ ...value, step: value.step - first + 1 })) })));
}

function readData(dataset: RunFields | null): RunData {
  const unknown: RunData = { name: "", sha256: "", rows: 0, rowsPerClass: {}, split: { by: "row", training: 0, validation: 0 }, seed: 0 };
  if (dataset === null) return unknown;
  const profile = dataset.has("profile") ? dataset.json("profile", isRecord, "JSON") : {};
  return { ...unknown, name: dataset.textOr("name", ""), rows: typeof profile.num_rows === "number" ? profile.num_rows : 0 };
}

/** Who ran what stands among MLflow's own tags, and before 1.0 in meta.yaml. */
function readTags(tags: RunFields, meta: RunFields): Record<string, string> {
  const isOwn = (key: string) => Object.values<string>(MLFLOW_TAGS).includes(key);
  const given = [...tags.keys].filter((key) => !isOwn(key)).map((key): [string, string] => [key, tags.text(key)]);
  const facts = { user: tags.textOr(MLFLOW_TAGS.user, meta.textOr("user_id", "")), source: tags.textOr(MLFLOW_TAGS.sourceName, meta.textOr("source_name", "")) };
  return Object.fromEntries([...Object.entries(facts).filter(([, text]) => text !== ""), ...given]);
}
