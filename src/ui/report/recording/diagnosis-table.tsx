import type { DiagnosisRecord } from "../../../db/records.ts";
import { SUPERCLASSES } from "../../../models/recording-model.ts";
import { patientText } from "../../check/recording/recording-facts.ts";
import { formatShare } from "../../shared/format.ts";
import report from "../report.module.css";

/** What the twelve-lead model gave, at the thresholds in use, and what it was told of the patient. */
export function DiagnosisTable({ diagnosis }: { readonly diagnosis: DiagnosisRecord }) {
  const { patient, probabilities, thresholds, shippedThresholds, imputed, modelHash, backend, warnings } = diagnosis;
  const told = patientText({ id: null, ...patient }, "nothing");
  return (
    <section aria-label="Twelve-lead findings">
      <h3>Twelve-lead findings <small>of the first ten seconds; several can hold</small></h3>
      <table className={report.events}>
        <thead>
          <tr><th scope="col">Superclass</th><th scope="col">Probability</th><th scope="col">Threshold</th><th scope="col">Finding</th></tr>
        </thead>
        <tbody>
          {SUPERCLASSES.map(({ code, name }, i) => (
            <tr key={code}>
              <td><b>{code}</b> {name}</td>
              <td>{formatShare(probabilities[i])}</td>
              <td>{formatShare(thresholds[i])}{thresholds[i] !== shippedThresholds[i] && `, set by hand (shipped ${formatShare(shippedThresholds[i])})`}</td>
              <td>{probabilities[i] >= thresholds[i] ? <b>✓ reported</b> : "below"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={report.note}>
        Twelve-lead superclasses, {modelHash.slice(0, 16)} on {backend}. Told of the patient: {told}
        {imputed.length > 0 && `; not known, so taken as the mean of those learnt from: ${imputed.join(", ")}`}. {warnings.join(" ")}
      </p>
    </section>
  );
}
