import { describe, expect, it } from "vitest";
import { driftSentence, driftVerdict, featureWords, testWords } from "./drift-words.ts";
import { driftReport } from "./testing.ts";

const words = (drift: ReturnType<typeof driftReport>) => featureWords(drift.features[0]);

describe("words of drift", () => {
  it("say whether the file is like the training data, and what made it unlike", () => {
    expect(driftVerdict(driftReport({ isUnlike: false }))).toBe("Like the training data: likeness 90 %");
    expect(driftSentence(driftReport({ isUnlike: false }))).toBe("1 feature of 40 rows compared, none at its limit.");
    expect(driftVerdict(driftReport({ isUnlike: true, psi: 0.9 }))).toBe("Unlike the training data: likeness 10 %");
    expect(driftSentence(driftReport({ isUnlike: true, psi: 0.9 }))).toMatch(/farthest “Heart rate” at 3\.0 times its limit/);
  });

  it("say of a feature where its values lie, else that they lie otherwise", () => {
    expect(words(driftReport({ isUnlike: false }))).toBe("like the training data");
    expect(words(driftReport({ isUnlike: true, effectSize: -2.34 }))).toBe("unlike: median 2.3 SD lower");
    expect(words(driftReport({ isUnlike: true, psi: 0.2 }))).toBe("unlike: differently distributed");
  });

  it("give the test's figure with its p-value, or the distance", () => {
    expect(testWords(driftReport({ isUnlike: false }).features[0])).toBe("KS 0.200, p 0.040");
    expect(testWords({ test: { kind: "kolmogorov-smirnov", statistic: 1, pValue: 1e-9 } })).toBe("KS 1.000, p < 0.001");
    expect(testWords({ test: { kind: "wasserstein", distance: 0.5, normalized: 1.25 } })).toBe("W₁ 0.500 (1.25 SD)");
  });
});
