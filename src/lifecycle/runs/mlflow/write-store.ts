import { md5 } from "hash-wasm";
import type { ArtifactFiles } from "../../registry/model-version.ts";
import type { RunWithEpochs } from "../run-with-epochs.ts";
import type { RunEpoch, RunState, TrainingRun } from "../training-run.ts";
import { FINAL, FORMAT, isReserved, META, MLFLOW_TAGS, OWN_TAGS, ROOT, runFolder, SOURCE_LOCAL, STATUS } from "./layout.ts";
import { namePaths, setApart } from "./names.ts";
import { parameterValue } from "./parameter-value.ts";
import { writeYaml } from "./yaml.ts";

export interface RunToWrite extends RunWithEpochs {
  /** of the version it gave, where they are at hand */
  readonly files: ArtifactFiles | null;
}

const utf8 = new TextEncoder();

/**
 * Runs as the files of an MLflow file store, by their paths below the store's parent: one experiment a model. `address` is the
 * store's, for the artifacts: as it is by default, they are found by an MLflow that is started where `mlruns` lies.
 */
export async function writeStore(runs: readonly RunToWrite[], address = ROOT): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const began = new Map<string, number>();
  for (const { run } of runs) began.set(run.modelId, Math.min(began.get(run.modelId) ?? Infinity, Date.parse(run.startedAt)));
  for (const [modelId, startMs] of began) {
    const id = await experimentId(modelId);
    const folder = `${ROOT}/${id}`;
    const meta = { artifact_location: `${address}/${id}`, creation_time: startMs, experiment_id: id, last_update_time: startMs, lifecycle_stage: "active", name: modelId };
    files.set(`${folder}/${META}`, utf8.encode(writeYaml(meta)));
    for (const each of runs.filter(({ run }) => run.modelId === modelId)) {
      for (const [path, content] of runFiles(each, id, `${address}/${id}/${runFolder(each.run.id)}/artifacts`)) files.set(`${folder}/${runFolder(each.run.id)}/${path}`, content);
      for (const [path, text] of await datasetFiles(each.run)) files.set(`${folder}/${path}`, utf8.encode(text));
    }
  }
  return files;
}

/** MLflow's own are integers of up to 18 digits; the same model gives the same one. */
async function experimentId(modelId: string): Promise<string> {
  return BigInt(`0x1${(await md5(modelId)).slice(0, 14)}`).toString();
}

/** By their paths in the run's folder. */
function runFiles({ run, epochs, files }: RunToWrite, experiment: string, artifactUri: string): ReadonlyMap<string, Uint8Array> {
  const texts = new Map([
    [META, writeYaml(metaOf(run, experiment, artifactUri))],
    ...[...namePaths(Object.keys(run.parameters))].map(([key, path]): [string, string] => [`params/${path}`, String(run.parameters[key])]),
    ...tagsOf(run),
    ...metricsOf(run, epochs),
  ]);
  // An archive keeps no empty folder but as an entry of its own.
  const folders = ["params", "metrics", "tags"].filter((folder) => ![...texts.keys()].some((path) => path.startsWith(`${folder}/`)));
  return new Map([
    ...[...texts].map(([path, text]): [string, Uint8Array] => [path, utf8.encode(text)]),
    ...Object.entries(files ?? {}).map(([name, bytes]): [string, Uint8Array] => [`artifacts/${name}`, bytes]),
    ...[...folders, ...(files === null ? ["artifacts"] : [])].map((folder): [string, Uint8Array] => [`${folder}/`, new Uint8Array()]),
  ]);
}

function metaOf({ id, name, startedAt, state }: TrainingRun, experiment: string, artifactUri: string) {
  return {
    artifact_uri: artifactUri,
    deleted_time: null,
    end_time: "endedAt" in state ? Date.parse(state.endedAt) : null,
    entry_point_name: "",
    experiment_id: experiment,
    lifecycle_stage: "active",
    run_id: runFolder(id),
    run_name: name,
    run_uuid: runFolder(id),
    source_name: "",
    source_type: SOURCE_LOCAL,
    source_version: "",
    start_time: Date.parse(startedAt),
    status: statusOf(state),
    tags: [],
    user_id: "isoline",
  };
}

function statusOf(state: RunState): number {
  switch (state.kind) {
    case "running":
      return STATUS.running;
    case "paused":
      return STATUS.scheduled;
    case "finished":
      return STATUS.finished;
    case "stopped":
      return STATUS.killed;
    case "failed":
      return STATUS.failed;
  }
}

function tagsOf(run: TrainingRun): [string, string][] {
  const { id, modelId, name, note, origin, start, backend, appVersion, durationMs, state, data, artifact, tags, parameters } = run;
  const textParameters = Object.keys(parameters).filter((key) => typeof parameters[key] === "string" && typeof parameterValue(parameters[key]) === "number");
  const own: Readonly<Record<string, string | null>> = {
    [MLFLOW_TAGS.name]: name,
    [MLFLOW_TAGS.note]: note === "" ? null : note,
    [MLFLOW_TAGS.user]: "isoline",
    [MLFLOW_TAGS.sourceName]: origin === "app" ? "Isoline" : "npm run train",
    [MLFLOW_TAGS.sourceType]: "LOCAL",
    [OWN_TAGS.format]: FORMAT,
    [OWN_TAGS.id]: id,
    [OWN_TAGS.model]: modelId,
    [OWN_TAGS.origin]: origin,
    [OWN_TAGS.start]: start.kind === "scratch" ? "scratch" : String(start.version),
    [OWN_TAGS.backend]: backend,
    [OWN_TAGS.appVersion]: appVersion,
    [OWN_TAGS.durationMs]: String(durationMs),
    [OWN_TAGS.failure]: state.kind === "failed" ? state.sentence : null,
    [OWN_TAGS.artifact]: artifact && JSON.stringify(artifact),
    [OWN_TAGS.dataName]: data.name,
    [OWN_TAGS.dataSha256]: data.sha256,
    [OWN_TAGS.dataRows]: String(data.rows),
    [OWN_TAGS.rowsPerClass]: JSON.stringify(data.rowsPerClass),
    [OWN_TAGS.split]: JSON.stringify(data.split),
    [OWN_TAGS.dataSeed]: String(data.seed),
    [OWN_TAGS.textParameters]: textParameters.length === 0 ? null : JSON.stringify(textParameters),
  };
  const given = Object.entries(own).filter((entry): entry is [string, string] => entry[1] !== null);
  const theirs = [...namePaths(Object.keys(tags))].map(([key, path]): [string, string] => [isReserved(key) ? setApart(path) : path, tags[key]]);
  return [...given, ...theirs].map(([path, text]) => [`tags/${path}`, text]);
}

/** A line a value: milliseconds since 1970, value, step. A run's own metrics have the step after its last epoch. */
function metricsOf({ metrics, startedAt, state }: TrainingRun, epochs: readonly RunEpoch[]): [string, string][] {
  const names = new Set(epochs.flatMap((epoch) => Object.keys(epoch.metrics)));
  const ofEpochs = [...namePaths(names)].map(([name, path]): [string, string] => [
    `metrics/${path === FINAL || path.startsWith(`${FINAL}/`) ? setApart(path) : path}`,
    epochs.filter((epoch) => name in epoch.metrics).map(({ epoch, at, metrics: values }) => `${Date.parse(at)} ${values[name]} ${epoch}\n`).join(""),
  ]);
  const atMs = Date.parse("endedAt" in state ? state.endedAt : startedAt);
  const ofRun = [...namePaths(Object.keys(metrics))].map(([name, path]): [string, string] => [`metrics/${FINAL}/${path}`, `${atMs} ${metrics[name]} ${epochs.at(-1)?.epoch ?? 0}\n`]);
  return [...ofEpochs, ...ofRun];
}

/** What a run learnt from, as MLflow's dataset inputs; by their paths in the experiment's folder. MLflow's digests have up to 36 characters. */
async function datasetFiles({ id, data }: TrainingRun): Promise<[string, string][]> {
  if (data.sha256 === "") return [];
  const digest = data.sha256.slice(0, 36);
  const dataset = await md5(data.name + digest);
  const input = await md5(dataset + runFolder(id));
  return [
    [`datasets/${dataset}/${META}`, writeYaml({ digest, name: data.name, profile: JSON.stringify({ num_rows: data.rows }), schema: null, source: JSON.stringify({ uri: data.name }), source_type: "local" })],
    [`${runFolder(id)}/inputs/${input}/${META}`, writeYaml({ destination_id: dataset, destination_type: "RUN", source_id: dataset, source_type: "DATASET", tags: { "mlflow.data.context": "training" } })],
  ];
}
