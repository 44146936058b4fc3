import "fake-indexeddb/auto";
import Dexie, { type Table } from "dexie";
import { describe, expect, it } from "vitest";
import { watchWrites } from "./open-writes.ts";

class Notes extends Dexie {
  declare readonly notes: Table<{ readonly id: number }, number>;
  readonly writesEnded: () => Promise<void>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({ notes: "id" });
    this.writesEnded = watchWrites(this).ended;
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Adds a note in a transaction that stays open for a while. */
const slowWrite = (db: Notes, ms: number) =>
  db.transaction("rw", db.notes, async () => {
    await Dexie.waitFor(pause(ms));
    await db.notes.add({ id: 1 });
  });

describe("writes have ended", () => {
  it("once an open transaction is through", async () => {
    const db = new Notes("writes-open");
    await db.open();
    void slowWrite(db, 400);
    await db.writesEnded();
    db.close();
    expect(await new Notes("writes-open").notes.count()).toBe(1);
  });

  it("also once one is through that began a moment later", async () => {
    const db = new Notes("writes-later");
    await db.open();
    setTimeout(() => void slowWrite(db, 200), 10);
    await db.writesEnded();
    db.close();
    const again = new Notes("writes-later");
    expect(await again.notes.count()).toBe(1);
  });

  it("at once where a transaction failed, and where there is none but a reading one", async () => {
    const db = new Notes("writes-failed");
    await db.transaction("rw", db.notes, () => Promise.reject(new Error("no"))).catch(() => undefined);
    const reading = db.transaction("r", db.notes, () => Dexie.waitFor(pause(1500)));
    let isRead = false;
    void reading.then(() => (isRead = true));
    await db.writesEnded();
    expect(isRead).toBe(false);
    await reading;
  });
});
