/** Anomalous beats are weighted to be this share of all, whatever they are in the patients at hand. */
const TARGET_SHARE = 0.01;

/** Thresholds tried: the steps of the slider. */
const THRESHOLDS = Array.from({ length: 199 }, (_, step) => (step + 1) / 200);

export interface ThresholdChoice {
  readonly threshold: number;
  /** at that threshold, the anomalous beats weighted */
  readonly f1: number;
}

/**
 * The threshold of highest F1 over the beats of all patients, anomalous beats weighted to one in a hundred: false alarms
 * count as they will where anomalies are rare. The lowest of equally good ones. `labels[p]` and `scores[p]` belong
 * together; rows scored NaN or without a label do not count.
 */
export function chooseThreshold(labels: readonly Uint8Array[], scores: readonly Float32Array[]): ThresholdChoice {
  const beats = labels.flatMap((label, patient) =>
    Array.from(label, (value, row) => ({ anomalous: value === 1, score: scores[patient][row] })).filter(
      ({ score }, row) => label[row] <= 1 && !Number.isNaN(score),
    ),
  );
  const truths = beats.filter(({ anomalous }) => anomalous).length;
  const weight = (TARGET_SHARE / (1 - TARGET_SHARE)) * ((beats.length - truths) / truths);
  const f1s = THRESHOLDS.map((threshold) => {
    const predicted = beats.filter(({ score }) => score >= threshold);
    const hits = predicted.filter(({ anomalous }) => anomalous).length;
    return (2 * weight * hits) / (weight * (hits + truths) + predicted.length - hits);
  });
  const f1 = Math.max(...f1s);
  return { threshold: THRESHOLDS[f1s.indexOf(f1)], f1 };
}
