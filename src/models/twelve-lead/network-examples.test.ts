import { describe, expect, it } from "vitest";
import { seededRandom } from "../../ecg/numeric/random.ts";
import { groupsOfFolds } from "./cross-validate.ts";
import type { GatheredRecords } from "./gathered-records.ts";
import { imputationFrom } from "./inputs.ts";
import { networkExamples } from "./network-examples.ts";

const AS_RECORDED = { scale: 0, noise: 0, leadLoss: 0, mixing: 0 };
const imputation = imputationFrom([]);

/** Record r is r + 1 mV in lead I at its first moment, and silent otherwise. */
const RECORDS: GatheredRecords = {
  count: 2,
  fold: Uint8Array.of(1, 2),
  signalsUv: [1000, 2000].map((uv) => Int16Array.from({ length: 12_000 }, (_, i) => (i === 0 ? uv : 0))),
  patients: [30, 60].map((ageYears) => ({ ageYears, sex: null, heightCm: null, weightKg: null })),
  classes: [0, 1, 0, 0, 1].map((own) => Uint8Array.of(own, 1)),
  featureNames: [],
  measured: [],
  withoutBeats: 0,
};

function read(index: number, random: ReturnType<typeof seededRandom> | null, augmentation = AS_RECORDED) {
  const examples = networkExamples(RECORDS, [1, 0], { ...augmentation, imputation });
  const [input, target] = [new Float32Array(12_007), new Float32Array(5)];
  examples.read(index, input, target, random);
  return { input, target };
}

describe("examples for the network", () => {
  it("are signals in mV, then metadata, and the classes that hold", () => {
    const { input, target } = read(1, null, { scale: 1, noise: 1, leadLoss: 1, mixing: 0.5 });
    expect(input[0]).toBe(1);
    expect(input.subarray(1, 12_000).every((value) => value === 0)).toBe(true);
    expect([...input.subarray(12_000)]).toEqual([30, 0, 0, 0, 0, 0, 0]);
    expect([...target]).toEqual([0, 1, 0, 0, 1]);
    expect([...read(0, null).target]).toEqual([1, 1, 1, 1, 1]);
  });

  it("begin elsewhere in each epoch, all leads together", () => {
    const { input } = read(0, seededRandom(4));
    const at = input.indexOf(2);
    expect(at).toBeGreaterThan(0);
    expect(at % 12).toBe(0);
    expect(input.subarray(0, 12_000).filter((value) => value !== 0)).toHaveLength(1);
  });

  it("mixed with another, have as much of its signal, its patient and its classes", () => {
    const random = seededRandom(2);
    for (let draw = 0; draw < 20; draw++) {
      const { input, target } = read(1, random, { ...AS_RECORDED, mixing: 0.5 });
      const share = target[0];
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(0.5);
      expect(input[12_000]).toBeCloseTo(30 + 30 * share, 4);
      expect(input.subarray(0, 12_000).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1 + share, 4);
    }
  });
});

describe("groups of folds for cross-validation", () => {
  it("are neighbours, each fold in one", () => {
    expect(groupsOfFolds(Uint8Array.of(8, 1, 2, 3, 4, 5, 6, 7, 1))).toEqual([new Set([1, 2]), new Set([3, 4]), new Set([5, 6]), new Set([7, 8])]);
    expect(groupsOfFolds(Uint8Array.of(5, 3, 3))).toEqual([new Set([3]), new Set([5])]);
  });
});
