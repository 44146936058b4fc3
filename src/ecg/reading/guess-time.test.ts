import { describe, expect, it } from "vitest";
import { profileColumns } from "./column-profile.ts";
import { guessTimeKind } from "./guess-time.ts";

function guess(cells: readonly string[], unit: "ms" | "s" | null = null, beatIntervalS = 0.8) {
  const [profile] = profileColumns(cells.map((cell) => [cell]), 1, { separator: ",", decimal: "." });
  const { value, doubt } = guessTimeKind(profile, unit, beatIntervalS);
  return [value, doubt !== null];
}

describe("guessTimeKind", () => {
  it.each<[string, readonly string[], string, boolean]>([
    ["beats in seconds", ["0.8", "1.6", "2.5"], "seconds", false],
    ["beats in milliseconds", ["800", "1600", "2500"], "milliseconds", false],
    ["milliseconds since 1970", ["1700000000000", "1700000005000"], "milliseconds", false],
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
});
