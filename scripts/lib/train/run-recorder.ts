import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import packageJson from "../../../package.json" with { type: "json" };
import { toProblem } from "../../../src/ecg/problem.ts";
import type { ArtifactFiles } from "../../../src/lifecycle/registry/model-version.ts";
import { META, ROOT } from "../../../src/lifecycle/runs/mlflow/layout.ts";
import { writeStore } from "../../../src/lifecycle/runs/mlflow/write-store.ts";
import type { RunEpoch, TrainingRun } from "../../../src/lifecycle/runs/training-run.ts";
import type { OnEpoch } from "../../../src/models/training/fit.ts";
import { epochRecorder } from "./epoch-recorder.ts";

export type RunBeginning = Pick<TrainingRun, "modelId" | "parameters" | "data"> & {
  /** whether several networks are trained one after another, whose metrics are told apart */
  readonly isInParts: boolean;
};

export type RunOutcome = Pick<TrainingRun, "parameters" | "data" | "backend" | "metrics" | "note"> & { readonly sha256: string; readonly files: ArtifactFiles };

/**
 * Keeps a training as a run in `folder`, an MLflow file store, while `train` computes: its epochs as they end, and what it gave, or
 * that it failed or was interrupted. Passes on what `train` gives, or throws.
 */
export async function recorded(folder: string, beginning: RunBeginning, train: (onEpoch: OnEpoch, epochs: () => readonly RunEpoch[]) => Promise<RunOutcome>): Promise<RunOutcome> {
  const startedMs = Date.now();
  const { isInParts, ...begun } = beginning;
  const started: TrainingRun = {
    ...begun,
    id: randomUUID(),
    name: new Date(startedMs).toISOString().slice(0, 16).replace("T", " "),
    state: { kind: "running" },
    startedAt: new Date(startedMs).toISOString(),
    start: { kind: "scratch" },
    origin: "command",
    backend: "",
    appVersion: packageJson.version,
    durationMs: 0,
    metrics: {},
    tags: {},
    note: "",
    artifact: null,
  };
  const epochs = epochRecorder(started.id, isInParts);
  // One after another, so that what was reached last is what stays. A disk that is full must not cost the training.
  let writing = Promise.resolve();
  const write = (change: Partial<TrainingRun>, files: ArtifactFiles | null = null) => {
    const run = { ...started, ...change, durationMs: Date.now() - startedMs };
    const warn = (cause: unknown) => console.error(`The run could not be kept in ${folder}: ${toProblem(cause).sentence}`);
    writing = writing.then(() => writeRun(folder, { run, epochs: epochs.reached(), files })).catch(warn);
    return writing;
  };
  let isBehind = false;
  const writeEpochs = () => {
    if (isBehind) return;
    isBehind = true;
    void write({}).then(() => (isBehind = false));
  };
  const interrupt = () => void write({ state: { kind: "stopped", endedAt: new Date().toISOString() } }).finally(() => process.exit(130));
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  await write({});
  try {
    const { sha256, files, ...outcome } = await train((reached) => {
      epochs.onEpoch(reached);
      writeEpochs();
    }, epochs.reached);
    const bytes = Object.values(files).reduce((sum, { length }) => sum + length, 0);
    await write({ ...outcome, state: { kind: "finished", endedAt: new Date().toISOString() }, artifact: { version: null, sha256, bytes } }, files);
    return { ...outcome, sha256, files };
  } catch (cause) {
    await write({ state: { kind: "failed", endedAt: new Date().toISOString(), sentence: toProblem(cause).sentence } });
    throw cause;
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}

/** The experiment's own file stays as the first run made it. */
async function writeRun(folder: string, run: Parameters<typeof writeStore>[0][number]): Promise<void> {
  for (const [path, bytes] of await writeStore([run], pathToFileURL(folder).href)) {
    const target = join(folder, path.slice(ROOT.length + 1));
    if (path.endsWith("/")) {
      await mkdir(target, { recursive: true });
      continue;
    }
    if (path.split("/").length === 3 && path.endsWith(`/${META}`) && existsSync(target)) continue;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(`${target}.part`, bytes);
    await rename(`${target}.part`, target);
  }
}
