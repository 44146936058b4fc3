import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readStore } from "../src/lifecycle/runs/mlflow/read-store.ts";
import type { StoreFile } from "../src/lifecycle/runs/mlflow/store-file.ts";
import { filesHash } from "../src/models/artifacts/files-hash.ts";

const project = fileURLToPath(new URL("..", import.meta.url));

const train = (cwd: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/train.ts", ...args, "--data", "data", "--out", "out", "--runs", "mlruns", "--checkpoints", "kept", "--date", "2026-11-21"], { cwd: project, env: { ...process.env, INIT_CWD: cwd } });

async function storeIn(folder: string): Promise<StoreFile[]> {
  const files: StoreFile[] = [];
  for (const path of await readdir(join(folder, "mlruns"), { recursive: true })) {
    const own = join(folder, "mlruns", path);
    const facts = await stat(own);
    if (facts.isFile()) files.push({ path: `mlruns/${path}`, bytes: facts.size, read: async () => new Uint8Array(await readFile(own)) });
  }
  return files;
}

describe("npm run train", { timeout: 120_000 }, () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "train-"));
    await mkdir(join(folder, "data"));
    const beats = await readFile(join(project, "public/samples/ecg5000.tsv"), "utf8");
    for (const name of ["ECG5000_TRAIN.tsv", "ECG5000_TEST.tsv"]) await writeFile(join(folder, "data", name), beats);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("keeps a training as a run, with what it learnt from, its epochs and what it gave", async () => {
    await train(folder, "conv-autoencoder", "--preset", "tutorial-split", "--set", "epochs=2");
    const { runs } = await readStore(await storeIn(folder));
    expect(runs).toHaveLength(1);
    const [{ run, epochs, artifacts }] = runs;
    expect(run).toMatchObject({ modelId: "conv-autoencoder", state: { kind: "finished" }, origin: "command", start: { kind: "scratch" }, tags: {} });
    expect(run.parameters).toMatchObject({ epochs: 2, trainOn: "tutorial", bottleneck: expect.any(Number) as number, seed: 1 });
    expect(run.data).toMatchObject({ name: "ECG5000_TRAIN.tsv + ECG5000_TEST.tsv", rows: 580, rowsPerClass: { N: 290 }, split: { by: "row", training: 246, validation: 29 } });
    expect(run.note).toContain("246");
    expect(epochs.map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect(Object.keys(epochs[0].metrics)).toEqual(expect.arrayContaining(["loss", "validation loss"]));
    expect(run.metrics).toMatchObject({ epochs: 2, threshold: expect.any(Number) as number });
    const given = Object.fromEntries(await Promise.all((await readdir(join(folder, "out/conv-autoencoder"))).map(async (name) => [name, new Uint8Array(await readFile(join(folder, "out/conv-autoencoder", name)))] as const)));
    expect([...artifacts.keys()].sort()).toEqual(Object.keys(given).sort());
    expect(run.artifact).toEqual({ version: null, sha256: await filesHash(given), bytes: Object.values(given).reduce((sum, { length }) => sum + length, 0) });
  });

  it("keeps a training that fails, and says why", async () => {
    await rm(join(folder, "data/ECG5000_TEST.tsv"));
    await expect(train(folder, "lstm-autoencoder")).rejects.toMatchObject({ code: 1 });
    const [{ run }] = (await readStore(await storeIn(folder))).runs;
    expect(run).toMatchObject({ modelId: "lstm-autoencoder", artifact: null, state: { kind: "failed", sentence: expect.stringContaining("ECG5000_TEST.tsv") as string } });
  });
});
