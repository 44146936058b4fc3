/**
 * Deals patients (by index) into folds, those with most anomalous beats first and back and forth, so that each fold has
 * about as many patients and as many anomalous beats as the others. `labels[p]`: 1 where anomalous.
 */
export function dealIntoFolds(labels: readonly Uint8Array[], folds: number): number[][] {
  const anomalous = labels.map((label) => label.reduce((count, value) => count + (value === 1 ? 1 : 0), 0));
  const byCount = labels.map((_, patient) => patient).sort((a, b) => anomalous[b] - anomalous[a]);
  const dealt = Array.from({ length: folds }, (): number[] => []);
  byCount.forEach((patient, turn) => {
    const round = Math.floor(turn / folds);
    const place = turn % folds;
    dealt[round % 2 === 0 ? place : folds - 1 - place].push(patient);
  });
  return dealt;
}
