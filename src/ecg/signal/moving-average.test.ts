import fc from "fast-check";
import { expect, it } from "vitest";
import { decimateMean } from "./decimate-mean.ts";
import { movingAverage } from "./moving-average.ts";

const signal = fc.array(fc.integer({ min: -100, max: 100 }), { maxLength: 80 }).map((values) => Float32Array.from(values));

it("averages over the window, and near the ends over what there is of it", () => {
  expect([...movingAverage(Float32Array.of(3, 6, 9, 0), 3)]).toEqual([4.5, 6, 5, 4.5]);
  fc.assert(
    fc.property(signal, fc.integer({ min: 0, max: 20 }), (samples, half) => {
      movingAverage(samples, 2 * half + 1).forEach((mean, i) => {
        const window = [...samples.subarray(Math.max(0, i - half), i + half + 1)];
        expect(mean).toBeCloseTo(window.reduce((a, b) => a + b, 0) / window.length, 4);
      });
    }),
  );
});

it("decimates to the means of so many samples", () => {
  expect([...decimateMean(Float32Array.of(1, 2, 3, 4, 5, 7, 100), 3)]).toEqual([2, 16 / 3].map(Math.fround));
  fc.assert(fc.property(signal, (samples) => {
    expect(decimateMean(samples, 1)).toEqual(samples);
  }));
});
