import { useMemo, useState } from "react";
import { FOLDS } from "../../models/arrhythmia/meta.ts";
import type { RecordingModelMeta } from "../../models/recording-model.ts";
import { DetectorParameters } from "../check/detector-parameters.tsx";
import { Card } from "../shared/card.tsx";
import type { LabelSource } from "./beat-data.ts";
import { BeginTraining } from "./begin-training.tsx";
import { NO_DATA, recordingSources } from "./chosen-data.ts";
import { DataCard } from "./data-card.tsx";
import { ModelField } from "./model-field.tsx";
import { gatherRecordings, whyNotRecordings } from "./recording-data.ts";
import { RecordingTable } from "./recording-table.tsx";
import { StartChoice } from "./start-choice.tsx";
import { orderRecordingTraining } from "./training-order.ts";
import { useTrainingSettings } from "./use-training-settings.ts";
import styles from "./train-form.module.css";

interface RecordingFormProps {
  readonly model: RecordingModelMeta;
  readonly onModel: (modelId: string) => void;
  readonly checkHref: string;
}

/** Training the networks for the beats of raw ECGs: from where on, with which settings, on which recordings. */
export function RecordingForm({ model, onModel, checkHref }: RecordingFormProps) {
  const { start, values, startField, parameterFields } = useTrainingSettings(model);
  const [data, setData] = useState(NO_DATA);
  const [labels, setLabels] = useState<LabelSource>("file-and-clinician");

  const gathered = useMemo(() => gatherRecordings(recordingSources(data), labels), [data, labels]);
  const problem = whyNotRecordings(gathered, FOLDS);
  return (
    <div className={styles.form}>
      <Card heading="What to train">
        <div className={styles.fields}>
          <ModelField model={model} onModel={onModel} />
          <StartChoice {...startField} />
          <DetectorParameters {...parameterFields} />
          <p>Ten networks, one after another, each without a fifth of the recordings. Ended early, the version is made of those that have begun.</p>
        </div>
      </Card>
      <DataCard model={model} checkHref={checkHref} onData={setData} labels={labels} onLabels={setLabels} clinicianOnly="Only beats that a clinician relabelled">
        <RecordingTable gathered={gathered} problem={problem} />
        <BeginTraining order={problem !== null || values === null ? null : () => orderRecordingTraining({ model, parameters: values, start, gathered })} />
      </DataCard>
    </div>
  );
}
