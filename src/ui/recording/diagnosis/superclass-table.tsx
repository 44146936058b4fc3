import type { DiagnosisRecord } from "../../../db/records.ts";
import type { StatedDiagnoses } from "../../../ecg/recording/stated-diagnoses.ts";
import { SHIPPED_VERSION } from "../../../lifecycle/registry/model-version.ts";
import { SUPERCLASSES } from "../../../models/recording-model.ts";
import { Button } from "../../shared/button.tsx";
import { statedText } from "./against-file.ts";
import { SuperclassRow } from "./superclass-row.tsx";
import styles from "./superclass-table.module.css";

interface SuperclassTableProps {
  readonly diagnosis: DiagnosisRecord;
  /** what the file states; undefined where it states nothing */
  readonly stated: StatedDiagnoses | undefined;
  readonly onThresholds: (thresholds: readonly number[]) => void;
}

/** The five superclasses with their probabilities; several can be reported at once. */
export function SuperclassTable({ diagnosis: { probabilities, thresholds, shippedThresholds, modelVersion }, stated, onThresholds }: SuperclassTableProps) {
  const superclasses = stated?.superclasses ?? null;
  const isShipped = thresholds.every((threshold, i) => threshold === shippedThresholds[i]);
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Superclass</th>
            <th scope="col" colSpan={2}>Probability</th>
            <th scope="col">Finding</th>
            {superclasses !== null && <th scope="col">Against the file</th>}
            <th scope="col">Threshold</th>
          </tr>
        </thead>
        <tbody>
          {SUPERCLASSES.map(({ code, name }, i) => (
            <SuperclassRow
              key={code} code={code} name={name} probability={probabilities[i]} threshold={thresholds[i]} isStated={superclasses?.includes(code) ?? null}
              onThreshold={(threshold) => onThresholds(thresholds.with(i, threshold))}
            />
          ))}
        </tbody>
      </table>
      {stated !== undefined && <p className={styles.stated}>{statedText(stated)}</p>}
      <p className={styles.note}>
        A class is reported from its threshold on; {modelVersion === SHIPPED_VERSION ? "the shipped ones have the best F1 on records kept for validation" : "this version came with the ones to reset to"}.{" "}
        <Button variant="link" disabled={isShipped} onClick={() => onThresholds(shippedThresholds)}>Reset to {modelVersion === SHIPPED_VERSION ? "shipped" : "its"} thresholds</Button>
      </p>
    </>
  );
}
