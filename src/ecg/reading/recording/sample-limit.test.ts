import { expect, it } from "vitest";
import { toProblem } from "../../problem.ts";
import { requireFewPauses, requireSamplesInMemory } from "./sample-limit.ts";

function codeOf(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (cause) {
    return toProblem(cause).code;
  }
}

it.each([
  [3, 0, "no-samples"],
  [12, 2 ** 24, null],
  [16, 2 ** 24, null],
  [17, 2 ** 24, "too-long"],
  [1, Infinity, "too-long"],
  [1, NaN, "too-long"],
])("%i leads of %d samples: %s", (leadCount, sampleCount, code) => {
  expect(codeOf(() => requireSamplesInMemory(leadCount, sampleCount, "a.edf"))).toBe(code);
});

it.each([
  ["a short recording over half a night", 1, 1_000, 2 ** 22, null],
  ["a short recording over weeks", 1, 1_000, 2 ** 22 + 1_001, "too-sparse"],
  ["the same of more leads", 2, 1_000, 2 ** 21 + 1_001, "too-sparse"],
  ["a long recording, 64 times as long with its pauses", 1, 2 ** 20, 65 * 2 ** 20, null],
  ["a long recording, longer still", 1, 2 ** 20, 65 * 2 ** 20 + 1, "too-sparse"],
])("%s", (_, leadCount, recorded, withPauses, code) => {
  expect(codeOf(() => requireFewPauses(leadCount, { recorded, withPauses }, "a.edf"))).toBe(code);
});
