import { expect, it } from "vitest";
import type { ChoiceParameter, NumberParameter } from "../../models/detector.ts";
import { defaultText, presetText, rangeText, shippedText } from "./parameter-words.ts";

const seed: NumberParameter = { kind: "number", key: "seed", label: "Seed", help: "", min: 0, max: 4294967295, step: 1, default: 1 };
const rate: NumberParameter = { kind: "number", key: "rate", label: "Learning rate", help: "", min: 0.000001, max: 0.1, step: 0.0001, default: 0.001 };
const resampling: ChoiceParameter = {
  kind: "choice", key: "resampling", label: "Resampling", help: "", default: "none",
  options: [{ value: "none", label: "None" }, { value: "under", label: "Under-sample" }],
};

it("ranges and defaults are written as the form shows them", () => {
  expect(rangeText(seed)).toBe("0 – 4,294,967,295");
  expect(rangeText(rate)).toBe("0.000001 – 0.1");
  expect(rangeText(resampling)).toBe("None · Under-sample");
  expect([seed, rate, resampling].map(defaultText)).toEqual(["1", "0.001", "None"]);
});

it("a shipped value is told where it is not the default", () => {
  expect(shippedText(seed, { seed: 1 })).toBeNull();
  expect(shippedText(seed, null)).toBeNull();
  expect(shippedText(rate, { seed: 2 })).toBeNull();
  expect(shippedText(rate, { rate: 0.002 })).toBe("0.002");
  expect(shippedText(resampling, { resampling: "under" })).toBe("Under-sample");
});

it("a preset is told by what it sets", () => {
  expect(presetText({ id: "a", label: "A", values: { rate: 0.01, resampling: "under" } }, [rate, resampling])).toBe("Learning rate 0.01, Resampling Under-sample");
  expect(presetText({ id: "b", label: "B", values: {} }, [rate])).toBe("the defaults");
});
