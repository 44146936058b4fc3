import { memo } from "react";
import { kpiFigures, KPI_NAMES, labelSentence, type KpiName } from "./kpi-figures.ts";
import { KpiTile } from "./kpi-tile.tsx";
import type { Counts } from "./check-counts.ts";
import styles from "./kpi-tiles.module.css";

interface KpiTilesProps {
  readonly pooled: Counts;
  /** of the scores, whatever the threshold; null without a true row */
  readonly pooledAveragePrecision: number | null;
  readonly patient: Counts;
  readonly patientAveragePrecision: number | null;
  readonly patientId: string;
}

const WORDS: Readonly<Record<KpiName, { readonly label: string; readonly hint: string }>> = {
  predicted: { label: "Predicted", hint: "Rows at or above the threshold" },
  true: { label: "True", hint: "Scored rows that the file labels anomalous" },
  precision: { label: "Precision", hint: "Share of the predicted rows that are true, with its 95 % Wilson interval" },
  recall: { label: "Recall", hint: "Share of the true rows that are predicted, with its 95 % Wilson interval" },
  f1: { label: "F1", hint: "Harmonic mean of precision and recall" },
  averagePrecision: { label: "Average precision", hint: "Area below the precision–recall curve: how well the scores rank, whatever the threshold" },
};

/** The key figures, all patients pooled and the patient shown. */
export const KpiTiles = memo(function KpiTiles({ pooled, pooledAveragePrecision, patient, patientAveragePrecision, patientId }: KpiTilesProps) {
  const all = kpiFigures(pooled, pooledAveragePrecision);
  const own = kpiFigures(patient, patientAveragePrecision);
  const sentence = labelSentence(pooled);
  return (
    <section aria-label="Key figures">
      <dl className={styles.tiles}>
        {KPI_NAMES.map((name) => <KpiTile key={name} {...WORDS[name]} pooled={all[name]} patient={own[name]} />)}
      </dl>
      <p className={styles.note}>
        Large: all patients pooled; below: patient {patientId}. Ranges are 95 % Wilson intervals.{sentence !== null && ` ${sentence}`}
      </p>
    </section>
  );
});
