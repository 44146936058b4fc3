import "fake-indexeddb/auto";
import Dexie from "dexie";
import { describe, expect, it } from "vitest";
import { movedRepository } from "./testing.ts";

let count = 0;
const freshName = () => `imported-${count++}`;

const NETWORK = {
  fileName: "model.json", importedAt: "2026-11-21T08:00:00.000Z", topology: Uint8Array.of(123, 125), weights: Uint8Array.of(0, 1, 2, 255), sha256: "ab",
  parameterCount: 1, thresholds: [0.5, 0.4, 0.3, 0.2, 0.1],
};

/** A store as schema 4 left it: with a check, and the user's network in place of the shipped twelve-lead model. */
async function storeOfSchema4(isInUse: boolean): Promise<string> {
  const name = freshName();
  const old = new Dexie(name);
  old.version(4).stores({
    checks: "id, createdAt, signalsId, deletedAt",
    signals: "[signalsId+ordinal], signalsId",
    scores: "[checkId+ordinal], checkId",
    verdicts: "[checkId+patientId+peakRow], checkId",
    beats: "[signalsId+ordinal], signalsId",
    beatOutputs: "checkId",
    relabels: "[checkId+beat], checkId",
    recordings: "signalsId",
    leads: "[signalsId+lead+ordinal], signalsId",
    recordingResults: "checkId",
    importedModels: "modelId",
  });
  await old.table("checks").add({ kind: "beats", id: "old", signalsId: "s", createdAt: "2026-11-20T08:00:00.000Z", deletedAt: "", name: "beats.csv", detectorId: "beat-cnn" });
  await old.table("importedModels").add({ modelId: "twelve-lead", isInUse, network: NETWORK });
  old.close();
  return name;
}

describe("a network imported before there was a registry", () => {
  it("is the second version of its model, and champion, where checks used it", async () => {
    const { registry } = await movedRepository(await storeOfSchema4(true));
    expect(await registry.versions("twelve-lead")).toMatchObject([
      { version: 2, origin: { kind: "imported", fileName: "model.json" }, createdAt: NETWORK.importedAt, sha256: "ab", stage: "Production" },
      { version: 1, origin: { kind: "shipped" } },
    ]);
    expect(await registry.aliases("twelve-lead")).toEqual({ champion: 2 });
    const { version, files } = await registry.inUse("twelve-lead");
    expect([version, files?.["model.json"], files?.["weights.bin"]]).toEqual([2, NETWORK.topology, NETWORK.weights]);
    expect(JSON.parse(new TextDecoder().decode(files?.["classifier.json"]))).toMatchObject({
      format: "isoline twelve-lead classifier 1", thresholds: NETWORK.thresholds, networkShare: 1, trees: null, imported: { fileName: "model.json", importedAt: NETWORK.importedAt },
    });
    expect(await registry.rollBack("twelve-lead", "back to what ships")).toBe(1);
    expect(await registry.aliases("twelve-lead")).toEqual({ champion: 1 });
  });

  it("is kept without answering where it was out of use", async () => {
    const { registry } = await movedRepository(await storeOfSchema4(false));
    expect(await registry.aliases("twelve-lead")).toEqual({ champion: 1 });
    expect(await registry.formerChampion("twelve-lead")).toBeNull();
    expect((await registry.versions("twelve-lead")).map(({ version, stage }) => [version, stage])).toEqual([[2, "None"], [1, "Production"]]);
  });

  it("leaves other models and older checks with what ships", async () => {
    const repository = await movedRepository(await storeOfSchema4(true));
    expect(await repository.registry.inUse("beat-cnn")).toEqual({ version: 1, files: null, suspension: null });
    expect(await repository.checkRecord("old")).toMatchObject({ modelVersion: 1 });
  });
});
