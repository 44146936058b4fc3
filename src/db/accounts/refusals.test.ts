import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { toProblem } from "../../ecg/problem.ts";
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

const codeOf = (cause: unknown) => toProblem(cause).code;

const isLetThrough = async (accountId: string): Promise<boolean> => (await refusals.begin(accountId).then(() => "", codeOf)) !== "sign-in-slowed";

it("many attempts at once are slowed down as if one had come after another", async () => {
  const { accounts, again } = freshDevice();
  (await accounts.createFirst("ann", "correct horse battery staple")).opened.repository.close();
  const outcomes = await Promise.all(Array.from({ length: 12 }, (_, i) => again().signIn(signIn("ann", `wrong guess ${i}`)).then(() => "in", codeOf)));
  expect(outcomes.filter((code) => code === "sign-in-refused")).toHaveLength(3);
  expect(outcomes.filter((code) => code === "sign-in-slowed")).toHaveLength(9);
});

it("signing in to one account buys no guesses at another", async () => {
  for (let round = 0; round < 3; round++) {
    await refusals.takeBack(await refusals.begin("ben"));
    expect(await isLetThrough("ann")).toBe(true);
  }
  expect(await isLetThrough("ann")).toBe(false);
  vi.setSystemTime(NOW.getTime() + 1000);
  await refusals.takeBack(await refusals.begin("ben"));
  expect(await isLetThrough("ann")).toBe(true);
  expect(await refusals.waitMs()).toBe(2000);
  expect((await refusals.kept()).map(({ accountId }) => accountId)).toEqual(["ann", "ann", "ann", "ann"]);
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
