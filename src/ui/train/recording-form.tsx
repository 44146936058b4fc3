import { useMemo, useState } from "react";
import type { RunStart } from "../../lifecycle/runs/training-run.ts";
import { FOLDS } from "../../models/arrhythmia/meta.ts";
import type { RecordingModelMeta } from "../../models/recording-model.ts";
import { chooseOnly, readParameters } from "../check/detector-choice.ts";
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
import styles from "./train-form.module.css";

interface RecordingFormProps {
  readonly model: RecordingModelMeta;
  readonly onModel: (modelId: string) => void;
  readonly checkHref: string;
}

/** Training the networks for the beats of raw ECGs: from where on, with which settings, on which recordings. */
export function RecordingForm({ model, onModel, checkHref }: RecordingFormProps) {
  const [start, setStart] = useState<RunStart>({ kind: "scratch" });
  const [choice, setChoice] = useState(() => chooseOnly(model.id));
  const [data, setData] = useState(NO_DATA);
  const [labels, setLabels] = useState<LabelSource>("file-and-clinician");

  const trained = useMemo(() => ({ ...model, parameters: model.training }), [model]);
  const reading = readParameters(choice, trained);
  const gathered = useMemo(() => gatherRecordings(recordingSources(data), labels), [data, labels]);
  const problem = whyNotRecordings(gathered, FOLDS);
  const isReady = problem === null && reading.kind === "valid";
  return (
    <div className={styles.form}>
      <Card heading="What to train">
        <div className={styles.fields}>
          <ModelField model={model} onModel={onModel} />
          <StartChoice model={model} start={start} onStart={setStart} />
          <DetectorParameters meta={trained} choice={choice} onChoice={setChoice} reading={reading} />
          <p>Ten networks, one after another, each without a fifth of the recordings. Ended early, the version is made of those that have begun.</p>
        </div>
      </Card>
      <DataCard model={model} checkHref={checkHref} onData={setData} labels={labels} onLabels={setLabels} clinicianOnly="Only beats that a clinician relabelled">
        <RecordingTable gathered={gathered} problem={problem} />
        <BeginTraining order={isReady ? () => orderRecordingTraining({ model, parameters: reading.values, start, gathered }) : null} />
      </DataCard>
    </div>
  );
}
