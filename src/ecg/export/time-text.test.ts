import { expect, it } from "vitest";
import { timeText } from "./time-text.ts";

it.each([
  [1.839, "seconds", "1.839"],
  [1.839, "milliseconds", "1839"],
  [0.0005, "milliseconds", "0.5"],
  [3661.5, "clock", "1:01:01.500"],
  [90_000, "clock", "25:00:00"],
  [-1.25, "clock", "-0:00:01.250"],
  [1_700_000_000.123, "iso", "2023-11-14T22:13:20.123Z"],
  [12, "row", "12"],
] as const)("%d as %s is %s", (timeS, kind, text) => expect(timeText(timeS, kind)).toBe(text));
