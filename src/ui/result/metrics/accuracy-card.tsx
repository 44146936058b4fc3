import { memo, useState } from "react";
import type { PrecisionRecallCurve } from "../../../ecg/metrics/precision-recall.ts";
import { Card } from "../../shared/card.tsx";
import { InlineChoice } from "../../shared/inline-choice.tsx";
import { ConfusionTable } from "./confusion-table.tsx";
import type { Counts } from "./check-counts.ts";
import { PrecisionRecallPlot } from "./precision-recall-plot.tsx";
import styles from "./accuracy-card.module.css";

interface AccuracyCardProps {
  readonly pooled: Counts;
  /** null without a true row */
  readonly pooledCurve: PrecisionRecallCurve | null;
  readonly patient: Counts;
  readonly patientCurve: PrecisionRecallCurve | null;
  readonly patientId: string;
  /** the threshold in use, as it is printed */
  readonly threshold: string;
}

/** Precision–recall curve and confusion table, over all patients or for the one shown. */
export const AccuracyCard = memo(function AccuracyCard({ pooled, pooledCurve, patient, patientCurve, patientId, threshold }: AccuracyCardProps) {
  const [scope, setScope] = useState<"pooled" | "patient">("pooled");
  if (pooled.confusion === null) {
    return (
      <Card heading="Against the labels">
        <p className={styles.empty}>No scored row has a label: there is nothing to compare the predictions with. Your verdicts on the events are kept with the check.</p>
      </Card>
    );
  }
  const { confusion } = scope === "pooled" ? pooled : patient;
  const curve = scope === "pooled" ? pooledCurve : patientCurve;
  return (
    <Card heading="Against the labels">
      <InlineChoice
        legend="Rows counted"
        options={[{ value: "pooled", label: "All patients" }, { value: "patient", label: `Patient ${patientId}` }]}
        value={scope}
        onPick={setScope}
      />
      {confusion === null ? (
        <p className={styles.empty}>No scored row of this patient has a label.</p>
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
});
