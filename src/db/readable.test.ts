import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { entryHasher } from "../lifecycle/log/hash-entry.ts";
import { verifyChain } from "../lifecycle/log/verify-chain.ts";
import { movedRepository, readFixture } from "./plain/testing.ts";
import { layDown } from "./store-fixture.ts";
import { damage, keysOf } from "./testing.ts";

it("a check that was damaged is left out and counted, and the others are listed", async () => {
  await layDown("damaged-check", await readFixture(5));
  const repository = await movedRepository("damaged-check");
  const before = await repository.savedChecks();
  expect([before.checks.length, before.damaged]).toEqual([3, 0]);
  await damage("damaged-check-sealed", "checks", "beats");
  expect((await repository.listChecks()).map(({ id }) => id).sort()).toEqual(["heart", "recording"]);
  expect((await repository.savedChecks()).damaged).toBe(1);
  await expect(repository.checkRecord("beats")).rejects.toMatchObject({ code: "record-damaged" });
});

it("a log whose last entry was damaged goes on, and is seen to be broken", async () => {
  await layDown("damaged-log", await readFixture(5));
  const repository = await movedRepository("damaged-log");
  const last = (await repository.log.entries()).length;
  await damage("damaged-log-sealed", "log", last);
  await repository.saveVerdict("heart", "007", 2, "uncertain");
  const entries = await repository.log.entries();
  expect(entries.map(({ sequence }) => sequence)).toEqual([...Array.from({ length: last - 1 }, (_, i) => i + 1), last + 1]);
  expect(verifyChain(entries, await entryHasher())).toEqual({ kind: "broken", sequence: last, why: "missing" });
});

it("what was damaged hides nothing else: verdicts, classes of beats, settings, the checks of a patient", async () => {
  await layDown("damaged-words", await readFixture(5));
  const repository = await movedRepository("damaged-words");
  for (const table of ["verdicts", "relabels", "settings"]) await damage("damaged-words-sealed", table, (await keysOf("damaged-words-sealed", table))[0] as IDBValidKey);
  expect(await repository.verdictsOf("heart")).toHaveLength(1);
  expect(await repository.allVerdicts()).toHaveLength(1);
  expect((await repository.relabelsOf("beats")).length + (await repository.relabelsOf("recording")).length).toBe((await repository.allRelabels()).length);
  expect((await repository.settings.all()).gateMargin).toBeNull();
  await damage("damaged-words-sealed", "checks", "recording");
  expect(await repository.checksOfPatient("Jane Example")).toEqual([]);
});

it("checks that were damaged are removed with all that hangs on them, even deleted ones, and nothing else is", async () => {
  await layDown("damaged-removed", await readFixture(5));
  const repository = await movedRepository("damaged-removed");
  const name = "damaged-removed-sealed";
  for (const id of ["beats", "deleted"]) await damage(name, "checks", id);
  expect(await repository.removeDamagedChecks()).toBe(2);
  expect(await repository.savedChecks()).toMatchObject({ checks: [{}, {}], damaged: 0 });
  for (const table of ["beats", "beatOutputs"]) expect(await keysOf(name, table)).toEqual([]);
  expect(await repository.relabelsOf("beats")).toEqual([]);
  expect(await repository.loadCheck("recording")).toBeDefined();
  expect(await repository.verdictsOf("heart")).toHaveLength(2);
  expect((await repository.log.entries()).at(-1)).toMatchObject({ action: "deletion", what: "Removed 2 damaged checks" });
});

it("a deleted check that was damaged does not stop others from being removed for good", async () => {
  await layDown("damaged-deleted", await readFixture(5));
  const repository = await movedRepository("damaged-deleted");
  await damage("damaged-deleted-sealed", "checks", "deleted");
  await repository.deleteCheck("heart");
  await repository.purgeDeleted("\uffff");
  expect(await keysOf("damaged-deleted-sealed", "checks")).toEqual(["beats", "recording"]);
  expect(await keysOf("damaged-deleted-sealed", "signals")).toEqual([]);
});
