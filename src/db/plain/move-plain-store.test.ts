import "fake-indexeddb/auto";
import Dexie from "dexie";
import { describe, expect, it, vi } from "vitest";
import { IsolineDatabase } from "../database.ts";
import { entryHasher } from "../../lifecycle/log/hash-entry.ts";
import { verifyChain } from "../../lifecycle/log/verify-chain.ts";
import { createRepository } from "../repository.ts";
import { TEST_KEYS, testLocks, TEST_SESSION } from "../testing.ts";
import { movePlainStore } from "./move-plain-store.ts";
import { movedRepository, readFixture } from "./testing.ts";
import { layDown } from "../store-fixture.ts";

const SCHEMAS = [1, 2, 3, 4, 5];

describe.each(SCHEMAS)("a store of schema %i", (schema) => {
  it("is found in the encrypted store, whole, and nowhere else any more", async () => {
    const name = `plain-${schema}`;
    await layDown(name, await readFixture(schema));
    const repository = await movedRepository(name);
    expect(await Dexie.exists(name)).toBe(false);

    const ids = ["heart", ...(schema >= 2 ? ["beats"] : []), ...(schema >= 3 ? ["recording"] : [])];
    expect((await repository.listChecks()).map(({ id, modelVersion }) => [id, modelVersion]).sort()).toEqual(ids.map((id) => [id, 1]).sort());
    expect(await repository.loadCheck("heart")).toMatchObject({
      kind: "heart-rate", scores: [Float32Array.of(NaN, 0.5, 7), Float32Array.of(NaN, 1)],
      patients: [{ patientId: "007", rateBpm: Float64Array.of(60.25, 61.5, 59.123456789) }, { patientId: "100", rateBpm: Float64Array.of(70, 71) }],
    });
    expect((await repository.verdictsOf("heart")).map(({ patientId, peakRow, verdict }) => [patientId, peakRow, verdict])).toEqual([["007", 2, "rejected"], ["100", 1, "accepted"]]);
    expect((await repository.checksOfPatient("007")).map(({ id }) => id)).toEqual(["heart"]);
    await repository.restoreCheck("deleted");
    expect(await repository.listChecks()).toHaveLength(ids.length + 1);
    await repository.saveVerdict("heart", "007", 2, "uncertain");
    expect((await repository.verdictsOf("heart")).map(({ verdict }) => verdict)).toEqual(["uncertain", "accepted"]);

    if (schema >= 2) {
      expect(await repository.loadCheck("beats")).toMatchObject({ beats: { samples: Float32Array.of(0, 0.5, 1, 1, 0.5, 0), label: Uint8Array.of(0, 2) }, outputs: new Float32Array(10).fill(0.2) });
      expect((await repository.relabelsOf("beats")).map(({ beat, classIndex }) => [beat, classIndex])).toEqual([[1, 3]]);
    }
    if (schema >= 3) {
      expect(await repository.loadCheck("recording")).toMatchObject({ recording: { patient: { id: "Jane Example" }, annotations: { text: new Map([[1, "(AFIB"]]) }, leads: [{ samplesMv: Float32Array.of(0, 0, 1, 0, 0, 1, 0, 0) }, {}] } });
      expect((await repository.checksOfPatient("Jane Example")).map(({ id }) => id)).toEqual(["recording"]);
    }
    if (schema === 4) expect(await repository.registry.aliases("twelve-lead")).toEqual({ champion: 2 });
    if (schema >= 5) {
      expect(await repository.settings.all()).not.toHaveProperty("operator");
      expect(await repository.settings.all()).toMatchObject({ gateMargin: 0.02 });
      expect(await repository.registry.files("beat-cnn", 2)).toEqual({ "model.json": Uint8Array.of(1, 2), "weights.bin": Uint8Array.of(3, 4, 5) });
      expect(await repository.evaluationSets.content("set")).toMatchObject({ kind: "heart-rate" });
      expect(await repository.monitoring.rules()).toHaveLength(1);
      const entries = await repository.log.entries();
      expect(entries[0]).toMatchObject({ sequence: 1, who: "Unnamed user" });
      expect(verifyChain(entries, await entryHasher())).toMatchObject({ kind: "whole" });
    }
  });
});

it("a move that was interrupted anywhere is taken up again and loses nothing", async () => {
  const fixture = await readFixture(5);
  await layDown("whole", fixture);
  const whole = await movedRepository("whole");
  for (let step = 0; step < 20; step += 3) {
    const name = `cut-${step}`;
    await layDown(name, fixture);
    const db = new IsolineDatabase(`${name}-sealed`, TEST_KEYS.sealing);
    let steps = 0;
    const cut = movePlainStore(name, db, TEST_KEYS.index, () => {
      if (steps++ === step) throw new Error("the page was closed");
    });
    await expect(cut).rejects.toThrow("closed");
    await movePlainStore(name, db, TEST_KEYS.index);
    const repository = createRepository({ db, keys: TEST_KEYS, session: TEST_SESSION });
    expect(await repository.listChecks()).toEqual(await whole.listChecks());
    expect(await repository.loadCheck("recording")).toEqual(await whole.loadCheck("recording"));
    expect(await repository.log.entries()).toEqual(await whole.log.entries());
    expect(await repository.verdictsOf("heart")).toEqual(await whole.verdictsOf("heart"));
  }
});

it("does nothing where there was no store", async () => {
  await movePlainStore("never", new IsolineDatabase("never-sealed", TEST_KEYS.sealing), TEST_KEYS.index);
  expect(await Dexie.exists("never")).toBe(false);
});

describe("a store that an older tab made anew after the move", () => {
  it("adds what is missing and changes nothing: its log is appended, its models are left out where there are some", async () => {
    const fixture = await readFixture(5);
    await layDown("again", fixture);
    const repository = await movedRepository("again");
    await repository.saveVerdict("heart", "007", 2, "uncertain");
    await repository.settings.set("gateMargin", 0.5, "set");
    const before = { entries: await repository.log.entries(), aliases: await repository.registry.aliases("beat-cnn"), files: await repository.registry.files("beat-cnn", 2) };
    const heart = fixture.stores["checks"].records.find((record) => (record as { readonly id: string }).id === "heart");
    const stores = Object.fromEntries(Object.entries(fixture.stores).map(([name, store]) => [name, { ...store, records: recordsOfOlderTab(name, store.records) }]));
    stores["checks"] = { ...stores["checks"], records: [{ ...(heart as object), id: "later" }] };
    await layDown("again", { ...fixture, stores });
    const moved = await movedRepository("again");
    expect(await Dexie.exists("again")).toBe(false);

    const entries = await moved.log.entries();
    expect(entries.slice(0, before.entries.length)).toEqual(before.entries);
    expect(entries.slice(before.entries.length)).toMatchObject([{ what: "Checked other.csv", who: "Older tab", details: { "number in an older version's log": 1 } }]);
    expect(verifyChain(entries, await entryHasher())).toMatchObject({ kind: "whole" });
    expect((await moved.verdictsOf("heart")).map(({ verdict }) => verdict)).toEqual(["uncertain", "accepted"]);
    expect((await moved.settings.all()).gateMargin).toBe(0.5);
    expect(await moved.registry.aliases("beat-cnn")).toEqual(before.aliases);
    expect(await moved.registry.files("beat-cnn", 2)).toEqual(before.files);
    expect((await moved.listChecks()).map(({ id }) => id)).toContain("later");
  });

  /** Its own log, and other models, verdicts and settings under the keys that are taken. */
  function recordsOfOlderTab(table: string, records: readonly unknown[]): readonly unknown[] {
    switch (table) {
      case "log":
        return records.slice(0, 1).map((entry) => ({ ...(entry as object), what: "Checked other.csv", who: "Older tab", hash: "other" }));
      case "aliases":
        return records.map((alias) => ({ ...(alias as object), version: 7 }));
      case "versionFiles":
        return records.map((files) => ({ ...(files as object), files: {} }));
      case "settings":
      case "verdicts":
        return records;
      default:
        return [];
    }
  }
});

it("a log that somebody altered is moved as it is: the break is seen", async () => {
  const fixture = await readFixture(5);
  const log = fixture.stores["log"];
  await layDown("altered-log", { ...fixture, stores: { ...fixture.stores, log: { ...log, records: log.records.map((entry, at) => (at === 0 ? { ...(entry as object), what: "Something else" } : entry)) } } });
  const repository = await movedRepository("altered-log");
  expect(verifyChain(await repository.log.entries(), await entryHasher())).toEqual({ kind: "broken", sequence: 1, why: "altered" });
});

it("two tabs that sign in at once move it together, one after the other", async () => {
  vi.stubGlobal("navigator", { locks: testLocks() });
  await layDown("two-tabs", await readFixture(5));
  const [one, other] = [1, 2].map(() => new IsolineDatabase("two-tabs-sealed", TEST_KEYS.sealing));
  await Promise.all([movePlainStore("two-tabs", one, TEST_KEYS.index), movePlainStore("two-tabs", other, TEST_KEYS.index)]);
  vi.unstubAllGlobals();
  expect(await createRepository({ db: one, keys: TEST_KEYS, session: TEST_SESSION }).listChecks()).toHaveLength(3);
  expect(await Dexie.exists("two-tabs")).toBe(false);
});
