import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { entryHasher } from "../../lifecycle/log/hash-entry.ts";
import { verifyChain } from "../../lifecycle/log/verify-chain.ts";
import { SCHEMA } from "../database.ts";
import { layDown, readJson, type StoreFixture } from "../store-fixture.ts";
import { administrationOf, freshDevice, signIn } from "./testing.ts";

/** Of an administrator, Dr Rivera, and a clinician, Nurse Osei, with the plain fixture's checks. */
interface SealedFixture {
  readonly accounts: StoreFixture;
  readonly records: StoreFixture;
  readonly recoveryKey: string;
}

/** Whoever raises the schema adds a store of the new one, for all that come after. */
const SEALED_SCHEMAS = Array.from({ length: SCHEMA - 5 }, (_, i) => 6 + i);

it.each(SEALED_SCHEMAS)("a sealed store of schema %i is opened by each of its ways in, and is all there", async (schema) => {
  const { accountsName, recordsName, again } = freshDevice();
  const { accounts, records, recoveryKey } = await readJson<SealedFixture>(new URL(`fixtures/schema-${schema}.json`, import.meta.url));
  await layDown(accountsName, accounts);
  await layDown(recordsName, records);

  const nurse = await again().signIn(signIn("nurse osei", "thistle harbour cobalt"));
  expect(nurse.session).toMatchObject({ name: "Nurse Osei", role: "clinician" });
  nurse.repository.close();

  const opened = await again().signIn(signIn("Dr Rivera", "heron lattice quarry"));
  expect((await administrationOf(opened).list()).map(({ name, role, isAltered }) => [name, role, isAltered])).toEqual([["Dr Rivera", "administrator", false], ["Nurse Osei", "clinician", false]]);
  const { repository } = opened;
  expect((await repository.listChecks()).map(({ id }) => id).sort()).toEqual(["beats", "heart", "recording"]);
  expect(await repository.loadCheck("heart")).toMatchObject({ scores: [Float32Array.of(NaN, 0.5, 7), Float32Array.of(NaN, 1)], patients: [{ patientId: "007", rateBpm: Float64Array.of(60.25, 61.5, 59.123456789) }, { patientId: "100" }] });
  expect(await repository.loadCheck("beats")).toMatchObject({ beats: { samples: Float32Array.of(0, 0.5, 1, 1, 0.5, 0) }, outputs: new Float32Array(10).fill(0.2) });
  expect(await repository.loadCheck("recording")).toMatchObject({ recording: { patient: { id: "Jane Example" }, leads: [{ samplesMv: Float32Array.of(0, 0, 1, 0, 0, 1, 0, 0) }, {}] } });
  expect((await repository.checksOfPatient("Jane Example")).map(({ id }) => id)).toEqual(["recording"]);
  await repository.saveVerdict("heart", "007", 2, "accepted");
  expect((await repository.verdictsOf("heart")).map(({ patientId, peakRow, verdict }) => [patientId, peakRow, verdict])).toEqual([["007", 2, "accepted"], ["100", 1, "accepted"]]);
  expect((await repository.relabelsOf("beats")).map(({ beat, classIndex }) => [beat, classIndex])).toEqual([[1, 3]]);
  expect(await repository.registry.files("beat-cnn", 2)).toEqual({ "model.json": Uint8Array.of(1, 2), "weights.bin": Uint8Array.of(3, 4, 5) });
  expect(await repository.evaluationSets.content("set")).toMatchObject({ kind: "heart-rate" });
  expect(await repository.settings.all()).toMatchObject({ gateMargin: 0.02 });
  expect(await repository.monitoring.rules()).toHaveLength(1);
  expect(verifyChain(await repository.log.entries(), await entryHasher())).toMatchObject({ kind: "whole" });
  repository.close();

  const recovered = await again().recover(recoveryKey, "Dr Rivera", "velvet compass thirteen owls");
  expect(await recovered.repository.listChecks()).toHaveLength(3);
});
