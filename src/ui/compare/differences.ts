import type { LoadedHeartRateCheck } from "../../db/records.ts";

/** Consecutive rows of one patient that the same checks, but not all of them, predict. Rows are indices within the patient. */
export interface Difference {
  readonly startRow: number;
  /** the last row of the run */
  readonly endRow: number;
  readonly startS: number;
  /** from the first row's time to the last one's */
  readonly durationS: number;
  /** for each check, whether it predicts these rows at its own threshold */
  readonly predictedBy: readonly boolean[];
  /** how many of the rows are labelled as true anomalies; without labels 0 */
  readonly trueRows: number;
}

/** Where checks of one file differ on a patient, in time order. A row without a score is predicted by none. */
export function findDifferences(checks: readonly LoadedHeartRateCheck[], patient: number): Difference[] {
  const { timeS, label } = checks[0].patients[patient];
  const predicts = (check: LoadedHeartRateCheck, row: number) => check.scores[patient][row] >= check.record.threshold;
  const samePattern = (row: number, other: number) => checks.every((check) => predicts(check, row) === predicts(check, other));
  const differences: Difference[] = [];
  for (let row = 0; row < timeS.length; row++) {
    const first = predicts(checks[0], row);
    if (checks.every((check) => predicts(check, row) === first)) continue;
    const startRow = row;
    while (row + 1 < timeS.length && samePattern(startRow, row + 1)) row++;
    differences.push({
      startRow,
      endRow: row,
      startS: timeS[startRow],
      durationS: timeS[row] - timeS[startRow],
      predictedBy: checks.map((check) => predicts(check, startRow)),
      trueRows: label.subarray(startRow, row + 1).filter((value) => value === 1).length,
    });
  }
  return differences;
}
