import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHANNELS, LOG_RATIO_SCALE, readWindow, relativeRates, SPREAD_CHANNEL } from "./windows.ts";

const rates = fc
  .array(fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 400, noNaN: true })), { minLength: 1, maxLength: 250 })
  .map((values) => Float64Array.from(values));

describe("relativeRates", () => {
  it("is 0 in a steady rhythm and the log of the ratio where a beat is early", () => {
    const rate = new Float64Array(60).fill(60);
    rate[30] = 90;
    const relative = relativeRates(rate);
    for (let row = 0; row < rate.length; row++) {
      for (let channel = 0; channel < SPREAD_CHANNEL; channel++) {
        expect(relative[row * CHANNELS + channel]).toBeCloseTo(row === 30 ? LOG_RATIO_SCALE * Math.log(1.5) : 0, 6);
      }
    }
  });

  it("divides by the spread of the rhythm, plus a floor", () => {
    const early = (deviation: number) => {
      const rate = Float64Array.from({ length: 202 }, (_, row) => 60 * Math.exp([-deviation, 0, deviation][row % 3]));
      rate[100] = 60 * Math.exp(0.3);
      return relativeRates(rate)[100 * CHANNELS + SPREAD_CHANNEL];
    };
    expect(early(0)).toBeCloseTo(0.3 / 0.05 / 3, 5);
    expect(early(0.1)).toBeCloseTo(0.3 / 0.15 / 3, 5);
  });

  it("does not change when all rates are multiplied by a constant", () => {
    fc.assert(
      fc.property(rates, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (rate, factor) => {
        const expected = relativeRates(rate);
        relativeRates(rate.map((value) => value * factor)).forEach((value, i) => expect(value).toBeCloseTo(expected[i], 4));
      }),
    );
  });

  it("is finite and limited for any rates, zeros and outliers among them", () => {
    fc.assert(
      fc.property(rates, (rate) => {
        const relative = relativeRates(rate);
        expect(relative).toHaveLength(rate.length * CHANNELS);
        expect(relative.every((value) => Math.abs(value) <= LOG_RATIO_SCALE)).toBe(true);
      }),
    );
  });
});

describe("readWindow", () => {
  it("reads the patient's rows and zeros outside, overwriting what was there", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 40 }), (rows, first, size) => {
        const relative = Float32Array.from({ length: rows * CHANNELS }, (_, i) => i + 1);
        const window = new Float32Array(size * CHANNELS).fill(NaN);
        readWindow(relative, first, window);
        expect([...window]).toEqual(Array.from({ length: size * CHANNELS }, (_, i) => relative[first * CHANNELS + i] ?? 0));
      }),
    );
  });
});
