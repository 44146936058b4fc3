import { describe, expect, it } from "vitest";
import { mergeKept, pickRows } from "./merge-kept.ts";

const numbers = (name: string, ...values: number[]) => ({ kind: "number" as const, name, values: Float64Array.from(values) });
const texts = (name: string, codes: number[], dictionary: string[]) => ({ kind: "text" as const, name, codes: Uint32Array.from(codes), texts: dictionary });

describe("mergeKept", () => {
  it("joins columns by name, empty where a file has none", () => {
    expect(mergeKept([{ rows: 2, kept: [numbers("a", 1, 2)] }, { rows: 1, kept: [numbers("b", 3), numbers("a", 4)] }])).toEqual([numbers("a", 1, 2, 4), numbers("b", NaN, NaN, 3)]);
  });

  it("gives texts where one file has texts, with one code for one text", () => {
    const merged = mergeKept([
      { rows: 2, kept: [texts("a", [0, 1], ["x", "5"])] },
      { rows: 2, kept: [numbers("a", 5, NaN)] },
      { rows: 1, kept: [] },
      { rows: 1, kept: [texts("a", [0], ["x"])] },
    ]);
    expect(merged).toEqual([texts("a", [0, 1, 1, 2, 2, 0], ["x", "5", ""])]);
  });
});

it("pickRows gives a patient only its own texts", () => {
  expect(pickRows(texts("a", [3, 1, 3, 0], ["p", "q", "r", "s"]), Uint32Array.of(2, 3, 0))).toEqual(texts("a", [0, 1, 0], ["s", "p"]));
  expect(pickRows(numbers("a", 1, 2, 3), Uint32Array.of(2, 0))).toEqual(numbers("a", 3, 1));
});
