import "fake-indexeddb/auto";
import Dexie from "dexie";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sampleRun } from "../../lifecycle/runs/testing.ts";
import type { Repository } from "../repository.ts";
import { testRepository } from "../testing.ts";

let name: string;
let repository: Repository;

beforeEach(() => {
  name = `runs-${crypto.randomUUID()}`;
  repository = testRepository(name);
});
afterEach(() => repository.close());

const run = sampleRun();
const epochs = [1, 2].map((epoch) => ({ runId: run.id, epoch, at: run.startedAt, metrics: { loss: 1 / epoch } }));

test("runs made elsewhere are added once, with their epochs", async () => {
  const { runs } = repository;
  expect(await runs.add([{ run, epochs }], "runs.zip")).toBe(1);
  expect(await runs.add([{ run: { ...run, name: "Other" }, epochs: [] }], "runs.zip")).toBe(0);
  expect(await runs.list()).toEqual([run]);
  expect(await runs.epochs(run.id)).toEqual(epochs);
});

test("a deleted run can be brought back as it was; both are in the log", async () => {
  const { runs, log } = repository;
  await runs.add([{ run, epochs }], "runs.zip");
  await runs.remove(run.id);
  expect([await runs.list(), await runs.epochs(run.id)]).toEqual([[], []]);
  await runs.restore({ run, epochs });
  expect([await runs.list(), await runs.epochs(run.id)]).toEqual([[run], epochs]);
  expect((await log.entries()).map(({ what }) => what)).toEqual(["Imported 1 runs from runs.zip", "Deleted the run “First try” of beat-cnn", "Brought back the run “First try” of beat-cnn"]);
});

test("what an imported run calls its model does not lie in the log's index, in the clear", async () => {
  const { runs } = repository;
  const experiment = { ...run, modelId: "Smith, Jane 1970" };
  await runs.add([{ run: experiment, epochs }], "mlruns.zip");
  await runs.remove(run.id);
  await runs.restore({ run: experiment, epochs });
  const raw = await new Dexie(name).open();
  const indexed = (await raw.table<{ modelId: string }>("log").toArray()).map(({ modelId }) => modelId);
  raw.close();
  expect(indexed).toEqual(["", "", ""]);
});
