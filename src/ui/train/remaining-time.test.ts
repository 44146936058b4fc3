import { expect, it } from "vitest";
import { remainingS } from "./remaining-time.ts";

it("the remaining time follows from the pace of the work that goes on, and is not told before there is one", () => {
  const progress = (done: number) => ({ stage: "", done, total: 100, unit: "batches" as const });
  const first = { atMs: 1000, progress: progress(20) };
  expect(remainingS({ startedMs: 0, first, latest: progress(30) }, 6000)).toBe(35);
  expect(remainingS({ startedMs: 0, first, latest: progress(20) }, 6000)).toBeNull();
  expect(remainingS({ startedMs: 0, first: null, latest: null }, 6000)).toBeNull();
});
