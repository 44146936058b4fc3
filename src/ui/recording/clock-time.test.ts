import { expect, it } from "vitest";
import { clockFrom, momentWords } from "./clock-time.ts";

it("counts the time of day on from a recording's start, past midnight, whatever the reader's time zone", () => {
  const clockAt = clockFrom("2026-10-24T23:59:30");
  expect(clockAt?.(0)).toBe("23:59:30");
  expect(clockAt?.(45.6)).toBe("0:00:15");
  expect(clockAt?.(3 * 3600)).toBe("2:59:30");
});

it("has no time of day where the file says no start", () => {
  expect(clockFrom(null)).toBeNull();
  expect(clockFrom("noon")).toBeNull();
});

it("says the time of day beside the time from the start only where it is known", () => {
  expect(momentWords(581.9, "2026-10-24T14:00:30.5")).toBe("0:09:41 (14:10:12)");
  expect(momentWords(581.9, null)).toBe("0:09:41");
});
