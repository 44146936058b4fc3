import "fake-indexeddb/auto";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { OpenedBackup } from "./open-backup.ts";
import type { Repository } from "../repository.ts";
import { damage, keysOf, storedBytes, testLocks } from "../testing.ts";
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
    expect(await here.backup.restore(await here.backup.open(file, PASSPHRASE), only("heart", "beats"), control)).toEqual({ checks: 1, checksHere: 1, checksRepaired: 0, checksNotWhole: 0, others: 0 });
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

  it.each([
    ["heart", "signals", ["heart-signals", 1]], ["heart", "scores", ["heart", 0]], ["beats", "beats", ["beat-signals", 0]], ["beats", "beatOutputs", "beats"],
    ["recording", "recordings", "recording-signals"], ["recording", "leads", ["recording-signals", 1, 0]], ["recording", "recordingResults", "recording"],
  ] as const)("puts back what was damaged of %s (%s), and writes nothing else", async (id, table, key) => {
    const name = `block-${table}`;
    const here = await fullDevice(name);
    const [before, bytes] = [await here.loadCheck(id), await storedBytes(`${name}-sealed`)];
    const file = await backedUp(here);
    await damage(`${name}-sealed`, table, key as IDBValidKey);
    await expect(here.loadCheck(id)).rejects.toMatchObject({ code: "record-damaged" });

    const others = ["heart", "beats", "recording"].filter((other) => other !== id);
    expect(await here.backup.restore(await here.backup.open(file, PASSPHRASE), only(...others), control)).toMatchObject({ checksHere: 2, checksRepaired: 0 });
    await expect(here.loadCheck(id)).rejects.toMatchObject({ code: "record-damaged" });
    expect(await here.backup.restore(await here.backup.open(file, PASSPHRASE), EVERYTHING, control)).toEqual({ checks: 0, checksHere: 2, checksRepaired: 1, checksNotWhole: 0, others: 0 });
    expect(await here.loadCheck(id)).toEqual(before);
    expect((await here.log.entries()).at(-1)).toMatchObject({ details: { repaired: 1 } });
    const after = await storedBytes(`${name}-sealed`);
    const isOfLog = (record: string) => record.startsWith("log ");
    expect([...after.keys()].filter((record) => !isOfLog(record) && after.get(record) !== bytes.get(record))).toEqual([`${table} ${JSON.stringify(key)}`]);
    expect(await here.backup.restore(await here.backup.open(file, PASSPHRASE), EVERYTHING, control)).toMatchObject({ checksHere: 3, checksRepaired: 0 });
  });

  it("puts signals back for every check that they are of, a deleted one too, and what is damaged and not in the backup stays so", async () => {
    const here = await deviceOfTwo("shared");
    await damage("shared-sealed", "scores", ["heart-2", 0]);
    const file = await backedUp(here);
    await damage("shared-sealed", "signals", ["heart-signals", 0]);
    await here.deleteCheck("heart");
    expect(await here.backup.restore(await here.backup.open(file, PASSPHRASE), only("heart", "heart-2"), control)).toMatchObject({ checks: 1, checksHere: 0, checksRepaired: 1 });
    expect(await here.loadCheck("heart")).toMatchObject({ patients: [{ patientId: "007" }, { patientId: "100" }] });
    await expect(here.loadCheck("heart-2")).rejects.toMatchObject({ code: "record-damaged" });
  });

  it("puts back a check of which record, blocks and words were all damaged", async () => {
    const here = await fullDevice("all-of-it");
    const before = [await here.loadCheck("heart"), await here.verdictsOf("heart")];
    const file = await backedUp(here);
    for (const table of ["signals", "scores", "verdicts"]) await damage("all-of-it-sealed", table, (await keysOf("all-of-it-sealed", table))[0] as IDBValidKey);
    await damage("all-of-it-sealed", "scores", ["heart", 1]);
    await damage("all-of-it-sealed", "checks", "heart");
    expect(await here.backup.restore(await here.backup.open(file, PASSPHRASE), only("heart"), control)).toMatchObject({ checks: 1, checksRepaired: 0 });
    expect([await here.loadCheck("heart"), await here.verdictsOf("heart")]).toEqual(before);
  });

  it("puts back what else was damaged, such as sets and settings, but no word of a clinician's, which may have changed since", async () => {
    const here = await fullDevice("others");
    const content = await here.evaluationSets.content("set");
    const file = await backedUp(here);
    for (const [table, key] of [["evaluationSets", "set"], ["evaluationContents", "set"], ["rules", "rule"], ["settings", "gateMargin"]] as const) await damage("others-sealed", table, key);
    await damage("others-sealed", "verdicts", (await keysOf("others-sealed", "verdicts"))[0] as IDBValidKey);
    expect(await here.backup.restore(await here.backup.open(file, PASSPHRASE), EVERYTHING, control)).toMatchObject({ checksHere: 3, checksRepaired: 0, others: 4 });
    expect([await here.evaluationSets.content("set"), (await here.evaluationSets.list()).length, (await here.monitoring.rules()).length]).toEqual([content, 1, 1]);
    expect((await here.settings.all()).gateMargin).toBe(0.02);
    expect(await here.verdictsOf("heart")).toHaveLength(1);
  });

  it("that is cancelled anywhere while it puts back changes nothing that could be read, and the next one does the rest", async () => {
    const here = await fullDevice("cut-repair");
    const before = await Promise.all(["heart", "beats"].map((id) => here.loadCheck(id)));
    const backup = await here.backup.open(await backedUp(here), PASSPHRASE);
    const lost = [["scores", ["heart", 0]], ["beatOutputs", "beats"], ["rules", "rule"]] as const;
    for (const [table, key] of lost) await damage("cut-repair-sealed", table, key as IDBValidKey);
    const repaired = new Set<string>();
    let cuts = 0;
    for (;; cuts++) {
      const damaged = await storedBytes("cut-repair-sealed");
      if (!(await cutRestore(here, backup, cuts + 1))) break;
      const after = await storedBytes("cut-repair-sealed");
      expect([...after.keys()]).toEqual([...damaged.keys()]);
      for (const record of [...after.keys()].filter((each) => after.get(each) !== damaged.get(each))) {
        const again = lost.find(([table, key]) => record === `${table} ${JSON.stringify(key)}` && table !== "rules");
        if (again === undefined) throw new Error(`${record} was changed`);
        repaired.add(record);
        await damage("cut-repair-sealed", again[0], again[1] as IDBValidKey);
      }
    }
    expect(cuts).toBeGreaterThan(10);
    expect(repaired.size).toBe(2);
    expect(await Promise.all(["heart", "beats"].map((id) => here.loadCheck(id)))).toEqual(before);
    expect(await here.monitoring.rules()).toHaveLength(1);
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
