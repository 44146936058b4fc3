import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLASS_COUNT, CLASSIFIED, LABELS, PROBABILITIES } from "./fixtures/scikit-learn-beats.ts";
import { rocAuc, rocAucInterval } from "./roc-auc.ts";

const tenths = fc.array(fc.integer({ min: 0, max: 10 }).map((tenth) => tenth / 10), { minLength: 1, maxLength: 30 });

/** Every pair of a positive and a negative score: 1 where the positive is higher, a half where they are equal. */
const pairs = (positive: Float32Array, negative: Float32Array) =>
  Array.from(positive).flatMap((high) => Array.from(negative, (low) => (high > low ? 1 : high === low ? 0.5 : 0)));

describe("rocAuc", () => {
  it("has DeLong's standard error", () => {
    CLASSIFIED.standardErrors.forEach((expected, c) => {
      const scores = PROBABILITIES.filter((_, i) => i % CLASS_COUNT === c);
      const auc = rocAuc(scores.filter((_, beat) => LABELS[beat] === c), scores.filter((_, beat) => LABELS[beat] !== c));
      expect(auc?.standardError).toBeCloseTo(expected, 12);
    });
  });

  it("is the share of pairs won, whatever the ties", () => {
    fc.assert(
      fc.property(tenths, tenths, (high, low) => {
        const [positive, negative] = [Float32Array.from(high), Float32Array.from(low)];
        const won = pairs(positive, negative).reduce<number>((sum, value) => sum + value, 0);
        expect(rocAuc(positive, negative)?.area).toBeCloseTo(won / (high.length * low.length), 12);
      }),
    );
  });

  it("turns round when the sign of the scores does", () => {
    fc.assert(
      fc.property(tenths, tenths, (high, low) => {
        const auc = rocAuc(Float32Array.from(high), Float32Array.from(low));
        const turned = rocAuc(Float32Array.from(high, (score) => -score), Float32Array.from(low, (score) => -score));
        expect((auc?.area ?? NaN) + (turned?.area ?? NaN)).toBeCloseTo(1, 12);
        expect(auc?.standardError).toBeCloseTo(turned?.standardError ?? NaN, 7);
      }),
    );
  });

  it("is null without rows of both kinds, and refuses NaN", () => {
    expect(rocAuc(Float32Array.of(1), new Float32Array())).toBeNull();
    expect(() => rocAuc(Float32Array.of(1, NaN), Float32Array.of(0))).toThrow(RangeError);
  });
});

describe("rocAucInterval", () => {
  it("lies between 0 and 1 about the area, and is none where the error says nothing", () => {
    const { low, high } = rocAucInterval({ area: 0.999, standardError: 0.001 }) ?? { low: NaN, high: NaN };
    // 1.96 standard errors on the logit scale: ln(999) ± 1.96 · 0.001 / (0.999 · 0.001).
    expect(low).toBeCloseTo(0.99293, 5);
    expect(high).toBeCloseTo(0.99986, 5);
    expect(rocAucInterval({ area: 1, standardError: 0 })).toBeNull();
  });
});
