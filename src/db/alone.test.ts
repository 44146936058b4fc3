import "fake-indexeddb/auto";
import Dexie from "dexie";
import { afterEach, expect, it, vi } from "vitest";
import { alone, aloneNow } from "./alone.ts";
import { testLocks } from "./testing.ts";

afterEach(() => vi.unstubAllGlobals());

it("one piece of work on a database at a time, whatever becomes of the one before; others are not held up", async () => {
  vi.stubGlobal("navigator", { locks: testLocks() });
  const [db, other] = [new Dexie("alone"), new Dexie("alone-other")];
  const order: string[] = [];
  let release = (): void => undefined;
  const first = alone(db, async () => {
    await new Promise<void>((resolve) => (release = resolve));
    order.push("first");
    throw new Error("failed");
  });
  const second = alone(db, async () => void order.push("second"));
  expect(await aloneNow(db, async () => "done")).toBeNull();
  expect(await aloneNow(other, async () => "done")).toBe("done");
  release();
  await expect(first).rejects.toThrow("failed");
  await second;
  expect(order).toEqual(["first", "second"]);
});

it("where there are no Web Locks, the work is done at once", async () => {
  vi.stubGlobal("navigator", {});
  const db = new Dexie("alone");
  expect(await alone(db, () => aloneNow(db, async () => "done"))).toBe("done");
});
