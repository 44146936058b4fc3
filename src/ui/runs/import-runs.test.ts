import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Repository } from "../../db/repository.ts";
import { testRepository } from "../../db/testing.ts";
import { ProblemError, toProblem } from "../../ecg/problem.ts";
import { writeStore } from "../../lifecycle/runs/mlflow/write-store.ts";
import { sampleRun } from "../../lifecycle/runs/testing.ts";
import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import type { AnalysisService } from "../../worker/protocol.ts";
import { importRuns } from "./import-runs.ts";
import { registerFiles } from "./register-files.ts";
import type { RunSource } from "./run-source.ts";

let repository: Repository;

beforeEach(() => {
  repository = testRepository(`import-${crypto.randomUUID()}`);
});
afterEach(() => repository.close());

const FILES = { "model.json": Uint8Array.of(1), "weights.bin": Uint8Array.of(2, 3) };

async function source(...runs: TrainingRun[]): Promise<RunSource> {
  const files = await writeStore(runs.map((run) => ({ run, epochs: [], files: FILES })));
  return { name: "runs.zip", files: [...files].filter(([path]) => !path.endsWith("/")).map(([path, bytes]) => ({ path, bytes: bytes.length, read: () => Promise.resolve(new Uint8Array(bytes)) })) };
}

test("a run's version is the one here that has the same files, whatever its number was there", async () => {
  const { version } = await repository.registry.register({ modelId: "beat-cnn", origin: { kind: "imported", fileName: "model.json" }, sha256: "cd".repeat(32), files: FILES }, { asChallenger: false });
  const { brought } = await importRuns(repository, await source(sampleRun({ artifact: { version: 9, sha256: "cd".repeat(32), bytes: 3 } })));
  expect((await repository.runs.list())[0].artifact?.version).toBe(version);
  expect(brought).toEqual([]);
});

test("what a run brought that is not registered here is offered, once the worker has tried it registered as the run's version", async () => {
  const run = sampleRun({ artifact: { version: 2, sha256: "ee".repeat(32), bytes: 3 } });
  const { sentence, brought } = await importRuns(repository, await source(run, sampleRun({ id: "b", modelId: "not of ours" })));
  expect(sentence).toBe("Imported 2 runs");
  expect(brought.map((each) => each.run.id)).toEqual([run.id]);
  expect(brought[0].run.artifact?.version).toBeNull();

  const given: string[] = [];
  const analysis: Pick<AnalysisService, "importVersion"> = {
    importVersion: (modelId, files) => {
      given.push(modelId, ...files.map(({ name }) => name).sort());
      return Promise.resolve({ kind: "imported", version: { files: FILES, sha256: "ee".repeat(32), fileName: "model.json" } });
    },
  };
  expect(await registerFiles({ analysis, repository }, brought[0], new AbortController().signal)).toEqual({ kind: "registered", version: 2 });
  expect(given).toEqual(["beat-cnn", "model.json", "weights.bin"]);
  expect((await repository.runs.get(run.id))?.artifact).toEqual({ version: 2, sha256: "ee".repeat(32), bytes: 3 });
  expect((await repository.registry.version("beat-cnn", 2)).origin).toEqual({ kind: "trained", runId: run.id });
});

test("files that will not do are refused with the worker's sentence, and the run stays without a version", async () => {
  const run = sampleRun({ artifact: { version: null, sha256: "ee".repeat(32), bytes: 3 } });
  const { brought } = await importRuns(repository, await source(run));
  const problem = toProblem(new ProblemError("wrong-shape", "This network takes 12 leads, not 187 samples", "Choose another model"));
  const analysis: Pick<AnalysisService, "importVersion"> = { importVersion: () => Promise.resolve({ kind: "failed", problem }) };
  expect(await registerFiles({ analysis, repository }, brought[0], new AbortController().signal)).toEqual({ kind: "failed", problem });
  expect((await repository.runs.get(run.id))?.artifact?.version).toBeNull();
});

test("runs that are here already are counted, not changed", async () => {
  await importRuns(repository, await source(sampleRun()));
  expect(await importRuns(repository, await source(sampleRun({ name: "Renamed" })))).toMatchObject({ sentence: "No run imported, 1 already here" });
  expect((await repository.runs.list()).map(({ name }) => name)).toEqual(["First try"]);
});
