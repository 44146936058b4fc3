/**
 * Deals patients (by index) into folds in rounds, those with most anomalous beats first, each round begun `shift` folds
 * on, so that a fold has about as many patients as the others and both with many and with few anomalies. Another shift
 * puts other patients together. `labels[p]`: 1 where anomalous.
 */
export function dealIntoFolds(labels: readonly Uint8Array[], folds: number, shift: number): number[][] {
  const anomalous = labels.map((label) => label.reduce((count, value) => count + (value === 1 ? 1 : 0), 0));
  const byCount = labels.map((_, patient) => patient).sort((a, b) => anomalous[b] - anomalous[a]);
  const dealt = Array.from({ length: folds }, (): number[] => []);
  byCount.forEach((patient, turn) => dealt[(turn + Math.floor(turn / folds) * shift) % folds].push(patient));
  return dealt;
}
