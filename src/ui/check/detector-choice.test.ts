import { describe, expect, it } from "vitest";
import type { DetectorMeta } from "../../models/detector.ts";
import {
  chooseOnly, chosenDetectors, pickDetector, readParameters, resetParameters, setMode, shownText, typeParameter,
} from "./detector-choice.ts";

const score = { label: "Score", min: 0, max: 1, step: 0.01, digits: 2 };
const forest: DetectorMeta = {
  id: "isolation-forest", name: "Forest", sentence: "Isolates.", score,
  parameters: [
    { kind: "number", key: "trees", label: "Trees", help: "", min: 10, max: 1000, step: 1, default: 100 },
    { kind: "number", key: "contamination", label: "Contamination", help: "", min: 0.001, max: 0.5, step: 0.001, default: 0.004 },
    { kind: "choice", key: "preset", label: "Features", help: "", options: [{ value: "published", label: "Published" }, { value: "relative", label: "Relative" }], default: "relative" },
  ],
};
const rule: DetectorMeta = { id: "rolling-median", name: "Rule", sentence: "Compares.", score, parameters: [] };

const typed = (key: string, text: string) => typeParameter(chooseOnly("isolation-forest"), "isolation-forest", { key, text });

describe("picking", () => {
  it("takes one in place of another", () => expect(pickDetector(chooseOnly("rolling-median"), "isolation-forest").chosen).toEqual(["isolation-forest"]));
  it("takes several, listed as the catalog lists them, and never none", () => {
    const both = pickDetector(setMode(chooseOnly("rolling-median"), "several"), "isolation-forest");
    expect(chosenDetectors(both, [forest, rule])).toEqual([forest, rule]);
    const one = pickDetector(both, "rolling-median");
    expect(one.chosen).toEqual(["isolation-forest"]);
    expect(pickDetector(one, "isolation-forest")).toBe(one);
    expect(setMode(both, "one").chosen).toEqual(["rolling-median"]);
  });
});

describe("parameters", () => {
  it("are the defaults until typed", () =>
    expect(readParameters(chooseOnly("isolation-forest"), forest)).toEqual({ kind: "valid", values: { trees: 100, contamination: 0.004, preset: "relative" } }));
  it("are read from text, with a decimal comma too", () => {
    expect(readParameters(typed("trees", " 250 "), forest)).toMatchObject({ kind: "valid", values: { trees: 250 } });
    expect(readParameters(typed("contamination", "0,01"), forest)).toMatchObject({ kind: "valid", values: { contamination: 0.01 } });
    expect(readParameters(typed("preset", "published"), forest)).toMatchObject({ kind: "valid", values: { preset: "published" } });
  });
  it.each([["trees", ""], ["trees", "ten"], ["trees", "10.5"], ["trees", "9"], ["trees", "1001"], ["trees", "Infinity"], ["contamination", "0"]])(
    "refuse %s = %j with a sentence", (key, text) => {
      const reading = readParameters(typed(key, text), forest);
      expect(reading).toMatchObject({ kind: "invalid" });
      expect(reading.kind === "invalid" && Object.keys(reading.errors)).toEqual([key]);
    });
  it("say what would do", () =>
    expect(readParameters(typed("trees", "10.5"), forest)).toEqual({ kind: "invalid", errors: { trees: "Trees must be a whole number from 10 to 1000." } }));
  it("can be reset", () => {
    const reset = resetParameters(typed("trees", "no"), "isolation-forest");
    expect(shownText(reset, "isolation-forest", forest.parameters[0])).toBe("100");
  });
});
