/**
 * The probability from which on a class is reported so that F1 is highest on these records; half way to the next lower one.
 * 0.5 where no record is of the class. `isOfClass`: 1 or 0 a record.
 */
export function bestThreshold(probabilities: ArrayLike<number>, isOfClass: Uint8Array): number {
  const order = Array.from(isOfClass.keys()).sort((a, b) => probabilities[b] - probabilities[a]);
  const positives = isOfClass.reduce((sum, own) => sum + own, 0);
  let truePositive = 0;
  let best = { f1: 0, threshold: 0.5 };
  order.forEach((record, i) => {
    truePositive += isOfClass[record];
    const here = probabilities[record];
    const below = i + 1 < order.length ? probabilities[order[i + 1]] : 0;
    const f1 = (2 * truePositive) / (i + 1 + positives);
    if (below < here && f1 > best.f1) best = { f1, threshold: (here + below) / 2 };
  });
  return best.threshold;
}
