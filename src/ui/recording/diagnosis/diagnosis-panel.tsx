import type { DiagnosisRecord } from "../../../db/records.ts";
import type { Recording } from "../../../ecg/recording/recording.ts";
import { ModelCardButton } from "../../models/model-card-button.tsx";
import { CopyableHash } from "../../result/method/copyable-hash.tsx";
import { Card } from "../../shared/card.tsx";
import { ProblemAlert } from "../../shared/problem-alert.tsx";
import { SHIPPED_VERSION } from "../../../lifecycle/registry/model-version.ts";
import { diagnosisVersionText } from "../../models/version-text.ts";
import { PatientForm } from "./patient-form.tsx";
import { SuperclassTable } from "./superclass-table.tsx";
import { useDiagnosis } from "./use-diagnosis.ts";
import styles from "./diagnosis-panel.module.css";

interface DiagnosisPanelProps {
  readonly checkId: string;
  readonly recording: Recording;
  /** null where the model gave none when the recording was checked */
  readonly diagnosis: DiagnosisRecord | null;
}

/** What the twelve-lead model makes of a recording, and what it was told of the patient. */
export function DiagnosisPanel({ checkId, recording, diagnosis }: DiagnosisPanelProps) {
  const { recomputing, problem, computeAgain, setThresholds } = useDiagnosis(checkId, recording, diagnosis);
  const { ageYears, sex, heightCm, weightKg } = recording.patient;
  return (
    <div className={styles.panel}>
      <Card heading="Twelve-lead findings" note="of the first ten seconds">
        {problem !== null && <div className={styles.problem}><ProblemAlert problem={problem} /></div>}
        {diagnosis === null ? (
          <p>The model gave no findings when this recording was checked; the reason is listed under Method. Compute again asks it once more.</p>
        ) : (
          <>
            <SuperclassTable diagnosis={diagnosis} stated={recording.diagnoses} onThresholds={(thresholds) => setThresholds(diagnosis, thresholds)} />
            {diagnosis.warnings.map((warning) => <p key={warning} className={styles.warning}>{warning}</p>)}
            <p className={styles.note}>
              {diagnosis.modelVersion === SHIPPED_VERSION ? (
                <>The model learnt from few records: read its card before its numbers. <ModelCardButton detectorId="twelve-lead" name="Twelve-lead superclasses" /></>
              ) : (
                <b>By {diagnosisVersionText(diagnosis)}.</b>
              )}
            </p>
            <p className={styles.note}>Model version {diagnosis.modelVersion}, SHA-256 <CopyableHash hash={diagnosis.modelHash} of="twelve-lead model" />, {diagnosis.backend}</p>
          </>
        )}
      </Card>
      <Card heading="Patient" note="as the file says, or as you do">
        <PatientForm patient={diagnosis?.patient ?? { ageYears, sex, heightCm, weightKg }} imputed={diagnosis?.imputed ?? null} recomputing={recomputing} onCompute={computeAgain} />
      </Card>
    </div>
  );
}
