import { describe, expect, it } from "vitest";
import { spearman } from "./spearman.ts";

describe("spearman", () => {
  it("agrees with SciPy's spearmanr, ties included", () => {
    const rho = spearman(Float64Array.of(1, 2, 2, 5, 3, 9, 9, 4), Float64Array.of(2, 1, 4, 4, 3, 8, 7, 9));
    expect(rho).toBeCloseTo(0.7333468017178323, 12);
  });

  it("is undefined for a constant column, and refuses columns of different length", () => {
    expect(spearman(Float32Array.of(1, 1, 1), Float32Array.of(1, 2, 3))).toBeNaN();
    expect(() => spearman(Float32Array.of(1), Float32Array.of(1, 2))).toThrow(RangeError);
  });
});
