/** Probabilities of the classes from their scores, row by row. `scores` and `probabilities`: by class, all rows. */
export function softmax(scores: readonly Float64Array[], probabilities: readonly Float64Array[]): void {
  const classes = scores.length;
  const rows = scores[0].length;
  for (let row = 0; row < rows; row++) {
    let highest = -Infinity;
    for (let k = 0; k < classes; k++) if (scores[k][row] > highest) highest = scores[k][row];
    let sum = 0;
    for (let k = 0; k < classes; k++) {
      const odds = Math.exp(scores[k][row] - highest);
      probabilities[k][row] = odds;
      sum += odds;
    }
    for (let k = 0; k < classes; k++) probabilities[k][row] /= sum;
  }
}
