import fc from "fast-check";
import { expect, it } from "vitest";
import { waitAfter } from "./slowing.ts";

it("lets three attempts through, then waits twice as long each time, up to five minutes", () => {
  expect([0, 1, 2, 3, 4, 5, 20, 2000].map((count) => waitAfter({ count, lastMs: 1e12 }, 1e12))).toEqual([0, 0, 0, 1000, 2000, 4000, 300_000, 300_000]);
});

it("ends when the time has passed, and never waits longer for a clock that was set back", () => {
  expect(waitAfter({ count: 4, lastMs: 1e12 }, 1e12 + 2000)).toBe(0);
  fc.assert(fc.property(fc.nat(5000), fc.nat(), fc.nat(), (count, lastMs, nowMs) => {
    const wait = waitAfter({ count, lastMs }, nowMs);
    expect(wait).toBeGreaterThanOrEqual(0);
    expect(wait).toBeLessThanOrEqual(300_000);
  }));
});
