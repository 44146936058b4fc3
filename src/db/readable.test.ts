import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { entryHasher } from "../lifecycle/log/hash-entry.ts";
import { verifyChain } from "../lifecycle/log/verify-chain.ts";
import { layDown, movedRepository, readFixture } from "./plain/testing.ts";

/** Changes one byte of a stored record, as a failing disk does. */
function damage(database: string, store: string, key: IDBValidKey): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database);
    opening.onerror = () => reject(opening.error ?? new Error("not opened"));
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(store, "readwrite");
      const reading = transaction.objectStore(store).get(key) as IDBRequest<{ readonly sealed: Uint8Array }>;
      reading.onsuccess = () => {
        const { sealed } = reading.result;
        transaction.objectStore(store).put({ ...reading.result, sealed: sealed.with(20, sealed[20] ^ 1) });
      };
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

it("a check that was damaged is left out and counted, and the others are listed", async () => {
  await layDown("damaged-check", await readFixture(5));
  const repository = await movedRepository("damaged-check");
  const before = await repository.savedChecks();
  expect([before.checks.length, before.damaged]).toEqual([3, 0]);
  await damage("damaged-check-sealed", "checks", "beats");
  expect((await repository.listChecks()).map(({ id }) => id).sort()).toEqual(["heart", "recording"]);
  expect((await repository.savedChecks()).damaged).toBe(1);
  await expect(repository.checkRecord("beats")).rejects.toMatchObject({ code: "record-damaged" });
});

it("a log whose last entry was damaged goes on, and is seen to be broken", async () => {
  await layDown("damaged-log", await readFixture(5));
  const repository = await movedRepository("damaged-log");
  const last = (await repository.log.entries()).length;
  await damage("damaged-log-sealed", "log", last);
  await repository.saveVerdict("heart", "007", 2, "uncertain");
  const entries = await repository.log.entries();
  expect(entries.map(({ sequence }) => sequence)).toEqual([...Array.from({ length: last - 1 }, (_, i) => i + 1), last + 1]);
  expect(verifyChain(entries, await entryHasher())).toEqual({ kind: "broken", sequence: last, why: "missing" });
});
