import { useState, type ReactNode } from "react";
import { OptionGroup } from "../check/option-group.tsx";
import { isRecordingModel } from "../models/model-kinds.ts";
import { Card } from "../shared/card.tsx";
import { DamagedNote } from "../shared/damaged-note.tsx";
import type { LabelSource } from "./beat-data.ts";
import { CheckSources } from "./check-sources.tsx";
import { NO_DATA, type ChosenData } from "./chosen-data.ts";
import { FileSource } from "./file-source.tsx";
import type { TrainableModel } from "./trainable-models.ts";
import styles from "./data-card.module.css";

interface DataCardProps {
  readonly model: TrainableModel;
  readonly checkHref: string;
  readonly onData: (data: ChosenData) => void;
  readonly labels: LabelSource;
  readonly onLabels: (labels: LabelSource) => void;
  /** what the clinician's word is, of this kind of data */
  readonly clinicianOnly: string;
  /** what follows from the data */
  readonly children: ReactNode;
}

/** What is learnt from: saved checks with what clinicians said of them, or a labelled file. */
export function DataCard({ model, checkHref, onData, labels, onLabels, clinicianOnly, children }: DataCardProps) {
  const [from, setFrom] = useState<"checks" | "file">("checks");
  return (
    <Card heading="What it learns from">
      <div className={styles.data}>
        <DamagedNote lists={["evaluationSets"]} />
        <OptionGroup
          legend="Data"
          value={from}
          onPick={(value) => {
            setFrom(value);
            onData(NO_DATA);
          }}
          options={[
            { value: "checks", label: "Checks in History, with clinicians’ labels" },
            { value: "file", label: isRecordingModel(model) ? "Labelled recordings in files" : "A labelled file" },
          ]}
        />
        {from === "checks" ? <CheckSources model={model} checkHref={checkHref} onData={onData} /> : <FileSource model={model} onData={onData} />}
        <OptionGroup
          legend="Labels"
          value={labels}
          onPick={onLabels}
          options={[
            { value: "file-and-clinician", label: "The file’s, with the clinician’s corrections" },
            { value: "clinician", label: clinicianOnly },
          ]}
        />
        {children}
      </div>
    </Card>
  );
}
