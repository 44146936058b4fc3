import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortOrder } from "./sort-order.ts";

describe("sortOrder", () => {
  it("is the stable ascending order, for any doubles", () => {
    const values = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3, max: 3 })), { maxLength: 300 });
    fc.assert(
      fc.property(values, (list) => {
        const expected = list.map((_, row) => row).sort((a, b) => (list[a] === list[b] ? a - b : list[a] < list[b] ? -1 : 1));
        expect(Array.from(sortOrder(Float64Array.from(list)))).toEqual(expected);
      }),
    );
  });

  it("orders single-precision values, and puts NaN last", () => {
    expect(Array.from(sortOrder(Float32Array.of(0.5, NaN, -2, 0.25, -NaN)))).toEqual([2, 3, 0, 1, 4]);
  });
});
