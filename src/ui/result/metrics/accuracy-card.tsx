import { useState } from "react";
import type { PrecisionRecallCurve } from "../../../ecg/metrics/precision-recall.ts";
import { Card } from "../../shared/card.tsx";
import { ConfusionTable } from "./confusion-table.tsx";
import type { Counts } from "./check-counts.ts";
import { PrecisionRecallPlot } from "./precision-recall-plot.tsx";
import styles from "./accuracy-card.module.css";

export interface Accuracy {
  readonly counts: Counts;
  /** null without a true row */
  readonly curve: PrecisionRecallCurve | null;
}

interface AccuracyCardProps {
  readonly pooled: Accuracy;
  readonly patient: Accuracy;
  readonly patientId: string;
  /** the threshold in use, as it is printed */
  readonly threshold: string;
}

/** Precision–recall curve and confusion table, over all patients or for the one shown. */
export function AccuracyCard({ pooled, patient, patientId, threshold }: AccuracyCardProps) {
  const [scope, setScope] = useState<"pooled" | "patient">("pooled");
  if (pooled.counts.confusion === null) {
    return (
      <Card heading="Against the labels">
        <p className={styles.empty}>The file has no labels: there is nothing to compare the predictions with. Your verdicts on the events are kept with the check.</p>
      </Card>
    );
  }
  const { counts: { confusion }, curve } = scope === "pooled" ? pooled : patient;
  return (
    <Card heading="Against the labels">
      <fieldset className={styles.scope}>
        <legend>Rows counted</legend>
        {(["pooled", "patient"] as const).map((choice) => (
          <label key={choice}>
            <input type="radio" name="accuracy-scope" checked={scope === choice} onChange={() => setScope(choice)} />
            {choice === "pooled" ? "All patients" : `Patient ${patientId}`}
          </label>
        ))}
      </fieldset>
      {confusion === null ? (
        <p className={styles.empty}>This patient’s rows have no labels.</p>
      ) : (
        <div className={styles.pair}>
          {curve === null ? (
            <p className={styles.empty}>No row is labelled anomalous, so there is no precision–recall curve.</p>
          ) : (
            <PrecisionRecallPlot curve={curve} confusion={confusion} threshold={threshold} />
          )}
          <ConfusionTable confusion={confusion} />
        </div>
      )}
    </Card>
  );
}
