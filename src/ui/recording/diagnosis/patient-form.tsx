import { useId, useState } from "react";
import type { DiagnosisPatient, DiagnosisRecord } from "../../../db/records.ts";
import { Button } from "../../shared/button.tsx";
import { NumberField } from "../../shared/number-field.tsx";
import { ProblemAlert } from "../../shared/problem-alert.tsx";
import { draftOf, readDraft, type PatientDraft } from "./patient-draft.ts";
import styles from "./patient-form.module.css";

interface PatientFormProps {
  readonly diagnosis: DiagnosisRecord;
  readonly isBusy: boolean;
  readonly onCompute: (patient: DiagnosisPatient) => void;
}

/** What the model was told of the patient, to complete or correct; the model is then asked again. */
export function PatientForm({ diagnosis: { patient, imputed }, isBusy, onCompute }: PatientFormProps) {
  const [draft, setDraft] = useState(() => draftOf(patient));
  const sexId = useId();
  const reading = readDraft(draft);
  const change = (changed: Partial<PatientDraft>) => setDraft({ ...draft, ...changed });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (reading.kind === "fit") onCompute(reading.patient);
      }}
    >
      <div className={styles.fields}>
        <NumberField label="Age, years" text={draft.age} onType={(age) => change({ age })} />
        <div className={styles.field}>
          <label htmlFor={sexId}>Sex</label>
          <select id={sexId} value={draft.sex} onChange={(event) => change({ sex: event.target.value as PatientDraft["sex"] })}>
            <option value="">Not known</option>
            <option value="female">Female</option>
            <option value="male">Male</option>
          </select>
        </div>
        <NumberField label="Height, cm" text={draft.height} onType={(height) => change({ height })} />
        <NumberField label="Weight, kg" text={draft.weight} onType={(weight) => change({ weight })} />
      </div>
      {reading.kind === "unfit" && <ProblemAlert problem={{ sentence: reading.sentence }} />}
      <p className={styles.note}>
        {imputed.length === 0 ? "All fields are known." : `Not given, so the model was told what is usual among the patients it learnt from: ${imputed.join(", ")}.`}
      </p>
      <div><Button type="submit" disabled={isBusy || reading.kind === "unfit"}>{isBusy ? "Computing …" : "Compute again"}</Button></div>
    </form>
  );
}
