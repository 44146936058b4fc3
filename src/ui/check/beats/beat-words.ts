import type { BeatForm, BeatTable } from "../../../ecg/beats/table.ts";
import { CLASSES, type LabelScheme } from "../../../ecg/beats/classes.ts";
import { UNLABELLED } from "../../../ecg/table.ts";
import type { LabelPlace } from "../../../ecg/reading/beats/beat-question.ts";
import type { LabelCoding } from "../../../ecg/reading/beats/label-coding.ts";
import { formatCount } from "../../shared/format.ts";

/** How the page names what was read of a beat table. */

export const BEAT_FORM_WORDS: Readonly<Record<BeatForm, string>> = {
  "heartbeat-csv": "Heartbeat CSV (187 samples, class last)",
  ucr: "UCR time series (class first)",
  arff: "ARFF (class last)",
  "tutorial-csv": "CSV of the TensorFlow tutorial (140 samples, label last)",
  other: "A beat a row",
};

export const LABEL_PLACES: readonly { readonly value: LabelPlace; readonly label: string }[] = [
  { value: "last", label: "In the last column" },
  { value: "first", label: "In the first column" },
  { value: "none", label: "Nowhere: the beats are not labelled" },
];

export const CODINGS: readonly { readonly value: LabelCoding; readonly label: string }[] = [
  { value: "aami", label: "AAMI classes: 0 N, 1 S, 2 V, 3 F, 4 Q" },
  { value: "ecg5000", label: "ECG5000: 1 normal, 2 R-on-T, 3 PVC, 4 SP, 5 UB" },
  { value: "one-normal", label: "1 normal, 0 anomaly" },
  { value: "one-anomalous", label: "0 normal, 1 anomaly" },
];

/** "125 Hz", "125 Hz, resampled from 360 samples at 250 Hz" */
export function rateText({ samplingRateHz, resampledFrom }: Pick<BeatTable, "samplingRateHz" | "resampledFrom">): string {
  const rate = samplingRateHz === null ? "Unknown: each beat was stretched to this length" : `${formatCount(samplingRateHz)} Hz`;
  return resampledFrom === null ? rate : `${rate}, resampled from ${formatCount(resampledFrom.samplesPerBeat)} samples at ${formatCount(resampledFrom.samplingRateHz)} Hz`;
}

/** How many beats the file labels as each class of its scheme; those without a label are in none. */
export function labelCounts(label: Uint8Array, scheme: LabelScheme): number[] {
  const counts = CLASSES[scheme].map(() => 0);
  for (const index of label) if (index !== UNLABELLED) counts[index]++;
  return counts;
}
