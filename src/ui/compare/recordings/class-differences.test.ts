import { describe, expect, it } from "vitest";
import { AAMI } from "../../../ecg/beats/classes.ts";
import { checkedBeats as check } from "../../../ecg/export/testing.ts";
import { classDifferences, NOTHING } from "./class-differences.ts";

const { N, S, V } = AAMI;

describe("classDifferences", () => {
  it("counts the beats that both found by class, and those that only one found", () => {
    const { matrix, differing } = classDifferences(check([1000, 2000, 3000, 4000], [N, V, N, S]), check([1010, 1990, 2500, 4100], [N, N, V, S]));
    expect([matrix[N][N], matrix[V][N], matrix[N][NOTHING], matrix[NOTHING][V], matrix[S][S]]).toEqual([1, 1, 1, 1, 1]);
    expect(matrix.flat().reduce((sum, count) => sum + count, 0)).toBe(5);
    expect(differing).toEqual([
      { timeS: 2, beat: [1, 1], beatClass: [V, N] },
      { timeS: 2.5, beat: [null, 2], beatClass: [NOTHING, V] },
      { timeS: 3, beat: [2, null], beatClass: [N, NOTHING] },
    ]);
  });
  it("finds no difference of a check from itself", () => {
    const same = check([1000, 2000, 3000], [N, V, S]);
    expect(classDifferences(same, same).differing).toEqual([]);
  });
  it("counts nothing where neither found a beat", () => expect(classDifferences(check([], []), check([], [])).matrix.flat().every((count) => count === 0)).toBe(true));
});
