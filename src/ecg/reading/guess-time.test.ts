import { describe, expect, it } from "vitest";
import { profileColumns } from "./column-profile.ts";
import { guessTimeKind, stepsWithinPatients, type TimeEvidence } from "./guess-time.ts";

function guess(cells: readonly string[], unit: "ms" | "s" | null = null, more: Partial<TimeEvidence> = {}) {
  const [profile] = profileColumns(cells.map((cell) => [cell]), 1, { separator: ",", decimal: "." });
  const { value, doubt } = guessTimeKind({ time: profile, unit, patients: null, beatIntervalS: 0.8, hasAllRows: true, ...more });
  return [value, doubt !== null];
}

describe("guessTimeKind", () => {
  it.each<[string, readonly string[], string, boolean]>([
    ["beats in seconds", ["0.8", "1.6", "2.5"], "seconds", false],
    ["beats in milliseconds", ["800", "1600", "2500"], "milliseconds", false],
    ["milliseconds since 1970", ["1700000000000", "1700000005000"], "milliseconds", false],
    ["nanoseconds since 1970", ["1700000000000000000", "1700000000800000000"], "milliseconds", true],
    ["microseconds since 1970", ["1700000000000000", "1700000000800000"], "milliseconds", true],
    ["seconds since 1970", ["1700000000", "1700000005"], "seconds", false],
    ["one reading in five minutes, or 300 ms", ["0", "300", "600"], "seconds", true],
    ["one reading in five seconds", ["0", "5000", "10000"], "milliseconds", true],
    ["clock", ["0:00:01", "0:00:02"], "clock", false],
    ["dates", ["2024-03-01", "2024-03-02"], "iso", false],
    ["one row", ["5"], "seconds", false],
  ])("%s", (_, cells, kind, isDoubtful) => expect(guess(cells)).toEqual([kind, isDoubtful]));

  it("believes the unit in the name", () => {
    expect(guess(["0", "300", "600"], "ms")).toEqual(["milliseconds", false]);
    expect(guess(["0", "5000", "9000"], "s")).toEqual(["seconds", false]);
  });

  it("looks at the steps of each patient, whatever the order of rows", () => {
    expect(guess(["0.8", "5000.7", "1.6", "5001.5"], null, { patients: ["A", "B", "A", "B"] })).toEqual(["seconds", false]);
    expect(guess(["2500", "800", "1600"])).toEqual(["milliseconds", false]);
  });

  it("does not judge by the steps between rows drawn at random from a large file", () => {
    expect(guess(["900.5", "0.25", "1700.5", "800.75", "300.5"], null, { hasAllRows: false })).toEqual(["seconds", false]);
    expect(guess(["900", "0", "1700", "800", "300"], null, { hasAllRows: false })).toEqual(["milliseconds", true]);
  });
});

it("stepsWithinPatients", () => {
  expect(stepsWithinPatients(Float64Array.of(1, 11, 3, NaN, 13), ["A", "B", "A", "A", "B"])).toEqual({ step: 2, isRising: true });
  expect(stepsWithinPatients(Float64Array.of(3, 1, 2), null)).toEqual({ step: 1, isRising: false });
});
