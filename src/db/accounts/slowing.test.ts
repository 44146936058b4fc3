import fc from "fast-check";
import { expect, it } from "vitest";
import { together, waitAfter } from "./slowing.ts";

it("lets three attempts through, then waits twice as long each time, up to five minutes", () => {
  expect([0, 1, 2, 3, 4, 5, 20, 2000].map((count) => waitAfter({ count, lastMs: 1e12 }, 1e12))).toEqual([0, 0, 0, 1000, 2000, 4000, 300_000, 300_000]);
});

it("ends when the time has passed, not before, and is begun anew by a clock that was set back", () => {
  fc.assert(fc.property(fc.integer({ min: 3, max: 5000 }), fc.nat(), fc.integer({ min: -1e6, max: 1e6 }), (count, lastMs, passedMs) => {
    const whole = waitAfter({ count, lastMs }, lastMs);
    expect(whole).toBeGreaterThanOrEqual(1000);
    expect(whole).toBeLessThanOrEqual(300_000);
    expect(waitAfter({ count, lastMs }, lastMs + passedMs)).toBe(passedMs < 0 ? whole : Math.max(0, whole - passedMs));
  }));
});

it("counts attempts at all accounts together, those of the last hour", () => {
  const hour = 60 * 60 * 1000;
  expect(together([], 5 * hour)).toEqual({ count: 0, lastMs: 0 });
  expect(together([{ count: 2, lastMs: 5 * hour - 7 }, { count: 4, lastMs: 4 * hour + 1 }, { count: 9, lastMs: 4 * hour }, { count: 1, lastMs: 6 * hour }], 5 * hour)).toEqual({ count: 7, lastMs: 6 * hour });
});
