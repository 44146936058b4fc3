import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { permutation, sampleWithoutReplacement, seededRandom } from "./random.ts";

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe("seededRandom", () => {
  it("gives the numbers of sfc32 written in C with uint32_t, seed 42", () => {
    const random = seededRandom(42);
    const words = Array.from({ length: 6 }, () => random.uniform() * 2 ** 32);
    expect(words).toEqual([1264412219, 1947509147, 3919439299, 1251167922, 656401615, 478193053]);
  });

  it("has the moments of the uniform and the normal distribution", () => {
    const random = seededRandom(7);
    const n = 100_000;
    const moments = (draw: () => number) => {
      let sum = 0;
      let squares = 0;
      for (let i = 0; i < n; i++) {
        const value = draw();
        sum += value;
        squares += value * value;
      }
      return { mean: sum / n, variance: squares / n - (sum / n) ** 2 };
    };
    const uniform = moments(() => random.uniform());
    expect(uniform.mean).toBeCloseTo(0.5, 2);
    expect(uniform.variance).toBeCloseTo(1 / 12, 2);
    const normal = moments(() => random.normal());
    expect(Math.abs(normal.mean)).toBeLessThan(0.02);
    expect(Math.abs(normal.variance - 1)).toBeLessThan(0.02);
  });

  it("draws integers below the bound, each about as often", () => {
    const random = seededRandom(1);
    const counts = new Uint32Array(6);
    for (let i = 0; i < 60_000; i++) counts[random.integer(6)]++;
    counts.forEach((count) => expect(Math.abs(count - 10_000)).toBeLessThan(500));
  });
});

describe("permutation", () => {
  it("holds every number once, and depends on the seed alone", () => {
    fc.assert(
      fc.property(seed, fc.nat({ max: 200 }), (start, length) => {
        const order = permutation(seededRandom(start), length);
        expect(Array.from(order).sort((a, b) => a - b)).toEqual(Array.from({ length }, (_, i) => i));
        expect(permutation(seededRandom(start), length)).toEqual(order);
      }),
    );
  });
});

describe("sampleWithoutReplacement", () => {
  it("holds different numbers below the length", () => {
    fc.assert(
      fc.property(seed, fc.nat({ max: 100 }), fc.nat({ max: 100 }), (start, a, b) => {
        const [size, length] = a < b ? [a, b] : [b, a];
        const sample = sampleWithoutReplacement(seededRandom(start), length, size);
        expect(new Set(sample).size).toBe(size);
        sample.forEach((row) => expect(row).toBeLessThan(length));
      }),
    );
  });

  it("prefers no number and no order", () => {
    const random = seededRandom(5);
    const counts = new Map<string, number>();
    for (let i = 0; i < 12_000; i++) {
      const pair = sampleWithoutReplacement(random, 4, 2).join();
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    expect(counts.size).toBe(12);
    counts.forEach((count) => expect(Math.abs(count - 1000)).toBeLessThan(150));
  });

  it("refuses more than there are", () => {
    expect(() => sampleWithoutReplacement(seededRandom(0), 3, 4)).toThrow(RangeError);
  });
});
