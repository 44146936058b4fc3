import { formatCount, formatCounted } from "../../shared/format.ts";
import styles from "./loss-histogram.module.css";

interface UnlabelledLineProps {
  /** without a label */
  readonly beats: number;
  readonly predicted: number;
}

/** What is predicted of the beats that nobody labelled. */
export function UnlabelledLine({ beats, predicted }: UnlabelledLineProps) {
  if (beats === 0) return null;
  return (
    <p className={styles.note}>
      {formatCount(predicted)} of {formatCounted(beats, "beat")} without a label {beats === 1 ? "is" : "are"} predicted anomalous.
    </p>
  );
}
