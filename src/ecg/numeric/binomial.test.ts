import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomial, multinomial } from "./binomial.ts";
import { seededRandom } from "./random.ts";

const atUniform = (value: number) => ({ uniform: () => value });

describe("binomial", () => {
  // SciPy 1.10.1, binom.pmf at the mode: up to that uniform number the mode is drawn, from it on the count above.
  it.each([
    { trials: 10, probability: 0.3, mode: 3, mass: 0.266827932 },
    { trials: 100, probability: 0.95, mode: 95, mass: 0.18001782727042911 },
    { trials: 10944, probability: 0.007, mode: 76, mass: 0.04575960695907163 },
  ])("draws $mode of $trials at $probability with SciPy's probability", ({ trials, probability, mode, mass }) => {
    expect(binomial(atUniform(mass * (1 - 1e-9)), trials, probability)).toBe(mode);
    expect(binomial(atUniform(mass * (1 + 1e-9)), trials, probability)).toBe(mode + 1);
  });

  it("draws every count as often as its probability says", () => {
    const random = seededRandom(4);
    const seen = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 20_000; i++) seen[binomial(random, 5, 0.4)]++;
    const masses = [0.07776, 0.2592, 0.3456, 0.2304, 0.0768, 0.01024];
    const chiSquare = seen.reduce((sum, count, k) => sum + (count - 20_000 * masses[k]) ** 2 / (20_000 * masses[k]), 0);
    expect(chiSquare).toBeLessThan(20.5); // the 0.999 quantile with 5 degrees of freedom
  });

  it("lies between none and all", () => {
    fc.assert(
      fc.property(fc.nat({ max: 200_000 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (trials, probability, uniform) => {
        const drawn = binomial(atUniform(uniform), trials, probability);
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn <= trials).toBe(true);
      }),
    );
  });
});

describe("multinomial", () => {
  it("draws as many as there are, and none of what is not there", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5000 }), { maxLength: 25 }), fc.nat(), (counts, seed) => {
        const drawn = multinomial(seededRandom(seed), counts);
        const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
        expect(total(drawn)).toBe(total(counts));
        counts.forEach((count, cell) => expect(count === 0 && drawn[cell] > 0).toBe(false));
      }),
    );
  });
});
