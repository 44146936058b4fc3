import type { DriftReport } from "../../ecg/drift/drift-report.ts";
import { driftSentence, driftVerdict } from "./drift-words.ts";
import styles from "./printed-drift.module.css";

/** In a report: whether the file is like the training data; bold where it is not. */
export function PrintedDrift({ drift }: { readonly drift: DriftReport | undefined }) {
  if (drift === undefined) return null;
  return <p className={styles.line}>{drift.isUnlike ? <><strong>{driftVerdict(drift)}.</strong> {driftSentence(drift)}</> : `${driftVerdict(drift)}.`}</p>;
}
