import { describe, expect, it } from "vitest";
import { seededRandom } from "../numeric/random.ts";
import { UNLABELLED } from "../table.ts";
import { classMeans } from "./class-means.ts";

const beatsOf = (rows: readonly (readonly number[])[]) => ({ count: rows.length, samplesPerBeat: rows[0].length, samples: Float32Array.from(rows.flat()) });

describe("classMeans", () => {
  it("has the mean and the scatter of each class, sample by sample", () => {
    const beats = beatsOf([[1, 0], [9, 9], [3, 4], [5, 5], [2, 2]]);
    const [normal, none, single] = classMeans(beats, Uint8Array.of(0, UNLABELLED, 0, 2, 0), 3);
    // NumPy: mean and std (ddof 1) of 1, 3, 2 and of 0, 4, 2.
    expect(normal).toEqual({ count: 3, mean: Float32Array.of(2, 2), deviation: Float32Array.of(1, 2) });
    expect(none).toBeNull();
    expect(single).toEqual({ count: 1, mean: Float32Array.of(5, 5), deviation: Float32Array.of(0, 0) });
  });

  it("keeps a small scatter about a large offset, where sums of squares lose it", () => {
    const random = seededRandom(9);
    const rows = Array.from({ length: 20_000 }, () => [50_000 + random.normal()]);
    const [only] = classMeans(beatsOf(rows), new Uint8Array(rows.length), 1);
    // Rounding to 32 bits adds little to a scatter of 1; the standard error of the deviation is 0.005.
    expect(Math.abs((only?.deviation[0] ?? NaN) - 1)).toBeLessThan(0.02);
    expect(Math.abs((only?.mean[0] ?? NaN) - 50_000)).toBeLessThan(0.04);
  });
});
