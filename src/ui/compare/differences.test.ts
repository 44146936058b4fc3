import fc from "fast-check";
import { expect, it } from "vitest";
import { agreementByPatient } from "./agreement.ts";
import { findDifferences } from "./differences.ts";
import { checkOf } from "./testing.ts";

it("finds runs that the same checks predict, each check at its own threshold", () => {
  const one = checkOf([[NaN, 2, 2, 2, 0, 0, 2]]);
  const other = checkOf([[NaN, 0, 0, 2, 2, 0, 0]]);
  one.patients[0].label.set([1, 1], 2);
  const found = findDifferences([one, other], 0);
  expect(found.map(({ startRow, endRow, predictedBy }) => [startRow, endRow, ...predictedBy])).toEqual([
    [1, 2, true, false],
    [4, 4, false, true],
    [6, 6, true, false],
  ]);
  expect(found[0]).toMatchObject({ startS: 1, durationS: 1, trueRows: 1 });
  expect(found[1].trueRows).toBe(0);
  const lenient = { ...other, record: { ...other.record, threshold: 0 } };
  expect(findDifferences([one, lenient], 0).map(({ startRow, endRow }) => [startRow, endRow])).toEqual([[4, 5]]);
});

it("holds every row predicted by some but not by all, once", () => {
  const scores = fc.array(fc.constantFrom(NaN, 0, 2), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(scores, { minLength: 2, maxLength: 3 }), (checks) => {
      const loaded = checks.map((each) => checkOf([each]));
      const found = findDifferences(loaded, 0);
      const rows = found.reduce((sum, { startRow, endRow }) => sum + endRow - startRow + 1, 0);
      expect(rows).toBe(agreementByPatient(loaded)[0].bySome);
      found.forEach(({ startRow }, i) => expect(startRow).toBeGreaterThan(i === 0 ? -1 : found[i - 1].endRow));
    }),
  );
});
