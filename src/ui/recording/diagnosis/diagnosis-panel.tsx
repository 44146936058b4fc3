import type { DiagnosisRecord } from "../../../db/records.ts";
import type { Recording } from "../../../ecg/recording/recording.ts";
import { ModelCardButton } from "../../models/model-card-button.tsx";
import { Card } from "../../shared/card.tsx";
import { ProblemAlert } from "../../shared/problem-alert.tsx";
import { PatientForm } from "./patient-form.tsx";
import { SuperclassTable } from "./superclass-table.tsx";
import { useDiagnosis } from "./use-diagnosis.ts";
import styles from "./diagnosis-panel.module.css";

interface DiagnosisPanelProps {
  readonly checkId: string;
  readonly recording: Recording;
  readonly diagnosis: DiagnosisRecord;
}

/** What the twelve-lead model makes of a recording, and what it was told of the patient. */
export function DiagnosisPanel({ checkId, recording, diagnosis }: DiagnosisPanelProps) {
  const { isBusy, problem, computeAgain, setThresholds } = useDiagnosis(checkId, recording, diagnosis);
  return (
    <div className={styles.panel}>
      <Card heading="Twelve-lead findings" note="of the first ten seconds">
        {problem !== null && <ProblemAlert problem={problem} />}
        <SuperclassTable diagnosis={diagnosis} onThresholds={setThresholds} />
        {diagnosis.warnings.map((warning) => <p key={warning}>{warning}</p>)}
        <p className={styles.note}>
          The model learnt from few records: read its card before its numbers. <ModelCardButton detectorId="twelve-lead" name="Twelve-lead superclasses" />
        </p>
      </Card>
      <Card heading="Patient" note="as the file says, or as you do">
        <PatientForm key={JSON.stringify(diagnosis.patient)} diagnosis={diagnosis} isBusy={isBusy} onCompute={computeAgain} />
      </Card>
    </div>
  );
}
