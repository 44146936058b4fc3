import type { DriftReport } from "../../ecg/drift/drift-report.ts";
import { DriftTable } from "./drift-table.tsx";
import { driftSentence, driftVerdict } from "./drift-words.ts";
import styles from "./drift-notice.module.css";

interface DriftNoticeProps {
  /** absent where the model came without a reference */
  readonly drift: DriftReport | undefined;
}

/** Above a result: whether its file is like the data that the model learnt from, with the figures for each feature. */
export function DriftNotice({ drift }: DriftNoticeProps) {
  if (drift === undefined) return null;
  return (
    <section className={drift.isUnlike ? styles.unlike : styles.notice} aria-label="Likeness to the training data">
      {drift.isUnlike && <p><strong>{driftVerdict(drift)}.</strong> {driftSentence(drift)}</p>}
      <details>
        <summary>{drift.isUnlike ? "Figures for each feature" : driftVerdict(drift)}</summary>
        <div className={styles.details}>
          {!drift.isUnlike && <p>{driftSentence(drift)}</p>}
          <DriftTable drift={drift} />
        </div>
      </details>
    </section>
  );
}
