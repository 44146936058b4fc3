import { describe, expect, it } from "vitest";
import { imputationFrom, metadataOf, signalsOf } from "./inputs.ts";

const NOTHING = { ageYears: null, sex: null, heightCm: null, weightKg: null };
const WOMAN = { ageYears: 40, sex: "female", heightCm: 160, weightKg: null } as const;
const MAN = { ageYears: 60, sex: "male", heightCm: null, weightKg: 90 } as const;

describe("metadata of a network", () => {
  it("are the article's seven fields in their order; what is not given is the mean of those who have it, and said", () => {
    const imputation = imputationFrom([WOMAN, MAN, NOTHING]);
    expect(imputation).toEqual({ age: 50, sex: 0.5, height: 160, weight: 90, nurse: 0, site: 0, device: 0 });
    expect(metadataOf(WOMAN, imputation)).toEqual({ values: Float32Array.of(40, 1, 160, 90, 0, 0, 0), imputed: ["weight"] });
    expect(metadataOf(MAN, imputation)).toEqual({ values: Float32Array.of(60, 0, 160, 90, 0, 0, 0), imputed: ["height"] });
    expect(metadataOf(NOTHING, imputation).imputed).toEqual(["age", "sex", "height", "weight"]);
  });

  it("takes an age of 0 for given", () => {
    expect(metadataOf({ ...NOTHING, ageYears: 0 }, imputationFrom([MAN])).values[0]).toBe(0);
  });
});

it("signals lie sample by sample, the twelve leads of each in their order", () => {
  const signals = signalsOf({ leads: Array.from({ length: 12 }, (_, lead) => Float32Array.from({ length: 1000 }, (_, i) => i + lead / 100)) });
  expect(signals).toHaveLength(12_000);
  expect(signals[0]).toBe(0);
  expect(signals[11]).toBeCloseTo(0.11);
  expect(signals[12 * 999 + 3]).toBeCloseTo(999.03, 3);
});
