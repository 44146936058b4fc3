import fc from "fast-check";
import { expect, it } from "vitest";
import { parseTime } from "../reading/time-cell.ts";
import { timeText } from "./time-text.ts";

it.each([
  [1.839, "seconds", "1.839"],
  [1.839, "milliseconds", "1839"],
  [0.0005, "milliseconds", "0.5"],
  [3661.5, "clock", "1:01:01.500"],
  [90_000, "clock", "25:00:00"],
  [59.9999999, "clock", "0:01:00"],
  [1_700_000_000.123, "iso", "2023-11-14T22:13:20.123Z"],
  [1_700_000_000.123456, "iso", "2023-11-14T22:13:20.123456Z"],
  [-0.5, "iso", "1969-12-31T23:59:59.500Z"],
  [12, "row", "12"],
] as const)("%d as %s is %s", (timeS, kind, text) => expect(timeText(timeS, kind)).toBe(text));

it.each(["seconds", "milliseconds", "clock", "iso"] as const)("%s are read back as the time they were written from", (kind) => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_500_000_000_000 }), (ms) => {
      const text = timeText(ms / 1000, kind);
      expect(parseTime(text, 0, text.length, kind, ".")).toBe(ms / 1000);
    }),
  );
});
