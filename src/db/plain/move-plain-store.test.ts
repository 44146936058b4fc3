import "fake-indexeddb/auto";
import Dexie from "dexie";
import { describe, expect, it } from "vitest";
import { IsolineDatabase } from "../database.ts";
import { entryHasher } from "../../lifecycle/log/hash-entry.ts";
import { verifyChain } from "../../lifecycle/log/verify-chain.ts";
import { createRepository } from "../repository.ts";
import { TEST_KEYS, TEST_SESSION } from "../testing.ts";
import { movePlainStore } from "./move-plain-store.ts";
import { layDown, movedRepository, readFixture } from "./testing.ts";

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
