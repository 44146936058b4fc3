import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../ecg/numeric/random.ts";
import { growExtraTrees, treeProbabilities } from "./extra-trees.ts";
import { joinTrees } from "./join-trees.ts";
import { decodeTrees, encodeTrees } from "./trees-file.ts";

const OPTIONS = { trees: 30, featureShare: 0.5, leastLeafShare: 0, seed: 5 };

/** 120 rows: column 0 tells the class apart, three others are noise. */
function rows() {
  const random = seededRandom(9);
  const isOfClass = Uint8Array.from({ length: 120 }, () => random.integer(2));
  const columns = [0, 1, 2, 3].map((k) => Float32Array.from(isOfClass, (own) => (k === 0 ? 3 * own : 0) + random.normal()));
  return { columns, isOfClass };
}

const leafSizes = ({ columns, isOfClass }: ReturnType<typeof rows>, trees: ReturnType<typeof growExtraTrees>) => {
  const counts = new Map<number, number>();
  for (let row = 0; row < isOfClass.length; row++) {
    let node = 0;
    while (trees.child[node] !== node) node = trees.child[node] + (columns[trees.feature[node]][row] <= trees.threshold[node] ? 0 : 1);
    counts.set(node, (counts.get(node) ?? 0) + 1);
  }
  return [...counts.values()];
};

describe("extremely randomised trees", () => {
  it("tell apart rows they have not seen", () => {
    const { columns, isOfClass } = rows();
    const part = (from: number, to: number) => columns.map((column) => column.slice(from, to));
    const trees = growExtraTrees(part(0, 60), isOfClass.slice(0, 60), OPTIONS);
    const right = treeProbabilities(trees, part(60, 120)).filter((probability, row) => probability >= 0.5 === (isOfClass[60 + row] === 1));
    expect(right.length).toBeGreaterThan(50);
  });

  it("have no leaf of fewer rows than asked for, and two at least", () => {
    const given = rows();
    expect(Math.min(...leafSizes(given, growExtraTrees(given.columns, given.isOfClass, { ...OPTIONS, trees: 1 })))).toBeGreaterThanOrEqual(2);
    expect(Math.min(...leafSizes(given, growExtraTrees(given.columns, given.isOfClass, { ...OPTIONS, trees: 1, leastLeafShare: 0.1 })))).toBeGreaterThanOrEqual(12);
  });

  it("are the same with the same seed", () => {
    const { columns, isOfClass } = rows();
    expect(growExtraTrees(columns, isOfClass, OPTIONS)).toEqual(growExtraTrees(columns, isOfClass, OPTIONS));
    expect(growExtraTrees(columns, isOfClass, OPTIONS)).not.toEqual(growExtraTrees(columns, isOfClass, { ...OPTIONS, seed: 6 }));
  });

  it("give a class that no row or every row is of its share", () => {
    const { columns } = rows();
    for (const own of [0, 1]) expect(new Set(treeProbabilities(growExtraTrees(columns, new Uint8Array(120).fill(own), OPTIONS), columns))).toEqual(new Set([own]));
  });
});

describe("the file of trees", () => {
  it("gives back trees that are equal, one after another", () => {
    const { columns, isOfClass } = rows();
    const joined = joinTrees([growExtraTrees(columns, isOfClass, OPTIONS), growExtraTrees(columns, isOfClass.map((own) => 1 - own), OPTIONS)]);
    const read = decodeTrees(encodeTrees(joined).buffer, "trees.bin");
    expect(read).toEqual(joined);
    const sum = treeProbabilities(read, columns);
    expect(sum.every((probability) => Math.abs(probability - 0.5) < 0.2)).toBe(true);
  });

  it("is refused where it is cut short, anywhere", () => {
    const { columns, isOfClass } = rows();
    const bytes = encodeTrees(growExtraTrees(columns, isOfClass, { ...OPTIONS, trees: 1 }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
        expect(() => decodeTrees(bytes.slice(0, length).buffer, "trees.bin")).toThrow(expect.objectContaining({ code: "broken-model" }));
      }),
      { numRuns: 40 },
    );
  });
});
