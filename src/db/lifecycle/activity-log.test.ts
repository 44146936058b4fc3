import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { IsolineDatabase } from "../database.ts";
import { createRepository } from "../repository.ts";
import { TEST_KEYS, TEST_SESSION } from "../testing.ts";

it("tells a clinician what became of a model, and nothing of checks, exports and other people", async () => {
  const db = new IsolineDatabase("log-of-models", TEST_KEYS.sealing);
  const administrator = createRepository({ db, keys: TEST_KEYS, session: TEST_SESSION });
  const clinician = createRepository({ db, keys: TEST_KEYS, session: { ...TEST_SESSION, role: "clinician" } });
  await administrator.saveVerdict("c", "Jane Doe", 3, "rejected");
  for (const action of ["check", "export", "call"] as const) await administrator.log.note({ action, what: "Jane Doe.csv", modelId: "beat-cnn", details: {} });
  await administrator.registry.setStage("beat-cnn", 1, "Archived");
  await administrator.log.note({ action: "export", what: "Exported version 1 of beat-cnn", modelId: "beat-cnn", details: { version: 1 } });
  expect((await clinician.log.entriesOf("beat-cnn")).map(({ what }) => what)).toEqual(["Exported version 1 of beat-cnn", "Version 1 of beat-cnn is now Archived"]);
  await expect(clinician.log.entriesOf("")).rejects.toMatchObject({ code: "not-allowed" });
  await expect(clinician.log.entries()).rejects.toMatchObject({ code: "not-allowed" });
});
