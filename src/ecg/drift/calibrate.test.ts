import { describe, expect, it, vi } from "vitest";
import { seededRandom, type Random } from "../numeric/random.ts";
import { referenceOfGroups, referenceOfRows } from "./calibrate.ts";
import { compareWithReference, LEAST_ROWS, TESTED_ROWS } from "./compare.ts";
import { farthestFeature, likenessAt, limitRatio } from "./drift-report.ts";
import type { FeatureColumns } from "./reference.ts";

// On a busy machine, calibrating takes seconds.
vi.setConfig({ testTimeout: 30_000 });

const control = { signal: new AbortController().signal, onProgress: () => undefined };
const FEATURES = [{ name: "A", resolution: 0.01 }, { name: "B", resolution: 0.01 }];

/** Two normal features about the given centres. */
const rowsAbout = (random: Random, rows: number, [a, b]: readonly [number, number]): FeatureColumns => [
  Float64Array.from({ length: rows }, () => a + random.normal()), Float64Array.from({ length: rows }, () => b + 2 * random.normal()),
];

const alarms = async (draws: readonly FeatureColumns[], reference: Parameters<typeof compareWithReference>[0]) => draws.filter((columns) => compareWithReference(reference, columns)?.isUnlike === true).length / draws.length;

describe("a reference of rows drawn at random", () => {
  it("alarms for at most 5 % of 200 draws that did not drift, of any size, and for those that did", async () => {
    const random = seededRandom(5);
    const reference = await referenceOfRows(FEATURES, rowsAbout(random, 4000, [0, 10]), control);
    const draws = (shift: number) => Array.from({ length: 200 }, () => rowsAbout(random, 16 << random.integer(6), [0, 10 + shift]));
    expect(await alarms(draws(0), reference)).toBeLessThanOrEqual(0.05);
    expect(await alarms(draws(6), reference)).toBe(1);
  });
});

describe("a reference of patients", () => {
  /** Patients differ in their centres, as much as their own rows do. */
  const patient = (random: Random, rows: number, shift = 0): FeatureColumns => rowsAbout(random, rows, [random.normal() + shift, 10 + 2 * random.normal()]);

  it("alarms for at most 5 % of 200 other patients, whose rows are like nobody else's, and always for one beyond all", async () => {
    const random = seededRandom(6);
    const shares: number[] = [];
    for (let population = 0; population < 5; population++) {
      const reference = await referenceOfGroups(FEATURES, Array.from({ length: 20 }, () => patient(random, 150)), control);
      expect(reference.groups).toBe(20);
      shares.push(await alarms(Array.from({ length: 40 }, () => patient(random, 100)), reference));
      expect(await alarms([patient(random, 100, 12)], reference)).toBe(1);
    }
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeLessThanOrEqual(0.05);
  });

  it("is the same for the same patients, and refuses to be made of too few", async () => {
    const groups = (seed: number) => Array.from({ length: 5 }, (_, i) => patient(seededRandom(seed + i), 100));
    expect(await referenceOfGroups(FEATURES, groups(1), control)).toEqual(await referenceOfGroups(FEATURES, groups(1), control));
    await expect(referenceOfGroups(FEATURES, groups(1).slice(0, 3), control)).rejects.toThrow(RangeError);
  });
});

describe("a report", () => {
  it("tests up to a thousand rows, measures beyond, and leaves out a feature that too few rows have", async () => {
    const random = seededRandom(7);
    const reference = await referenceOfRows(FEATURES, rowsAbout(random, 1000, [0, 10]), control);
    const few = compareWithReference(reference, rowsAbout(random, TESTED_ROWS, [0, 10]));
    expect(few?.features.map(({ test }) => test.kind)).toEqual(["kolmogorov-smirnov", "kolmogorov-smirnov"]);
    const [a, b] = rowsAbout(random, TESTED_ROWS + 1, [3, 10]);
    const many = compareWithReference(reference, [a, b.map((value, row) => (row < LEAST_ROWS - 1 ? value : NaN))]);
    expect(many).toMatchObject({ rows: TESTED_ROWS + 1, referenceRows: 1000, isUnlike: true });
    expect(many?.features).toHaveLength(1);
    expect(many?.features[0]).toMatchObject({ name: "A", n: TESTED_ROWS + 1, test: { kind: "wasserstein", distance: expect.closeTo(3, 0) as number } });
    expect(many?.features[0].effectSize).toBeCloseTo(3, 0);
    expect(compareWithReference(reference, rowsAbout(random, LEAST_ROWS - 1, [0, 10]))).toBeNull();
  });

  it("is as like as its farthest feature, half at the limit", () => {
    const feature = { name: "A", psi: 0.1, psiLimit: 0.4, psiExpected: 0, test: { kind: "kolmogorov-smirnov", statistic: 0, pValue: 1 } as const, n: 9, effectSize: -3, effectLimit: 2 };
    expect(limitRatio(feature)).toBe(1.5);
    expect(limitRatio({ ...feature, effectSize: 0 })).toBe(0.5);
    expect(farthestFeature({ features: [{ ...feature, effectSize: 0 }, feature] })).toBe(feature);
    expect([0, 1, 2, 3].map(likenessAt)).toEqual([1, 0.5, 0.2, 0.1]);
  });
});
