import "fake-indexeddb/auto";
import { liveQuery } from "dexie";
import { describe, expect, it, vi } from "vitest";
import { entryHasher } from "../lifecycle/log/hash-entry.ts";
import { verifyChain } from "../lifecycle/log/verify-chain.ts";
import type { Alert, MonitoringRule } from "../lifecycle/monitoring/rule.ts";
import { sampleRun } from "../lifecycle/runs/testing.ts";
import type { ListWithGaps } from "./damaged-records.ts";
import { movedRepository, readFixture } from "./plain/testing.ts";
import type { Repository } from "./repository.ts";
import { layDown } from "./store-fixture.ts";
import { damage, testRepository } from "./testing.ts";

const MODEL = "beat-cnn";
const AT = "2026-11-21T10:00:00.000Z";

const run = (id: string) => ({ ...sampleRun(), id });
const rule = (id: string): MonitoringRule => ({ id, modelId: MODEL, metric: "accuracy", window: 5, bound: "below", threshold: 0.9, actions: [], isOn: true, createdAt: AT });
const alert = (id: string): Alert => ({ id, ruleId: "a", modelId: MODEL, version: 1, at: AT, metric: "accuracy", value: 0.5, threshold: 0.9, sentence: "Accuracy fell", actions: [], seenAt: "" });
const setOf = (id: string) => ({ id, name: id, kind: "heart-rate", samplesPerBeat: null, fileSha256: [], rows: 0, rowsPerClass: {}, frozenAt: AT }) as const;

/** A store with two records, "a" and "b", in every list; versions 2 and 3 of a model, of which 3 is champion and 2 challenger, both suspended. */
async function storeOfTwo(name: string): Promise<Repository> {
  const repository = testRepository(name);
  const { runs, evaluationSets, monitoring, registry } = repository;
  for (const id of ["a", "b"]) {
    await runs.add([{ run: run(id), epochs: [1, 2].map((epoch) => ({ runId: id, epoch, at: AT, metrics: { loss: epoch } })) }], "runs.zip");
    await evaluationSets.freeze(setOf(id), { kind: "heart-rate", patients: [] });
    await monitoring.putRule(rule(id), "Added a rule");
    await monitoring.raise(alert(id));
    const { version } = await registry.register({ modelId: MODEL, origin: { kind: "imported", fileName: "model.json" }, sha256: id, files: {} }, { asChallenger: false });
    await registry.suspend({ modelId: MODEL, version, at: AT, why: "Accuracy fell" });
  }
  await registry.promote(MODEL, 3, { reason: "A test", comparison: null, overridesGate: true });
  await registry.setChallenger(MODEL, 2);
  return repository;
}

const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

const LISTS: readonly (readonly [ListWithGaps, IDBValidKey, (repository: Repository) => Promise<unknown>, unknown])[] = [
  ["runs", "a", ({ runs }) => runs.list().then(ids), ["b"]],
  ["runs", "a", ({ runs }) => runs.some(["a", "b", "gone"]).then(ids), ["b"]],
  ["runEpochs", ["a", 1], ({ runs }) => runs.epochs("a").then((epochs) => epochs.map(({ epoch }) => epoch)), [2]],
  ["runEpochs", ["a", 1], ({ runs }) => runs.epochsOf(["a", "b"]).then((epochs) => [...epochs].map(([id, own]) => [id, own.length])), [["a", 1], ["b", 2]]],
  ["evaluationSets", "a", ({ evaluationSets }) => evaluationSets.list().then(ids), ["b"]],
  ["rules", "a", ({ monitoring }) => monitoring.rules().then(ids), ["b"]],
  ["alerts", "a", ({ monitoring }) => monitoring.alerts().then(ids), ["b"]],
  ["modelVersions", [MODEL, 2], ({ registry }) => registry.versions(MODEL).then((versions) => versions.map(({ version }) => version)), [3, 1]],
  ["aliases", [MODEL, "challenger"], ({ registry }) => registry.aliases(MODEL), { champion: 3 }],
];

describe("a damaged record", () => {
  it.each(LISTS)("of %s hides no other of the list, and is counted", async (table, key, read, left) => {
    const name = `gaps-${crypto.randomUUID()}`;
    const repository = await storeOfTwo(name);
    expect(await repository.damagedRecords(table)).toBe(0);
    await damage(name, table, key);
    expect(await read(repository)).toEqual(left);
    expect(await repository.damagedRecords(table)).toBe(1);
  });

  it("is counted for what it belongs to alone", async () => {
    const repository = await storeOfTwo("gaps-owner");
    await damage("gaps-owner", "runEpochs", ["a", 1]);
    expect(await repository.damagedRecords("runEpochs", { runId: "a" })).toBe(1);
    expect(await repository.damagedRecords("runEpochs", { runId: "b" })).toBe(0);
  });

  it("is no longer counted once it is written anew, without the page being loaded again", async () => {
    const { monitoring, damagedRecords } = await storeOfTwo("gaps-live");
    await damage("gaps-live", "rules", "a");
    const counts: number[] = [];
    const following = liveQuery(() => damagedRecords("rules")).subscribe((count) => counts.push(count));
    await vi.waitFor(() => expect(counts).toEqual([1]));
    await monitoring.putRule(rule("a"), "Set a rule anew");
    await vi.waitFor(() => expect(counts.at(-1)).toBe(0));
    following.unsubscribe();
  });

  it("of a run is replaced when the run is imported again", async () => {
    const { runs } = await storeOfTwo("gaps-import");
    await damage("gaps-import", "runs", "a");
    expect(await runs.add(["a", "b"].map((id) => ({ run: run(id), epochs: [] })), "runs.zip")).toBe(1);
    expect(ids(await runs.list()).sort()).toEqual(["a", "b"]);
  });
});

describe("a model whose records were damaged", () => {
  it("stays suspended where what is left of the suspension is which version it is of", async () => {
    const { registry } = await storeOfTwo("gaps-suspension");
    await damage("gaps-suspension", "suspensions", [MODEL, 3]);
    const unreadable = { modelId: MODEL, version: 3, at: "", why: "the record that says why was altered or damaged" };
    expect(await registry.suspensions()).toEqual([{ modelId: MODEL, version: 2, at: AT, why: "Accuracy fell" }, unreadable]);
    expect((await registry.inUse(MODEL)).suspension).toEqual(unreadable);
    const seen: unknown[] = [];
    const following = liveQuery(() => registry.inUse(MODEL)).subscribe(({ suspension }) => seen.push(suspension));
    await vi.waitFor(() => expect(seen).toEqual([unreadable]));
    await registry.liftSuspension(MODEL, 3, "A test");
    await vi.waitFor(() => expect(seen.at(-1)).toBeNull());
    following.unsubscribe();
  });

  it("answers nothing while nobody can tell which version is champion, until one is promoted", async () => {
    const { registry } = await storeOfTwo("gaps-champion");
    await damage("gaps-champion", "aliases", [MODEL, "champion"]);
    await expect(registry.inUse(MODEL)).rejects.toMatchObject({ code: "record-damaged" });
    await expect(registry.remove(MODEL, 3)).rejects.toMatchObject({ code: "record-damaged" });
    expect(await registry.formerChampion(MODEL)).toBeNull();
    await registry.promote(MODEL, 2, { reason: "A test", comparison: null, overridesGate: true });
    expect(await registry.inUse(MODEL)).toMatchObject({ version: 2 });
    expect(await registry.aliases(MODEL)).toEqual({ champion: 2 });
  });

  it("can be rolled back from a version whose record is among them", async () => {
    const { registry } = await storeOfTwo("gaps-rollback");
    await damage("gaps-rollback", "modelVersions", [MODEL, 3]);
    expect(await registry.rollBack(MODEL, "A test")).toBe(1);
    expect(await registry.inUse(MODEL)).toMatchObject({ version: 1 });
  });

  it("goes on to be numbered, without giving the number of a deleted version again", async () => {
    const { registry, log } = await storeOfTwo("gaps-number");
    const registered = (await log.entries()).find(({ action, details }) => action === "registration" && details["version"] === 3);
    await registry.rollBack(MODEL, "A test");
    await registry.remove(MODEL, 3);
    await damage("gaps-number", "log", registered?.sequence ?? 0);
    await damage("gaps-number", "modelVersions", [MODEL, 2]);
    expect((await registry.register({ modelId: MODEL, origin: { kind: "imported", fileName: "model.json" }, sha256: "c", files: {} }, { asChallenger: false })).version).toBe(4);
    expect(await registry.versions(MODEL)).toMatchObject([{ version: 4 }, { version: 1 }]);
  });

  it("keeps the history that can be read", async () => {
    const { log, damagedRecords } = await storeOfTwo("gaps-history");
    const before = await log.entriesOf(MODEL);
    await damage("gaps-history", "log", before[1].sequence);
    expect(await log.entriesOf(MODEL)).toEqual(before.toSpliced(1, 1));
    expect(await damagedRecords("log", { modelId: MODEL })).toBe(1);
    expect(await damagedRecords("log", { modelId: "lstm-fcn" })).toBe(0);
  });
});

describe("a log with a damaged entry", () => {
  it.each([["first", 0], ["one in the middle", 3], ["last", -1]])("is broken there, be it the %s, and goes on", async (_, place) => {
    const name = `gaps-log-${place}`;
    const { log } = await storeOfTwo(name);
    const hashEntry = await entryHasher();
    const sequence = (await log.entries()).at(place)?.sequence ?? 0;
    await damage(name, "log", sequence);
    const stored = await log.stored();
    const broken = { kind: "broken", sequence, why: "unreadable" };
    expect(stored.damaged).toEqual([sequence]);
    expect(verifyChain(stored.entries, hashEntry, stored.damaged)).toEqual(broken);

    await log.note({ action: "export", what: "Exported", modelId: "", details: {} });
    const later = await log.stored();
    expect(later.entries.at(-1)).toMatchObject({ what: "Exported", sequence: stored.entries.length + 2 });
    expect(verifyChain(later.entries, hashEntry, later.damaged)).toEqual(broken);
  });

  it("does not keep the entries of an older tab's store from being moved", async () => {
    const fixture = await readFixture(5);
    await layDown("gaps-moved", fixture);
    const before = await (await movedRepository("gaps-moved")).log.entries();
    await damage("gaps-moved-sealed", "log", 2);
    await layDown("gaps-moved", fixture);
    const { entries, damaged } = await (await movedRepository("gaps-moved")).log.stored();
    expect(damaged).toEqual([2]);
    expect(entries.at(-1)).toMatchObject({ what: before[1].what, details: { "number in an older version's log": 2 } });
  });
});
