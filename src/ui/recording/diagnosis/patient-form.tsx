import { useState } from "react";
import type { DiagnosisPatient } from "../../../db/records.ts";
import { Button } from "../../shared/button.tsx";
import { Field } from "../../shared/field.tsx";
import { NumberField } from "../../shared/number-field.tsx";
import { ProblemAlert } from "../../shared/problem-alert.tsx";
import { draftOf, readDraft, type PatientDraft } from "./patient-draft.ts";
import type { Recomputing } from "./use-diagnosis.ts";
import styles from "./patient-form.module.css";

interface PatientFormProps {
  /** what the model was or will be told */
  readonly patient: DiagnosisPatient;
  /** the fields it was told the usual value of; null where it has not answered */
  readonly imputed: readonly string[] | null;
  readonly recomputing: Recomputing;
  readonly onCompute: (patient: DiagnosisPatient) => void;
}

const STATUS: Readonly<Record<Recomputing, string>> = { "not-asked": "", busy: "Computing …", done: "Computed for this patient.", failed: "" };

/** What the model was told of the patient, to complete or correct; the model is then asked again. */
export function PatientForm({ patient, imputed, recomputing, onCompute }: PatientFormProps) {
  const [draft, setDraft] = useState(() => draftOf(patient));
  const reading = readDraft(draft);
  const isChanged = reading.kind === "unfit" || JSON.stringify(reading.patient) !== JSON.stringify(patient);
  const change = (changed: Partial<PatientDraft>) => setDraft({ ...draft, ...changed });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (reading.kind === "fit" && recomputing !== "busy") onCompute(reading.patient);
      }}
    >
      <div className={styles.fields}>
        <NumberField label="Age, years" text={draft.age} onType={(age) => change({ age })} />
        <Field label="Sex">
          <select value={draft.sex} onChange={(event) => change({ sex: event.target.value as PatientDraft["sex"] })}>
            <option value="">Not known</option>
            <option value="female">Female</option>
            <option value="male">Male</option>
          </select>
        </Field>
        <NumberField label="Height, cm" text={draft.height} onType={(height) => change({ height })} />
        <NumberField label="Weight, kg" text={draft.weight} onType={(weight) => change({ weight })} />
      </div>
      {reading.kind === "unfit" && <ProblemAlert problem={{ sentence: reading.sentence }} />}
      {imputed !== null && (
        <p className={styles.note}>
          {imputed.length === 0 ? "The model was told all four." : `Not given, so the model was told the mean of the patients it learnt from: ${imputed.join(", ")}.`}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" disabled={reading.kind === "unfit"}>Compute again</Button>
        <span role="status" className={styles.note}>{isChanged && recomputing !== "busy" ? "Changed: not computed yet." : STATUS[recomputing]}</span>
      </div>
    </form>
  );
}
