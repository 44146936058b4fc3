import { ProblemError } from "../../../ecg/problem.ts";
import type { RunWithEpochs } from "../run-with-epochs.ts";
import { META, OWN_TAGS, RUN_ID } from "./layout.ts";
import { otherRun } from "./other-run.ts";
import { ownRun } from "./own-run.ts";
import { readMetric } from "./read-metric.ts";
import { RunFields } from "./run-fields.ts";
import type { StoreFile } from "./store-file.ts";
import { LIMITS, StoreTree, tooLarge } from "./store-tree.ts";
import { readYaml } from "./yaml.ts";

export interface StoredRun extends RunWithEpochs {
  /** of what the run gave, by their paths in its folder `artifacts` */
  readonly artifacts: ReadonlyMap<string, StoreFile>;
}

export interface ReadRuns {
  readonly runs: readonly StoredRun[];
  /** runs left out, since they were deleted in MLflow */
  readonly deleted: number;
}

/**
 * The runs of an MLflow file store, wherever in `files` it begins: ours as they were, those of others with what a run has here.
 * A run that was going on when it was written counts as stopped. Throws a ProblemError that names the file: "no-runs",
 * "bad-run-file", "too-large", "unsafe-path".
 */
export async function readStore(files: readonly StoreFile[]): Promise<ReadRuns> {
  const tree = new StoreTree(files);
  const experiments = new Map<string, string>();
  const folders: { readonly folder: string; readonly meta: RunFields }[] = [];
  for (const path of metaPaths(tree)) {
    const folder = path.slice(0, -META.length - 1);
    if (folders.some((run) => folder.startsWith(`${run.folder}/`))) continue;
    const meta = new RunFields(readYaml((await tree.text(path)) ?? "", path), path);
    if (meta.has("run_id") || meta.has("run_uuid")) folders.push({ folder, meta });
    else if (meta.has("experiment_id") && meta.has("name")) experiments.set(folder, meta.text("name"));
    if (folders.length > LIMITS.runs) throw tooLarge(`it holds more than ${LIMITS.runs.toLocaleString("en-US")} runs`);
  }
  if (folders.length === 0) {
    throw new ProblemError("no-runs", "There is no run of MLflow in here", "Choose an archive or folder with mlruns/<experiment>/<run>/meta.yaml, as npm run train, MLflow and Export write it");
  }
  const active = folders.filter(({ meta }) => !meta.has("lifecycle_stage") || meta.text("lifecycle_stage") !== "deleted");
  const runs: StoredRun[] = [];
  for (const { folder, meta } of active) runs.push(await readRun(tree, folder, meta, experiments.get(folder.slice(0, Math.max(0, folder.lastIndexOf("/")))) ?? null));
  return { runs, deleted: folders.length - active.length };
}

/** The outermost first, so that what lies in a run's folder is known to be no run. */
function metaPaths(tree: StoreTree): string[] {
  const depth = (path: string) => path.split("/").length;
  return [...tree.paths].filter((path) => path.endsWith(`/${META}`) && !/(^|\/)\.trash\//.test(path)).sort((a, b) => depth(a) - depth(b));
}

async function readRun(tree: StoreTree, folder: string, meta: RunFields, experiment: string | null): Promise<StoredRun> {
  const id = meta.text(meta.has("run_id") ? "run_id" : "run_uuid");
  if (!RUN_ID.test(id)) throw meta.wrong("run_id", "a run’s id is of letters, digits, - and _");
  const texts = async (name: string): Promise<Map<string, string>> => {
    const found = new Map<string, string>();
    for (const [path, file] of tree.below(`${folder}/${name}`)) found.set(path, (await tree.text(file.path)) ?? "");
    return found;
  };
  const parameters = await texts("params");
  const tags = await texts("tags");
  const lines = [...(await texts("metrics"))].map(([path, text]) => readMetric(path, text, `${folder}/metrics/${path}`));
  const parts = { id, meta, experiment, parameters, metrics: lines, tags: new RunFields(tags, `${folder}/tags`), dataset: await readDataset(tree, folder) };
  return { ...(tags.has(OWN_TAGS.format) ? ownRun(parts) : otherRun(parts)), artifacts: tree.below(`${folder}/artifacts`) };
}

/** The first dataset that a run of MLflow's names as its input. */
async function readDataset(tree: StoreTree, folder: string): Promise<RunFields | null> {
  const [input] = [...tree.below(`${folder}/inputs`)].find(([path]) => path.endsWith(`/${META}`)) ?? [];
  if (input === undefined) return null;
  const inputPath = `${folder}/inputs/${input}`;
  const source = new RunFields(readYaml((await tree.text(inputPath)) ?? "", inputPath), inputPath);
  if (!source.has("source_id")) return null;
  const path = `${folder.slice(0, folder.lastIndexOf("/"))}/datasets/${source.text("source_id")}/${META}`;
  const text = await tree.text(path);
  return text === null ? null : new RunFields(readYaml(text, path), path);
}
