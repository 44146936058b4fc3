import { useMemo, useState } from "react";
import type { DetectorMeta } from "../../models/detector.ts";
import { Card } from "../shared/card.tsx";
import { formatCounted } from "../shared/format.ts";
import type { LabelSource } from "./beat-data.ts";
import { BeginTraining } from "./begin-training.tsx";
import { NO_DATA, rateSources } from "./chosen-data.ts";
import { DataCard } from "./data-card.tsx";
import { ModelField } from "./model-field.tsx";
import { countRates, gatherRates } from "./rate-data.ts";
import { orderRateTraining } from "./training-order.ts";
import styles from "./train-form.module.css";

interface RateFormProps {
  readonly model: DetectorMeta;
  readonly onModel: (modelId: string) => void;
  readonly checkHref: string;
}

/** Training a detector of heart rates: with fixed settings, from scratch, on labels and verdicts. */
export function RateForm({ model, onModel, checkHref }: RateFormProps) {
  const [data, setData] = useState(NO_DATA);
  const [labels, setLabels] = useState<LabelSource>("file-and-clinician");
  const gathered = useMemo(() => gatherRates(rateSources(data), labels), [data, labels]);
  const counts = useMemo(() => countRates(gathered.patients), [gathered]);
  return (
    <div className={styles.form}>
      <Card heading="What to train">
        <div className={styles.fields}>
          <ModelField model={model} onModel={onModel} />
          <p>Trained from scratch with the settings of the shipped version. It keeps nothing before its end: a training that was interrupted starts anew.</p>
        </div>
      </Card>
      <DataCard model={model} checkHref={checkHref} onData={setData} labels={labels} onLabels={setLabels} clinicianOnly="Only patients with verdicts: accepted and rejected events, and as normal what was not reported">
        <p role="status" className={styles.none}>
          {gathered.patients.length === 0
            ? "No labelled patients are chosen yet."
            : `${formatCounted(gathered.patients.length, "patient")}: ${formatCounted(counts.normal, "normal row")} and ${formatCounted(counts.anomalous, "anomalous row")} to learn from, ${formatCounted(counts.unlabelled, "row")} without a label. Patients are kept apart where the training divides them.`}
        </p>
        <BeginTraining order={gathered.patients.length === 0 ? null : () => orderRateTraining(model, gathered, counts)} />
      </DataCard>
    </div>
  );
}
