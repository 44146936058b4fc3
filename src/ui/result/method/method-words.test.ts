import { describe, expect, it } from "vitest";
import { meta } from "../../../models/isolation-forest/meta.ts";
import { parameterTexts, thresholdRule } from "./method-words.ts";

describe("parameterTexts", () => {
  it("names parameters and choices as the control does", () => {
    expect(parameterTexts(meta, { features: "published", trees: 200 })).toEqual(["Features Published app", "Trees 200"]);
  });
  it("keeps what it does not know, as in a check of another version", () => {
    expect(parameterTexts(meta, { depth: 8, features: "wavelets" })).toEqual(["depth 8", "Features wavelets"]);
  });
});

describe("thresholdRule", () => {
  const score = { ...meta.score, label: "Isolation score", digits: 3 };
  it("says whether the threshold has been moved", () => {
    expect(thresholdRule(score, { threshold: 0.62, shipped: 0.62 })).toBe("Isolation score of 0.620 or more is predicted anomalous, as the detector came.");
    expect(thresholdRule(score, { threshold: 0.5, shipped: 0.62 })).toBe("Isolation score of 0.500 or more is predicted anomalous; the detector came with 0.620.");
  });
});
