/** The tolerance that is tried first, in ms, and the factor by which it grows. */
const FIRST_TOLERANCE_MS = 30;
const TOLERANCE_GROWTH = 1.1;
/** So many pairs of neighbours must be alike for a confident estimate. */
const LEAST_MATCHES = 5;
/** Fewest intervals that have so many pairs and some to spare. */
export const LEAST_INTERVALS = 12;

/**
 * Coefficient of sample entropy of RR intervals in ms (D. E. Lake and J. R. Moorman, Am J Physiol Heart Circ Physiol 300,
 * H319–H325, 2011), m = 1: how badly an interval foretells the next one. −ln(A / B) + ln(2 r) − ln(mean RR), where B counts the
 * pairs of intervals closer than r, and A those whose next intervals are so as well; r grows from 30 ms until A is at least 5.
 * High where RR intervals are irregularly irregular, as in atrial fibrillation; patterns such as bigeminy are foretold.
 * Throws a RangeError for fewer than 12 intervals.
 */
export function sampleEntropyCoefficient(intervalMs: Float64Array): number {
  const last = intervalMs.length - 1;
  if (last + 1 < LEAST_INTERVALS) throw new RangeError(`Sample entropy needs ${LEAST_INTERVALS} RR intervals, not ${last + 1}.`);
  const toleranceMs = toleranceFor(intervalMs);
  let alike = 0;
  let stillAlike = 0;
  let sumMs = intervalMs[last];
  for (let i = 0; i < last; i++) {
    sumMs += intervalMs[i];
    for (let j = i + 1; j < last; j++) {
      if (Math.abs(intervalMs[i] - intervalMs[j]) >= toleranceMs) continue;
      alike++;
      if (Math.abs(intervalMs[i + 1] - intervalMs[j + 1]) < toleranceMs) stillAlike++;
    }
  }
  return Math.log(alike / stillAlike) + Math.log(2 * toleranceMs) - Math.log(sumMs / intervalMs.length);
}

/** The first tolerance at which enough pairs match: found from the closest of them, without trying each. */
function toleranceFor(intervalMs: Float64Array): number {
  const closest = new Float64Array(LEAST_MATCHES).fill(Infinity);
  const last = intervalMs.length - 1;
  for (let i = 0; i < last; i++) {
    for (let j = i + 1; j < last; j++) {
      const apart = Math.max(Math.abs(intervalMs[i] - intervalMs[j]), Math.abs(intervalMs[i + 1] - intervalMs[j + 1]));
      let place = LEAST_MATCHES - 1;
      if (apart >= closest[place]) continue;
      for (; place > 0 && closest[place - 1] > apart; place--) closest[place] = closest[place - 1];
      closest[place] = apart;
      if (closest[LEAST_MATCHES - 1] < FIRST_TOLERANCE_MS) return FIRST_TOLERANCE_MS;
    }
  }
  let toleranceMs = FIRST_TOLERANCE_MS;
  while (closest[LEAST_MATCHES - 1] >= toleranceMs) toleranceMs *= TOLERANCE_GROWTH;
  return toleranceMs;
}
