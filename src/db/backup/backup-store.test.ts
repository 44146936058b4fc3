import "fake-indexeddb/auto";
import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IsolineDatabase } from "../database.ts";
import { createRepository } from "../repository.ts";
import { deriveStoreKeys } from "../sealing/store-keys.ts";
import { damage, TEST_SESSION } from "../testing.ts";
import { backedUp, control, EVERYTHING, fullDevice, otherDevice, PASSPHRASE } from "./testing.ts";

describe("a backup", () => {
  it("brings everything to another device, found there as it was found here", async () => {
    const here = await fullDevice("backup-whole");
    const file = await backedUp(here);
    expect((await here.settings.all()).lastBackupAt).toBeNull();
    await here.backup.handedOver();
    expect((await here.settings.all()).lastBackupAt).not.toBeNull();
    expect(Buffer.from(await file.arrayBuffer()).toString("latin1")).not.toMatch(/ward\.csv|Jane|007|rejected/);

    const { repository: there } = await otherDevice("backup-whole-there");
    const backup = await there.backup.open(file, PASSPHRASE);
    expect(backup.manifest.checks.filter(({ isDeleted }) => !isDeleted)).toHaveLength(3);
    expect(await there.backup.restore(backup, EVERYTHING, control)).toMatchObject({ checks: 3, checksHere: 0 });
    for (const { id } of await here.listChecks()) expect(await there.loadCheck(id)).toEqual(await here.loadCheck(id));
    expect(await there.listChecks()).toEqual(await here.listChecks());
    expect(await there.verdictsOf("heart")).toEqual(await here.verdictsOf("heart"));
    expect(await there.relabelsOf("recording")).toEqual(await here.relabelsOf("recording"));
    expect((await there.checksOfPatient("Jane Example")).map(({ id }) => id)).toEqual(["recording"]);
    await there.removeVerdict("heart", "007", 2);
    expect(await there.verdictsOf("heart")).toHaveLength(1);
    expect(await there.registry.aliases("beat-cnn")).toEqual({ champion: 1, challenger: 2 });
    expect(await there.evaluationSets.content("set")).toEqual(await here.evaluationSets.content("set"));
    expect(await there.settings.all()).toMatchObject({ gateMargin: 0.02, lastBackupAt: null });
    expect((await there.log.entries()).map(({ action }) => action)).toEqual(["backup", "verdict"]);
  });

  it("is restored in part: the chosen checks with what belongs to them, and nothing else", async () => {
    const file = await backedUp(await fullDevice("backup-part"));
    const { repository: there } = await otherDevice("backup-part-there");
    const backup = await there.backup.open(file, PASSPHRASE);
    expect(await there.backup.restore(backup, { kind: "checks", ids: new Set(["beats"]) }, control)).toEqual({ checks: 1, checksHere: 0, checksRepaired: 0, checksNotWhole: 0, others: 0 });
    expect((await there.listChecks()).map(({ id }) => id)).toEqual(["beats"]);
    expect(await there.relabelsOf("beats")).toHaveLength(1);
    expect(await there.evaluationSets.list()).toEqual([]);
    expect(await there.settings.all()).toMatchObject({ gateMargin: null });
  });

  it("changes nothing of what is there already, not even what was reviewed since", async () => {
    const here = await fullDevice("backup-again");
    const file = await backedUp(here);
    await here.saveVerdict("heart", "007", 2, "uncertain");
    await here.removeVerdict("heart", "100", 1);
    await here.settings.set("gateMargin", 0.5, "x");
    expect(await here.backup.restore(await here.backup.open(file, PASSPHRASE), EVERYTHING, control)).toEqual({ checks: 0, checksHere: 3, checksRepaired: 0, checksNotWhole: 0, others: 0 });
    expect((await here.verdictsOf("heart")).map(({ verdict }) => verdict)).toEqual(["uncertain"]);
    expect((await here.settings.all()).gateMargin).toBe(0.5);
  });

  it("of which the browser kept only a part is not called good", async () => {
    const here = await fullDevice("backup-not-kept");
    const file = await backedUp(here);
    await here.backup.verify(file, { ...control, passphrase: PASSPHRASE });
    const unreadable = Object.assign(new Blob([file]), { slice: () => { throw new DOMException("The file could not be read", "NotReadableError"); } });
    for (const kept of [new Blob([]), file.slice(0, file.size - 1), file.slice(0, Math.floor(file.size / 2)), unreadable]) {
      await expect(here.backup.verify(kept, { ...control, passphrase: PASSPHRASE })).rejects.toMatchObject({ code: "backup-not-kept" });
    }
    const cancelled = { ...control, signal: AbortSignal.abort(new Error("cancelled")) };
    await expect(here.backup.verify(file, { ...cancelled, passphrase: PASSPHRASE })).rejects.toThrow("cancelled");
  });

  it("is refused under another passphrase, and where it is something else", async () => {
    const { repository } = await otherDevice("backup-refused");
    const file = await backedUp(await fullDevice("backup-to-refuse"));
    await expect(repository.backup.open(file, "another passphrase")).rejects.toMatchObject({ code: "backup-refused" });
    for (const bytes of ["", "patient,bpm\n1,60\n", "Isoline backup 0\n", "Isoline backups\n"]) await expect(repository.backup.open(new Blob([bytes]), PASSPHRASE)).rejects.toMatchObject({ code: "backup-unknown" });
    await expect(repository.backup.open(new Blob(["Isoline backup 3\n", new Uint8Array(100)]), PASSPHRASE)).rejects.toMatchObject({ code: "backup-newer" });
  });

  it.each([1, 2])("of format %i, as a released version wrote it, is restored as ever", async (format) => {
    const { repository } = await otherDevice(`backup-format-${format}`);
    const backup = await repository.backup.open(new Blob([await readFile(new URL(`fixtures/format-${format}.isoline-backup`, import.meta.url))]), PASSPHRASE);
    expect(await repository.backup.restore(backup, EVERYTHING, control)).toMatchObject({ checks: 3 });
    const here = await fullDevice(`backup-format-${format}-here`);
    expect(await repository.loadCheck("recording")).toEqual(await here.loadCheck("recording"));
  });

  it("that was cut short, altered, put together anew or lengthened is refused before anything changes", async () => {
    const { repository, counts } = await otherDevice("backup-damaged");
    const bytes = new Uint8Array(await (await backedUp(await fullDevice("backup-to-damage"))).arrayBuffer());
    const before = await counts();
    const codes = new Set<string>();
    const attempt = async (damaged: Uint8Array<ArrayBuffer>): Promise<void> => {
      const outcome = await repository.backup.open(new Blob([damaged]), PASSPHRASE).then((backup) => repository.backup.restore(backup, EVERYTHING, control)).catch((cause: unknown) => cause);
      const { code } = outcome as { readonly code: string };
      expect(code).toMatch(/^backup-/);
      codes.add(code);
      expect(await counts()).toEqual(before);
    };
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), fc.constantFrom("cut", "alter", "drop", "lengthen"), (at, change, how) => {
        switch (how) {
          case "cut":
            return attempt(bytes.slice(0, at));
          case "alter":
            return attempt(bytes.with(at, bytes[at] ^ change));
          case "drop":
            return attempt(Uint8Array.of(...bytes.subarray(0, at), ...bytes.subarray(at + change)));
          case "lengthen":
            return attempt(Uint8Array.of(...bytes, ...bytes.subarray(0, change)));
        }
      }),
      { numRuns: 20 },
    );
    // Cut exactly between two frames, where every frame that is left is sound.
    await attempt(bytes.slice(0, bytes.length - lastFrameBytes(bytes)));
    expect(codes).toContain("backup-cut");
    expect(codes).toContain("backup-altered");
  });

  it("holds what is large, and comes back", async () => {
    const { repository } = await otherDevice("backup-large");
    const count = 12_000;
    const beats = { count, samplesPerBeat: 187, samples: Float32Array.from({ length: count * 187 }, (_, at) => at), scheme: "aami" as const, label: new Uint8Array(count), file: new Uint16Array(count), line: new Uint32Array(count) };
    await repository.evaluationSets.freeze({ id: "large", name: "Ward 3", kind: "beats", samplesPerBeat: 187, fileSha256: [], rows: count, rowsPerClass: {}, frozenAt: "2026-11-21T10:00:00.000Z" }, { kind: "beats", beats });
    const { repository: there } = await otherDevice("backup-large-there");
    await there.backup.restore(await there.backup.open(await backedUp(repository), PASSPHRASE), EVERYTHING, control);
    const content = await there.evaluationSets.content("large");
    expect(content).toMatchObject({ kind: "beats", beats: { count } });
    // Compared as bytes: elementwise it takes half a minute.
    expect(content.kind === "beats" && Buffer.from(content.beats.samples.buffer).equals(Buffer.from(beats.samples.buffer))).toBe(true);
  });

  it("leaves out what was damaged, says how much, and is restored without it", async () => {
    const here = await fullDevice("backup-of-damaged");
    for (const [table, key] of [["checks", "beats"], ["settings", "gateMargin"]] as const) await damage("backup-of-damaged-sealed", table, key);
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    expect(await here.backup.write({ ...control, passphrase: PASSPHRASE, appVersion: "0.1.0" }, new WritableStream({ write: (piece) => void pieces.push(piece) }))).toEqual({ damaged: 2 });
    const { repository: there, counts } = await otherDevice("backup-of-damaged-there");
    expect(await there.backup.restore(await there.backup.open(new Blob(pieces), PASSPHRASE), EVERYTHING, control)).toMatchObject({ checks: 2, checksNotWhole: 0 });
    expect(await counts()).toMatchObject({ checks: 2, beats: 0, beatOutputs: 0 });
    expect((await there.settings.all()).gateMargin).toBeNull();
  });

  it("is an administrator's to make and to restore", async () => {
    const { repository } = await otherDevice("backup-roles");
    const keys = await deriveStoreKeys(new Uint8Array(32));
    const clinician = createRepository({ db: new IsolineDatabase("backup-clinician", keys.sealing), keys, session: { ...TEST_SESSION, role: "clinician" } });
    await expect(clinician.backup.write({ ...control, passphrase: PASSPHRASE, appVersion: "0" }, new WritableStream())).rejects.toMatchObject({ code: "not-allowed" });
    const backup = await repository.backup.open(await backedUp(repository), PASSPHRASE);
    await expect(clinician.backup.restore(backup, EVERYTHING, control)).rejects.toMatchObject({ code: "not-allowed" });
  });
});

/** The empty frame at the end: its length goes before it. */
function lastFrameBytes(bytes: Uint8Array<ArrayBuffer>): number {
  const view = new DataView(bytes.buffer);
  let at = 17 + 2 + view.getUint16(17);
  for (;;) {
    const end = at + 4 + view.getUint32(at);
    if (end === bytes.length) return end - at;
    at = end;
  }
}
