import { describe, expect, it } from "vitest";
import { admitPromotion, gateObjection, type PromotionGrounds, type PromotionState, type RecordedComparison } from "./promotion.ts";
import type { VersionFigures } from "./version-figures.ts";

const share = (value: number) => ({ value, interval: null });
const figures = (sensitivity: number): VersionFigures => ({
  patients: null, accuracy: share(0.9), macroF1: share(0.9), classes: [{ code: "V", name: "Ventricular", rows: 100, sensitivity: share(sensitivity), positivePredictivity: share(0.9) }],
});
const [champion, candidate] = [{ version: 1, sha256: "" }, { version: 2, sha256: "ab" }];
const compared = (after: number, margin = 0.02): RecordedComparison => ({ setId: "set", margin, champion, candidate, figures: { champion: figures(0.95), candidate: figures(after) } });
const state: PromotionState = { champion, candidate, margin: 0.02, hasSet: true };
const admit = (grounds: Partial<PromotionGrounds>, change: Partial<PromotionState> = {}) =>
  admitPromotion({ reason: "better", comparison: compared(0.94), overridesGate: false, ...grounds }, { ...state, ...change });

describe("a promotion", () => {
  it("is admitted where the comparison passes, and needs no override then", () => {
    expect(admit({})).toBeNull();
    expect(admit({ overridesGate: true })).toBeNull();
  });

  it("against the gate is admitted when it is overridden, with what the gate said", () => {
    expect(() => admit({ comparison: compared(0.9) })).toThrow(expect.objectContaining({ code: "gate-closed" }));
    expect(admit({ comparison: compared(0.9), overridesGate: true })).toBe("sensitivity of V falls by 5.0 points, from .950 to .900");
    expect(() => admit({ comparison: null })).toThrow("Not measured on a frozen evaluation set");
    expect(admit({ comparison: null, overridesGate: true })).toBe(gateObjection(null));
  });

  it("needs a reason either way", () => {
    expect(() => admit({ reason: "  " })).toThrow(expect.objectContaining({ code: "reason-missing" }));
    expect(() => admit({ reason: "", comparison: null, overridesGate: true })).toThrow(expect.objectContaining({ code: "reason-missing" }));
  });

  it("is refused on a comparison of something else, an override or not", () => {
    for (const change of [{ hasSet: false }, { margin: null }, { margin: 0.01 }, { champion: { version: 3, sha256: "" } }, { candidate: { version: 2, sha256: "cd" } }] satisfies Partial<PromotionState>[]) {
      for (const overridesGate of [false, true]) expect(() => admit({ overridesGate }, change)).toThrow(expect.objectContaining({ code: "comparison-outdated" }));
    }
  });
});
