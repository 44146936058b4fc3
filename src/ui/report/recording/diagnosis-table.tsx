import type { DiagnosisRecord } from "../../../db/records.ts";
import type { StatedDiagnoses } from "../../../ecg/recording/stated-diagnoses.ts";
import { SUPERCLASSES } from "../../../models/recording-model.ts";
import { patientText } from "../../check/recording/recording-facts.ts";
import { diagnosisVersionText } from "../../models/version-text.ts";
import { againstFile, statedText } from "../../recording/diagnosis/against-file.ts";
import { AgainstFileMark } from "../../recording/diagnosis/against-file-mark.tsx";
import { formatShare } from "../../shared/format.ts";
import report from "../report.module.css";

interface DiagnosisTableProps {
  readonly diagnosis: DiagnosisRecord;
  /** what the file states; undefined where it states nothing */
  readonly stated: StatedDiagnoses | undefined;
}

/** What the twelve-lead model gave, at the thresholds in use, beside what the file states, and what it was told of the patient. */
export function DiagnosisTable({ diagnosis, stated }: DiagnosisTableProps) {
  const { patient, probabilities, thresholds, shippedThresholds, imputed, modelHash, backend, warnings } = diagnosis;
  const superclasses = stated?.superclasses ?? null;
  const told = patientText({ id: null, ...patient }, "nothing");
  return (
    <section aria-label="Twelve-lead findings">
      <h3>Twelve-lead findings <small>of the first ten seconds; several can hold</small></h3>
      <table className={report.events}>
        <thead>
          <tr>
            <th scope="col">Superclass</th><th scope="col">Probability</th><th scope="col">Threshold</th><th scope="col">Finding</th>
            {superclasses !== null && <th scope="col">Against the file</th>}
          </tr>
        </thead>
        <tbody>
          {SUPERCLASSES.map(({ code, name }, i) => (
            <tr key={code}>
              <td><b>{code}</b> {name}</td>
              <td>{formatShare(probabilities[i])}</td>
              <td>{formatShare(thresholds[i])}{thresholds[i] !== shippedThresholds[i] && `, set by hand (the model’s ${formatShare(shippedThresholds[i])})`}</td>
              <td>{probabilities[i] >= thresholds[i] ? <b>✓ reported</b> : "below"}</td>
              {superclasses !== null && <td><AgainstFileMark {...againstFile(probabilities[i] >= thresholds[i], superclasses.includes(code))} /></td>}
            </tr>
          ))}
        </tbody>
      </table>
      {stated !== undefined && <p className={report.note}>{statedText(stated)}</p>}
      <p className={report.note}>
        Twelve-lead superclasses, {diagnosisVersionText(diagnosis)}, SHA-256 {modelHash.slice(0, 16)} on {backend}. Told of the patient: {told}
        {imputed.length > 0 && `; not known, so taken as the mean of those learnt from: ${imputed.join(", ")}`}. {warnings.join(" ")}
      </p>
    </section>
  );
}
