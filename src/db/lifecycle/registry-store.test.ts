import "fake-indexeddb/auto";
import { liveQuery } from "dexie";
import { describe, expect, it, vi } from "vitest";
import type { PromotionGrounds, RecordedComparison } from "../../lifecycle/registry/promotion.ts";
import type { VersionFigures } from "../../lifecycle/registry/version-figures.ts";
import { testRepository } from "../testing.ts";

let count = 0;
const fresh = () => testRepository(`registry-${count++}`);
type Repository = ReturnType<typeof fresh>;

const FILES = { "model.json": Uint8Array.of(1, 2), "weights.bin": Uint8Array.of(3, 4, 5) };
const register = ({ registry }: Repository, asChallenger = false) =>
  registry.register({ modelId: "beat-cnn", origin: { kind: "imported", fileName: "model.json" }, sha256: "ab", files: FILES }, { asChallenger });

/** Promoted though nothing was measured. */
const overriding = (reason: string): PromotionGrounds => ({ reason, comparison: null, overridesGate: true });

const share = (value: number) => ({ value, interval: null });
const figures = (sensitivity: number): VersionFigures => ({
  patients: null, accuracy: share(0.9), macroF1: share(0.9), classes: [{ code: "V", name: "Ventricular", rows: 100, sensitivity: share(sensitivity), positivePredictivity: share(0.9) }],
});

/** Version 2 measured on a frozen set, its sensitivity `fall` below the champion's, at a margin of two points. */
async function measured(repository: Repository, fall: number): Promise<RecordedComparison> {
  await repository.settings.set("gateMargin", 0.02, "Set the margin");
  await repository.evaluationSets.freeze({ id: "set", name: "Ward 3", kind: "heart-rate", samplesPerBeat: null, fileSha256: [], rows: 0, rowsPerClass: {}, frozenAt: "2026-11-21T10:00:00.000Z" }, { kind: "heart-rate", patients: [] });
  return { setId: "set", margin: 0.02, champion: { version: 1, sha256: "" }, candidate: { version: 2, sha256: "ab" }, figures: { champion: figures(0.95), candidate: figures(0.95 - fall) } };
}

/** What the log says of the model, oldest first. */
const logged = async ({ log }: Repository) => (await log.entriesOf("beat-cnn")).reverse();

describe("the versions of a model", () => {
  it("begin with the one that ships, which is champion and has no files here", async () => {
    const { registry } = fresh();
    expect(await registry.versions("beat-cnn")).toMatchObject([{ version: 1, origin: { kind: "shipped" }, stage: "Production" }]);
    expect(await registry.aliases("beat-cnn")).toEqual({ champion: 1 });
    expect(await registry.inUse("beat-cnn")).toEqual({ version: 1, files: null, suspension: null });
    expect(await registry.files("beat-cnn", 1)).toBeNull();
    await expect(registry.files("beat-cnn", 2)).rejects.toMatchObject({ code: "version-gone" });
    await expect(registry.version("beat-cnn", 2)).rejects.toMatchObject({ code: "version-gone" });
  });

  it("are numbered in the order in which they are registered, and answer nothing before they are promoted", async () => {
    const repository = fresh();
    expect(await register(repository)).toMatchObject({ version: 2, bytes: 5, stage: "None" });
    expect(await register(repository, true)).toMatchObject({ version: 3, stage: "Staging" });
    expect(await repository.registry.aliases("beat-cnn")).toEqual({ champion: 1, challenger: 3 });
    expect(await repository.registry.files("beat-cnn", 2)).toEqual(FILES);
    expect((await repository.registry.versions("lstm-fcn")).length).toBe(1);
  });

  it("have numbers that are never given again", async () => {
    const repository = fresh();
    await register(repository);
    await register(repository, true);
    await repository.registry.remove("beat-cnn", 3);
    expect(await repository.registry.aliases("beat-cnn")).toEqual({ champion: 1 });
    expect((await register(repository)).version).toBe(4);
    await expect(repository.registry.inUse("beat-cnn")).resolves.toMatchObject({ version: 1 });
  });

  it("can be described, staged and challenged", async () => {
    const repository = fresh();
    await register(repository);
    const { registry } = repository;
    await registry.describe("beat-cnn", 2, { tags: { ward: "3B" }, note: "tried on Tuesday" });
    await registry.setStage("beat-cnn", 2, "Archived");
    await registry.setStage("beat-cnn", 1, "Staging");
    expect(await registry.versions("beat-cnn")).toMatchObject([{ version: 2, tags: { ward: "3B" }, note: "tried on Tuesday", stage: "Archived" }, { version: 1, stage: "Staging", origin: { kind: "shipped" } }]);
    await registry.setChallenger("beat-cnn", 2);
    expect(await registry.aliases("beat-cnn")).toEqual({ champion: 1, challenger: 2 });
    await registry.setChallenger("beat-cnn", null);
    expect(await registry.aliases("beat-cnn")).toEqual({ champion: 1 });
  });
});

describe("promotion", () => {
  it("makes a version answer, archives the one before, and is rolled back to it; pages hear of it", async () => {
    const repository = fresh();
    await register(repository, true);
    const seen: number[] = [];
    const subscription = liveQuery(() => repository.registry.inUse("beat-cnn")).subscribe(({ version }) => seen.push(version));
    await vi.waitFor(() => expect(seen).toEqual([1]));
    await repository.registry.promote("beat-cnn", 2, overriding("better on the frozen set"));
    await vi.waitFor(() => expect(seen.at(-1)).toBe(2));
    expect(await repository.registry.inUse("beat-cnn")).toEqual({ version: 2, files: FILES, suspension: null });
    expect(await repository.registry.aliases("beat-cnn")).toEqual({ champion: 2 });
    expect((await repository.registry.versions("beat-cnn")).map(({ version, stage }) => [version, stage])).toEqual([[2, "Production"], [1, "Archived"]]);
    expect(await repository.registry.formerChampion("beat-cnn")).toBe(1);

    expect(await repository.registry.rollBack("beat-cnn", "missed a run of V")).toBe(1);
    await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
    subscription.unsubscribe();
    expect((await repository.registry.versions("beat-cnn")).map(({ version, stage }) => [version, stage])).toEqual([[2, "Archived"], [1, "Production"]]);
    expect(await repository.registry.formerChampion("beat-cnn")).toBeNull();
    await expect(repository.registry.rollBack("beat-cnn", "again")).rejects.toMatchObject({ code: "nothing-to-roll-back" });
  });

  it("goes back step by step, past versions that were deleted meanwhile", async () => {
    const repository = fresh();
    const { registry } = repository;
    for (let i = 0; i < 3; i++) await register(repository);
    for (const version of [2, 3, 4]) await registry.promote("beat-cnn", version, overriding("next"));
    await registry.remove("beat-cnn", 3);
    expect(await registry.rollBack("beat-cnn", "one back")).toBe(2);
    expect(await registry.rollBack("beat-cnn", "two back")).toBe(1);
  });

  it("is logged with its reason, what the gate said where it was overridden, and who did it", async () => {
    const repository = fresh();
    await register(repository);
    await repository.registry.promote("beat-cnn", 2, { reason: "needed for V", comparison: await measured(repository, 0.03), overridesGate: true });
    await repository.registry.rollBack("beat-cnn", "S was missed");
    await repository.registry.remove("beat-cnn", 2);
    expect(await logged(repository)).toMatchObject([
      { action: "registration", who: "A. Nurse", details: { version: 2, sha256: "ab" } },
      { action: "promotion", who: "A. Nurse", what: "Promoted beat-cnn version 2 to champion in place of version 1, against the gate", details: { before: 1, reason: "needed for V", overridden: "sensitivity of V falls by 3.0 points, from .950 to .920", set: "set", margin: 0.02 } },
      { action: "rollback", details: { version: 1, from: 2, reason: "S was missed" } },
      { action: "deletion", details: { version: 2 } },
    ]);
  });

  it("needs a comparison that passes, or an override with a reason", async () => {
    const repository = fresh();
    const { registry, settings, evaluationSets } = repository;
    await register(repository);
    const passed = await measured(repository, 0.02);
    const promoted = (grounds: Partial<PromotionGrounds>) => registry.promote("beat-cnn", 2, { reason: "better", comparison: passed, overridesGate: false, ...grounds });
    await expect(promoted({ comparison: null })).rejects.toMatchObject({ code: "gate-closed" });
    await expect(promoted({ reason: " " })).rejects.toMatchObject({ code: "reason-missing" });
    await expect(promoted({ comparison: { ...passed, figures: { ...passed.figures, candidate: figures(0.9) } } })).rejects.toThrow("sensitivity of V falls by 5.0 points");
    await expect(promoted({ comparison: { ...passed, setId: "another" } })).rejects.toMatchObject({ code: "comparison-outdated" });
    await expect(promoted({ comparison: { ...passed, candidate: { version: 2, sha256: "cd" } } })).rejects.toMatchObject({ code: "comparison-outdated" });
    await expect(promoted({ comparison: { ...passed, champion: { version: 3, sha256: "ab" } } })).rejects.toMatchObject({ code: "comparison-outdated" });
    await settings.set("gateMargin", 0.01, "Narrowed");
    await expect(promoted({ overridesGate: true })).rejects.toMatchObject({ code: "comparison-outdated" });
    expect(await registry.aliases("beat-cnn")).toEqual({ champion: 1 });
    expect((await logged(repository)).filter(({ action }) => action === "promotion")).toEqual([]);

    await settings.set("gateMargin", 0.02, "As before");
    await promoted({});
    expect((await logged(repository)).at(-1)).toMatchObject({ what: "Promoted beat-cnn version 2 to champion in place of version 1", details: { reason: "better", set: "set", margin: 0.02 } });
    await registry.rollBack("beat-cnn", "a rehearsal");
    await evaluationSets.remove((await evaluationSets.list())[0]);
    await expect(promoted({})).rejects.toMatchObject({ code: "comparison-outdated" });
  });

  it("of a version that is not there changes and logs nothing", async () => {
    const repository = fresh();
    await expect(repository.registry.promote("beat-cnn", 9, overriding("r"))).rejects.toMatchObject({ code: "version-gone" });
    expect(await repository.registry.aliases("beat-cnn")).toEqual({ champion: 1 });
    expect((await repository.registry.versions("beat-cnn"))[0]).toMatchObject({ stage: "Production" });
    expect(await logged(repository)).toEqual([]);
  });
});

describe("deletion", () => {
  it("is refused of the champion and of what ships", async () => {
    const repository = fresh();
    await register(repository);
    await repository.registry.promote("beat-cnn", 2, overriding("r"));
    await expect(repository.registry.remove("beat-cnn", 2)).rejects.toMatchObject({ code: "version-needed" });
    await expect(repository.registry.remove("beat-cnn", 1)).rejects.toMatchObject({ code: "version-needed" });
    expect(await repository.registry.files("beat-cnn", 2)).toEqual(FILES);
  });
});

describe("suspension", () => {
  const suspension = { modelId: "beat-cnn", version: 1, at: "2026-11-21T10:00:00.000Z", why: "Recall fell below .9." };

  it("is of one version: another champion answers, and going back finds it still suspended until it is lifted", async () => {
    const repository = fresh();
    const { registry } = repository;
    await register(repository);
    await registry.suspend(suspension);
    expect(await registry.inUse("beat-cnn")).toMatchObject({ version: 1, suspension });
    await registry.promote("beat-cnn", 2, overriding("version 1 is suspended"));
    expect(await registry.inUse("beat-cnn")).toMatchObject({ version: 2, suspension: null });
    await registry.rollBack("beat-cnn", "worse");
    expect(await registry.inUse("beat-cnn")).toMatchObject({ version: 1, suspension });
    await registry.liftSuspension("beat-cnn", 1, "looked into");
    expect(await registry.inUse("beat-cnn")).toMatchObject({ version: 1, suspension: null });
    expect((await logged(repository)).at(-1)).toMatchObject({ action: "suspension", details: { reason: "looked into" } });
  });
});
