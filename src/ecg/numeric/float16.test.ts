import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromFloat16, toFloat16 } from "./float16.ts";

const through = (value: number): number => fromFloat16(toFloat16(Float32Array.of(value)))[0];

describe("half precision", () => {
  it("keeps every half-precision number as it is", () => {
    const finite = Uint16Array.from({ length: 0x10000 }, (_, bits) => bits).filter((bits) => (bits & 0x7c00) !== 0x7c00);
    expect(toFloat16(fromFloat16(finite))).toEqual(finite);
    expect(through(Infinity)).toBe(Infinity);
    expect(through(-Infinity)).toBe(-Infinity);
    expect(through(NaN)).toBeNaN();
  });

  it("rounds to the nearest, halfway cases to the even one", () => {
    expect(through(1 + 2 ** -11)).toBe(1);
    expect(through(1 + 3 * 2 ** -11)).toBe(1 + 2 ** -9);
    expect(through(65519)).toBe(65504);
    expect(through(65520)).toBe(Infinity);
    expect(through(2 ** -25)).toBe(0);
    expect(through(3 * 2 ** -25)).toBe(2 ** -23);
    fc.assert(
      fc.property(fc.float({ min: -65504, max: 65504, noNaN: true }), (value) => {
        const step = Math.max(2 ** -24, 2 ** (Math.floor(Math.log2(Math.abs(value) || 1)) - 10));
        expect(Math.abs(through(value) - value)).toBeLessThanOrEqual(step / 2);
      }),
    );
  });
});
