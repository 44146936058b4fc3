const DAY_S = 86_400;
const HALF_DAY_S = DAY_S / 2;

/**
 * Times of day as times of one recording. Where a patient's clock jumps back by more than twelve hours, midnight has
 * passed and a day is added from there on; a jump forward by more than twelve hours after that is a row out of order
 * from before midnight. Without either, times stay as they are, long pauses included.
 * `patient` has the patient (0..patientCount-1) of each row, in file order; `onMidnight` is told the row. Times that
 * reach 24 hours are no times of day but counted from a recording's start: returned unchanged.
 */
export function unwrapMidnights(timeS: Float64Array, patient: Uint32Array, patientCount: number, onMidnight: (row: number) => void): Float64Array {
  if (timeS.some((time) => time >= DAY_S)) return timeS;
  const previous = new Float64Array(patientCount).fill(NaN);
  const days = new Float64Array(patientCount);
  return timeS.map((time, row) => {
    const p = patient[row];
    const jump = time - previous[p];
    if (jump < -HALF_DAY_S) {
      days[p]++;
      onMidnight(row);
    } else if (jump > HALF_DAY_S && days[p] > 0) days[p]--;
    previous[p] = time;
    return time + days[p] * DAY_S;
  });
}
