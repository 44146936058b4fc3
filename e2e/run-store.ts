import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { recorded } from "../scripts/lib/train/run-recorder.ts";
import { zipFiles } from "../src/ecg/export/zip-files.ts";
import { bestMetrics } from "../src/lifecycle/runs/best-metrics.ts";
import { openArchive } from "../src/lifecycle/runs/mlflow/archive.ts";
import { readStore, type StoredRun } from "../src/lifecycle/runs/mlflow/read-store.ts";
import { writeStore } from "../src/lifecycle/runs/mlflow/write-store.ts";
import type { RunWithEpochs } from "../src/lifecycle/runs/run-with-epochs.ts";
import type { TrainingRun } from "../src/lifecycle/runs/training-run.ts";
import { meta } from "../src/models/beat-cnn/meta.ts";
import { defaultParameters } from "../src/models/detector.ts";

/** Trainings of the 1D-CNN that differ in their learning rate, as npm run train writes them. */
export const RUNS: readonly RunWithEpochs[] = [0.002, 0.001, 0.004].map((learningRate, index) => {
  const id = `0b7e1c52-64a1-4a7e-9d0c-0d6f3f1b2a1${index}`;
  const epochs = Array.from({ length: 12 }, (_, i) => ({
    runId: id, epoch: i + 1, at: new Date(Date.UTC(2026, 10, 20 + index, 10, i)).toISOString(), metrics: { loss: 1 / (i + 1 + index), "validation loss": (2 + Math.abs(i - 8)) / (10 + index) },
  }));
  const isLast = index === 2;
  const run: TrainingRun = {
    id,
    name: `Rate ${learningRate}`,
    modelId: meta.id,
    state: isLast ? { kind: "failed", endedAt: epochs[11].at, sentence: "1D-CNN: the loss became NaN." } : { kind: "finished", endedAt: epochs[11].at },
    startedAt: epochs[0].at,
    parameters: { ...defaultParameters({ parameters: meta.training }), learningRate },
    data: { name: "mitbih_train.csv", sha256: "ab".repeat(32), rows: 100, rowsPerClass: { N: 90, V: 10 }, split: { by: "row", training: 95, validation: 5 }, seed: 1 },
    start: { kind: "scratch" },
    origin: "command",
    backend: "WASM (SIMD)",
    appVersion: "0.1.0",
    durationMs: 61_000,
    metrics: isLast ? {} : bestMetrics(epochs),
    tags: index === 0 ? { site: "Ward 3" } : {},
    note: "",
    artifact: isLast ? null : { version: null, sha256: "cd".repeat(32), bytes: 3 },
  };
  return { run, epochs };
});

export async function storeArchive(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const files = { "model.json": new TextEncoder().encode("{}") };
  return { name: "mlruns.zip", mimeType: "application/zip", buffer: Buffer.from(zipFiles(await writeStore(RUNS.map((each) => ({ ...each, files }))), new Date(2026, 10, 21))) };
}

/** A store that npm run train's recorder wrote: a training whose outcome is the shipped model of trees. */
export async function trainedFolder(): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), "runs-")), "mlruns");
  const shipped = fileURLToPath(new URL("../public/models/boosted-trees/", import.meta.url));
  const files = Object.fromEntries(await Promise.all(["trees.bin", "card.json"].map(async (name) => [name, new Uint8Array(await readFile(join(shipped, name)))] as const)));
  const { data } = RUNS[0].run;
  await recorded(folder, { modelId: "boosted-trees", parameters: { rounds: 2 }, data, isInParts: false }, async (onEpoch, epochs) => {
    for (const epoch of [1, 2]) onEpoch({ epoch, metrics: { loss: 1 / epoch, "validation loss": 2 / epoch } });
    return { parameters: { rounds: 2 }, data, backend: "JavaScript", metrics: bestMetrics(epochs()), note: "", sha256: "00", files };
  });
  return folder;
}

/** The runs in an archive that `download` starts to save. */
export async function downloadedRuns(page: Page, download: () => Promise<void>): Promise<readonly StoredRun[]> {
  const started = page.waitForEvent("download");
  await download();
  const path = await (await started).path();
  return (await readStore(openArchive(new Uint8Array(await readFile(path)), "export.zip"))).runs;
}
