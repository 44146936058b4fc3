import "fake-indexeddb/auto";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { OpenedBackup } from "./open-backup.ts";
import type { Repository } from "../repository.ts";
import { damage, testLocks } from "../testing.ts";
import { backedUp, control, EVERYTHING, fullDevice, otherDevice, PASSPHRASE } from "./testing.ts";

const only = (...ids: string[]) => ({ kind: "checks", ids: new Set(ids) }) as const;

/** A device with a second check of the signals of "heart". */
async function deviceOfTwo(name: string): Promise<Repository> {
  const here = await fullDevice(name);
  const heart = await here.loadCheck("heart");
  if (heart?.kind !== "heart-rate") throw new Error("the fixture has no such check");
  await here.saveCheck({ ...heart, record: { ...heart.record, id: "heart-2" } });
  return here;
}

/** A restore that is cancelled once so many pieces were restored; gives whether it was. */
async function cutRestore(there: Repository, backup: OpenedBackup, after: number): Promise<boolean> {
  const controller = new AbortController();
  let pieces = 0;
  const restoring = there.backup.restore(backup, EVERYTHING, {
    signal: controller.signal,
    onProgress: ({ stage }) => {
      if (stage === "Restoring" && ++pieces === after) controller.abort();
    },
  });
  return restoring.then(() => false, () => true);
}

afterEach(() => vi.unstubAllGlobals());

describe("a restore", () => {
  it("that is cancelled anywhere leaves nothing, and the next one is whole", async () => {
    const here = await fullDevice("cut");
    const file = await backedUp(here);
    const { repository: there, counts } = await otherDevice("cut-there");
    const before = await counts();
    const backup = await there.backup.open(file, PASSPHRASE);
    let cuts = 0;
    for (; await cutRestore(there, backup, cuts + 1); cuts++) expect(await counts(), `cancelled after ${cuts + 1}`).toEqual(before);
    expect(cuts).toBeGreaterThan(10);
    expect(await there.registry.files("beat-cnn", 2)).toEqual(await here.registry.files("beat-cnn", 2));
    expect(await there.registry.aliases("beat-cnn")).toEqual(await here.registry.aliases("beat-cnn"));
    expect(await there.loadCheck("heart")).toEqual(await here.loadCheck("heart"));
    expect(await there.evaluationSets.content("set")).toEqual(await here.evaluationSets.content("set"));
  });

  it("whose tab was killed is cleared away at the next start; what was said of a check not saved yet is left for a day", async () => {
    const file = await backedUp(await fullDevice("killed"));
    const { repository: there, counts, db } = await otherDevice("killed-there");
    const before = await counts();
    await there.saveVerdict("not-saved-yet", "007", 3, "rejected");
    await db.signals.add({ signalsId: "left", ordinal: 0, series: { patientId: "Jane", sourceRow: new Uint32Array(), timeS: new Float64Array(), rateBpm: new Float64Array(), label: new Uint8Array(), flags: new Uint8Array(), given: null, extra: [] } });
    await db.leads.add({ signalsId: "left-run", lead: 0, ordinal: 0, samplesMv: new Float32Array(2) });
    await db.checkpoints.add({ runId: "left-run", bytes: new Uint8Array(2) });
    await db.versionFiles.add({ modelId: "beat-cnn", version: 2, files: {} });
    await db.verdicts.add({ key: "k", checkId: "left", patientId: "Jane", peakRow: 1, verdict: "accepted", at: "2020-01-01T00:00:00.000Z" });
    await there.purgeDeleted("");
    expect(await counts()).toEqual({ ...before, verdicts: 1, log: 1 });
    expect(await there.backup.restore(await there.backup.open(file, PASSPHRASE), EVERYTHING, control)).toMatchObject({ checks: 3 });
  });

  it("brings back a check that was deleted a while ago, with what was said of it since", async () => {
    const here = await fullDevice("hidden");
    const file = await backedUp(here);
    await here.saveVerdict("heart", "007", 2, "uncertain");
    await here.deleteCheck("heart");
    expect(await here.backup.restore(await here.backup.open(file, PASSPHRASE), only("heart", "beats"), control)).toEqual({ checks: 1, checksHere: 1, checksNotWhole: 0, others: 0 });
    expect((await here.listChecks()).map(({ id }) => id)).toContain("heart");
    expect((await here.verdictsOf("heart")).map(({ verdict }) => verdict)).toEqual(["uncertain", "accepted"]);
  });

  it("puts back a check whose record was damaged", async () => {
    const here = await fullDevice("repaired");
    const before = await here.loadCheck("heart");
    const file = await backedUp(here);
    await damage("repaired-sealed", "checks", "heart");
    expect(await here.backup.restore(await here.backup.open(file, PASSPHRASE), only("heart"), control)).toMatchObject({ checks: 1 });
    expect(await here.loadCheck("heart")).toEqual(before);
  });

  it("keeps the signals that it counts on from another tab's removal of checks, which comes after it", async () => {
    vi.stubGlobal("navigator", { locks: testLocks() });
    const file = await backedUp(await deviceOfTwo("purged"));
    const { repository: there } = await otherDevice("purged-there");
    await there.backup.restore(await there.backup.open(file, PASSPHRASE), only("heart"), control);
    await there.deleteCheck("heart");
    const purges: Promise<void>[] = [];
    await there.backup.restore(await there.backup.open(file, PASSPHRASE), only("heart-2"), { ...control, onProgress: ({ stage }) => {
      if (stage === "Restoring" && purges.length === 0) purges.push(there.purgeDeleted("\uffff"));
    } });
    await Promise.all(purges);
    expect((await there.listChecks()).map(({ id }) => id)).toEqual(["heart-2"]);
    expect(await there.loadCheck("heart-2")).toMatchObject({ patients: [{ patientId: "007" }, { patientId: "100" }], scores: [{}, {}] });
  });

  it("leaves out a check that is not whole in the backup, and says so", async () => {
    const here = await fullDevice("not-whole");
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let written = 0;
    // Without Web Locks, a removal comes between.
    await here.backup.write({ ...control, passphrase: PASSPHRASE, appVersion: "0.1.0" }, new WritableStream({ write: async (piece) => {
      pieces.push(piece);
      if (written++ !== 3) return;
      await here.deleteCheck("heart");
      await here.purgeDeleted("\uffff");
    } }));
    const { repository: there, counts } = await otherDevice("not-whole-there");
    expect(await there.backup.restore(await there.backup.open(new Blob(pieces), PASSPHRASE), EVERYTHING, control)).toMatchObject({ checks: 2, checksNotWhole: 1 });
    expect((await there.listChecks()).map(({ id }) => id).sort()).toEqual(["beats", "recording"]);
    expect(await counts()).toMatchObject({ signals: 0, scores: 0, verdicts: 0 });
  });

  it("that waits for another tab's backup can be cancelled; deleted checks are removed after it", async () => {
    vi.stubGlobal("navigator", { locks: testLocks() });
    const here = await fullDevice("waiting");
    const file = await backedUp(here);
    await here.deleteCheck("heart");
    const controller = new AbortController();
    const backup = await here.backup.open(file, PASSPHRASE);
    const others: Promise<unknown>[] = [];
    await here.backup.write({ ...control, passphrase: PASSPHRASE, appVersion: "0.1.0" }, new WritableStream({ write: async () => {
      if (others.length === 0) others.push(here.backup.restore(backup, EVERYTHING, { ...control, signal: controller.signal }), here.purgeDeleted("\uffff"));
      expect(await here.isDeleted("heart")).toBe(true);
      controller.abort();
    } }));
    expect(await Promise.allSettled(others)).toMatchObject([{ status: "rejected", reason: { name: "AbortError" } }, { status: "fulfilled" }]);
    expect(await here.isDeleted("heart")).toBe(false);
  });
});
