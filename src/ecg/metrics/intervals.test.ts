import { describe, expect, it } from "vitest";
import { seededRandom } from "../numeric/random.ts";
import { bootstrapInterval, wilsonInterval } from "./intervals.ts";

describe("wilsonInterval", () => {
  it.each([
    { successes: 0, trials: 10, low: 0, high: 0.27753279986288926 },
    { successes: 7, trials: 10, low: 0.39677814746114526, high: 0.892208732593699 },
    { successes: 81, trials: 81, low: 0.9547219145675847, high: 1 },
    { successes: 3, trials: 12153, low: 8.395564150694173e-5, high: 0.0007255851305785093 },
  ])("agrees with SciPy's binomtest for $successes of $trials", ({ successes, trials, low, high }) => {
    const interval = wilsonInterval(successes, trials);
    expect(interval?.low).toBeCloseTo(low, 12);
    expect(interval?.high).toBeCloseTo(high, 12);
  });

  it("is null without a trial", () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});

describe("bootstrapInterval", () => {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

  it("is as wide as the theory of the mean says, and the same for the same seed", () => {
    const source = seededRandom(3);
    const units = Array.from({ length: 400 }, () => source.normal());
    const interval = bootstrapInterval({ units, measure: mean, random: seededRandom(1) });
    const deviation = Math.sqrt(mean(units.map((value) => (value - mean(units)) ** 2)));
    const half = (1.96 * deviation) / Math.sqrt(units.length);
    expect(Math.abs((interval?.low ?? NaN) - (mean(units) - half))).toBeLessThan(0.15 * half);
    expect(Math.abs((interval?.high ?? NaN) - (mean(units) + half))).toBeLessThan(0.15 * half);
    expect(bootstrapInterval({ units, measure: mean, random: seededRandom(1) })).toEqual(interval);
  });

  it("leaves out resamples without a figure", () => {
    const measure = (values: readonly number[]) => (values.includes(1) ? mean(values) : null);
    const interval = bootstrapInterval({ units: [0, 1], measure, random: seededRandom(2) });
    expect(interval).toEqual({ low: 0.5, high: 1 });
    expect(bootstrapInterval({ units: [0], measure, random: seededRandom(2) })).toBeNull();
  });
});
