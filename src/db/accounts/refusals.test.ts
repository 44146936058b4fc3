import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { AccountsDatabase } from "./accounts-database.ts";
import { createRefusals } from "./refusals.ts";
import { freshDevice, signIn } from "./testing.ts";

const NOW = new Date("2026-11-22T08:00:00.000Z");
let count = 0;
let refusals: ReturnType<typeof createRefusals>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  refusals = createRefusals(new AccountsDatabase(`refusals-${count++}`));
});
afterEach(() => void vi.useRealTimers());

const isLetThrough = (accountId: string) => refusals.begin(accountId).then(() => true, ({ code }: { code: string }) => (expect(code).toBe("sign-in-slowed"), false));

it("many attempts at once are slowed down as if one had come after another", async () => {
  const { accounts, again } = freshDevice();
  (await accounts.createFirst("ann", "correct horse battery staple")).opened.repository.close();
  const outcomes = await Promise.all(Array.from({ length: 12 }, (_, i) => again().signIn(signIn("ann", `wrong guess ${i}`)).catch(({ code }: { code: string }) => code)));
  expect(outcomes.filter((code) => code === "sign-in-refused")).toHaveLength(3);
  expect(outcomes.filter((code) => code === "sign-in-slowed")).toHaveLength(9);
});

it("signing in to one account buys no guesses at another", async () => {
  for (let round = 0; round < 3; round++) {
    expect(await isLetThrough("ann")).toBe(round < 3);
    await refusals.takeBack(await refusals.begin("ben").catch(() => ({ accountId: "ben", number: null })));
  }
  expect(await isLetThrough("ann")).toBe(false);
  expect(await refusals.kept()).toMatchObject([{ accountId: "ann" }, { accountId: "ann" }, { accountId: "ann" }]);
});

it("signing in clears the attempts at the own account, and its own is none", async () => {
  for (let i = 0; i < 2; i++) await refusals.begin("ann");
  await refusals.takeBack(await refusals.begin("ann"));
  expect(await refusals.kept()).toHaveLength(2);
  for (let i = 0; i < 3; i++) expect(await isLetThrough("ann")).toBe(true);
  expect(await isLetThrough("ann")).toBe(false);
});

it("whether a name exists makes no difference to who has to wait", async () => {
  for (const accountId of ["ann", "", "ben"]) expect(await isLetThrough(accountId)).toBe(true);
  for (const accountId of ["ann", "", "ben", "cid"]) expect(await isLetThrough(accountId)).toBe(false);
});

it("what nobody took back is forgotten after an hour, and still told", async () => {
  for (let i = 0; i < 3; i++) await refusals.begin("");
  vi.setSystemTime(NOW.getTime() + 59 * 60_000);
  await refusals.begin("");
  expect(await isLetThrough("ann")).toBe(false);
  vi.setSystemTime(NOW.getTime() + 2 * 60 * 60_000);
  for (let i = 0; i < 3; i++) expect(await isLetThrough("ann")).toBe(true);
  expect(await refusals.kept()).toHaveLength(7);
});

it("a clock that was set back makes the wait start anew, and no longer than it was", async () => {
  for (let i = 0; i < 3; i++) await refusals.begin("ann");
  vi.setSystemTime(NOW.getTime() - 24 * 60 * 60_000);
  expect(await isLetThrough("ann")).toBe(false);
  vi.setSystemTime(NOW.getTime() - 24 * 60 * 60_000 + 1000);
  expect(await isLetThrough("ann")).toBe(true);
});
