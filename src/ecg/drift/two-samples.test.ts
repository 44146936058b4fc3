import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kolmogorovSmirnov, kolmogorovSmirnovP, wassersteinDistance } from "./two-samples.ts";

const A = Float64Array.of(0.61, 1.2, 1.2, 2.7, 3.1, 3.9, 4.4, 5.0, 6.2, 7.7);
const B = Float64Array.of(1.2, 2.0, 2.9, 3.1, 3.1, 4.8, 8.8);

describe("two samples", () => {
  it("have the statistic and the distance that SciPy's ks_2samp and wasserstein_distance give, ties included", () => {
    expect(kolmogorovSmirnov(A, B)).toBeCloseTo(0.21428571428571427, 12);
    expect(wassersteinDistance(A, B)).toBeCloseTo(0.779, 12);
  });

  it("have p-values within a few per cent of SciPy's kstwo", () => {
    const known: [statistic: number, n: number, m: number, p: number][] = [
      [0.05, 1000, 50999, 0.014309600647506634], [0.1, 300, 5000, 0.006461597538379793], [0.2, 40, 400, 0.097343989458755], [0.03, 1000, 11000, 0.3737964965748888],
    ];
    for (const [statistic, n, m, p] of known) expect(Math.abs(kolmogorovSmirnovP(statistic, n, m) / p - 1)).toBeLessThan(0.04);
    expect(kolmogorovSmirnovP(0, 100, 100)).toBe(1);
    expect(kolmogorovSmirnovP(1, 100, 100)).toBeLessThan(1e-12);
  });

  it("are as far from each other either way, move with a shift, and are not far from themselves", () => {
    const sample = fc.float64Array({ min: -100, max: 100, noNaN: true, minLength: 1, maxLength: 50 }).map((values) => values.sort());
    fc.assert(
      fc.property(sample, sample, fc.double({ min: 0, max: 50, noNaN: true }), (a, b, shift) => {
        expect(kolmogorovSmirnov(a, b)).toBeCloseTo(kolmogorovSmirnov(b, a), 10);
        expect(wassersteinDistance(a, b)).toBeCloseTo(wassersteinDistance(b, a), 8);
        expect(wassersteinDistance(a, a.map((value) => value + shift))).toBeCloseTo(shift, 8);
        expect(kolmogorovSmirnov(a, a)).toBe(0);
      }),
    );
  });
});
