import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disclosure, DISCLOSURE_MM, disclosureX, MOST_ROWS } from "./disclosure-rows.ts";

const recording = (seconds: number, at: Readonly<Record<number, number>> = {}) => ({ samplesMv: Float32Array.from({ length: seconds * 10 }, (_, i) => at[i] ?? Math.sin(i / 3) / 10) });
const heights = (path: string) => Array.from(path.matchAll(/(?:,|V)(-?[\d.]+)/g), ([, y]) => Number(y));
const lengths = (path: string) => Array.from(path.matchAll(/[ML](-?[\d.]+),/g), ([, x]) => Number(x));

describe("disclosure", () => {
  it("has a row a minute, the last one as long as what is left", () => {
    const rows = disclosure(recording(90), 10)?.rows ?? [];
    expect(rows.map(({ fromS }) => fromS)).toEqual([0, 60]);
    const [first, last] = rows.map(({ path }) => lengths(path));
    expect(first.at(-1)).toBeCloseTo(DISCLOSURE_MM.labelMm + DISCLOSURE_MM.plotMm, 0);
    expect(last.at(-1)).toBeCloseTo(DISCLOSURE_MM.labelMm + DISCLOSURE_MM.plotMm / 2, 0);
    expect(Math.min(...first, ...last)).toBeGreaterThanOrEqual(DISCLOSURE_MM.labelMm);
  });

  it("is of what fits a page only", () => {
    expect(disclosure(recording(MOST_ROWS * 60), 10)?.rows).toHaveLength(MOST_ROWS);
    expect(disclosure(recording(MOST_ROWS * 60 + 1), 10)).toBeNull();
    expect(disclosure({ samplesMv: new Float32Array(0) }, 10)).toBeNull();
  });

  it("draws as large as rows keep apart, whatever a single spike does", () => {
    expect(disclosure(recording(600), 10)?.gainMmPerMv).toBe(10);
    expect(disclosure(recording(600, { 77: 50 }), 10)?.gainMmPerMv).toBe(10);
    expect(disclosure({ samplesMv: Float32Array.from({ length: 6000 }, (_, i) => (i % 2) * 4) }, 10)?.gainMmPerMv).toBe(1.25);
  });

  it("loses no extreme of a row, and of a flat recording makes lines", () => {
    const spikes = fc.uniqueArray(fc.nat({ max: 1199 }), { maxLength: 3 });
    fc.assert(
      fc.property(spikes, fc.constantFrom(-5, 5), (at, mv) => {
        const { samplesMv } = recording(120, Object.fromEntries(at.map((sample) => [sample, mv])));
        const drawn = disclosure({ samplesMv }, 10);
        if (drawn === null) throw new Error("Two minutes fit a page.");
        drawn.rows.forEach(({ path }, row) => {
          const own = heights(path);
          const minute = samplesMv.subarray(row * 600, (row + 1) * 600);
          expect((Math.max(...own) - Math.min(...own)) / drawn.gainMmPerMv).toBeCloseTo(Math.max(...minute) - Math.min(...minute), 1);
        });
      }),
      { numRuns: 20 },
    );
    expect(disclosure({ samplesMv: new Float32Array(600) }, 10)?.rows[0].path).not.toMatch(/NaN|Infinity/);
  });
});

it("a sample has its place in its own row", () => {
  expect(disclosureX(0, 360)).toBe(DISCLOSURE_MM.labelMm);
  expect(disclosureX(360 * 90, 360)).toBeCloseTo(DISCLOSURE_MM.labelMm + DISCLOSURE_MM.plotMm / 2, 9);
});
