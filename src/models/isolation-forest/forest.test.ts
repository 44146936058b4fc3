import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readReference } from "../../ecg/heart-rate/fixtures/reference.ts";
import { seededRandom } from "../../ecg/numeric/random.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../artifacts/node-artifacts.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import { spearman } from "../fixtures/spearman.ts";
import { averagePathLength, type IsolationForest } from "./forest.ts";
import { growForest } from "./grow.ts";
import { forestInputs } from "./inputs.ts";
import { scoreRows } from "./score.ts";
import { cellCount, thresholdsOf } from "./tree-table.ts";
import { readTrainingSet } from "./training-set.ts";

/** The walk as the paper has it: one row, one tree, one step at a time. */
function plainScore({ roots, feature, threshold, child, leafValue, sampleSize }: IsolationForest, columns: readonly Float32Array[], row: number): number {
  let sum = 0;
  for (const root of roots.subarray(0, -1)) {
    let node = root;
    while (child[node] !== node) node = child[node] + (columns[feature[node]][row] <= threshold[node] ? 0 : 1);
    sum += leafValue[node];
  }
  return Math.fround(2 ** (-sum * (1 / ((roots.length - 1) * averagePathLength(sampleSize)))));
}

const randomColumns = (seed: number, { rows, width }: { rows: number; width: number }): Float32Array[] => {
  const random = seededRandom(seed);
  // Rounded, so that values repeat and some nodes are constant in some columns.
  return Array.from({ length: width }, () => new Float32Array(rows).map(() => Math.round(random.normal() * 4) / 4));
};

describe("averagePathLength", () => {
  it.each([[0, 0], [1, 0], [2, 1], [3, 1.2073923], [256, 10.2447706]])("of %d rows is %d", (rows, expected) => {
    expect(averagePathLength(rows)).toBeCloseTo(expected, 6);
  });
});

describe("an isolation forest", () => {
  const forestCases = fc.record({
    seed: fc.nat(),
    rows: fc.integer({ min: 2, max: 1500 }),
    width: fc.integer({ min: 1, max: 5 }),
    sampleSize: fc.constantFrom(2, 16, 100, 256),
    trees: fc.integer({ min: 1, max: 6 }),
  });

  it("scores every row exactly as the plain walk does", async () => {
    await fc.assert(
      fc.asyncProperty(forestCases, async ({ seed, rows, width, sampleSize, trees }) => {
        const columns = randomColumns(seed, { rows, width });
        const forest = growForest(columns, { trees, sampleSize, random: seededRandom(seed) });
        const scores = await scoreRows(forest, columns, quietControl());
        scores.forEach((score, row) => expect(score).toBe(plainScore(forest, columns, row)));
      }),
      { numRuns: 30 },
    );
  });

  it("scores exactly as the plain walk does where some trees are tables and some are not", async () => {
    const columns = randomColumns(3, { rows: 6000, width: 3 });
    const forest = growForest(columns, { trees: 40, sampleSize: 256, random: seededRandom(3) });
    const trees = Array.from(forest.roots.subarray(0, -1), (root, tree) => cellCount(thresholdsOf(forest, root, forest.roots[tree + 1])));
    expect(Math.min(...trees)).toBeLessThan(columns[0].length);
    expect(Math.max(...trees)).toBeGreaterThan(columns[0].length);
    const scores = await scoreRows(forest, columns, quietControl());
    scores.forEach((score, row) => expect(score).toBe(plainScore(forest, columns, row)));
  });

  it("has trees whose leaves hold the whole sample, none deeper than ⌈log2 ψ⌉", () => {
    fc.assert(
      fc.property(forestCases, ({ seed, rows, width, sampleSize, trees }) => {
        const columns = randomColumns(seed, { rows, width });
        const { roots, child, depth, ...forest } = growForest(columns, { trees, sampleSize, random: seededRandom(seed) });
        const deepest = Math.ceil(Math.log2(Math.min(rows, sampleSize)));
        expect(depth).toBe(Math.max(deepest, 1));
        for (let tree = 0; tree < trees; tree++) {
          const pending = [{ node: roots[tree], level: 0 }];
          for (const { node, level } of pending) {
            expect(level).toBeLessThanOrEqual(deepest);
            if (child[node] === node) expect(forest.leafValue[node]).toBeGreaterThanOrEqual(level);
            else pending.push({ node: child[node], level: level + 1 }, { node: child[node] + 1, level: level + 1 });
          }
          expect(pending.length).toBe(roots[tree + 1] - roots[tree]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("never splits a constant column, and cannot tell equal rows apart", async () => {
    const columns = [new Float32Array(50).fill(3), new Float32Array(50).fill(1)];
    const forest = growForest(columns, { trees: 10, sampleSize: 32, random: seededRandom(1) });
    expect(forest.roots[10]).toBe(10);
    const scores = await scoreRows(forest, columns, quietControl());
    scores.forEach((score) => expect(score).toBeCloseTo(0.5, 6));
  });

  it("gives a far point the highest score, and the same scores for the same seed", async () => {
    const columns = randomColumns(5, { rows: 500, width: 2 });
    columns.forEach((column) => (column[123] = 40));
    const grow = () => growForest(columns, { trees: 50, sampleSize: 128, random: seededRandom(9) });
    const scores = await scoreRows(grow(), columns, quietControl());
    expect(scores.indexOf(Math.max(...scores))).toBe(123);
    expect(await scoreRows(grow(), columns, quietControl())).toEqual(scores);
  });

  it("stops when it is cancelled", async () => {
    const columns = [new Float32Array(2_000_000)];
    const forest = growForest(randomColumns(1, { rows: 4096, width: 1 }), { trees: 500, sampleSize: 4096, random: seededRandom(1) });
    const controller = new AbortController();
    const scoring = scoreRows(forest, columns, { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(scoring).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("the mean score of 20 forests grown on the shipped normal beats", async () => {
  const normal = forestInputs(await readTrainingSet(readArtifactsFrom(SHIPPED_MODELS)), "published");

  it.each(readReference())("ranks the rows of patient $patientId as scikit-learn's does", async ({ column }) => {
    const { columns } = forestInputs([{ rateBpm: column("heart_rate"), given: null }], "published");
    const mean = new Float64Array(columns[0].length);
    for (let seed = 0; seed < 20; seed++) {
      const forest = growForest(normal.columns, { trees: 100, sampleSize: 256, random: seededRandom(seed) });
      (await scoreRows(forest, columns, quietControl())).forEach((score, i) => (mean[i] += score / 20));
    }
    const reference = column("isolation_score").subarray(1);
    expect(spearman(mean, reference)).toBeGreaterThan(0.99);
    const gaps = mean.map((score, i) => Math.abs(score - reference[i]));
    expect(Math.max(...gaps)).toBeLessThan(0.05);
  });
});
