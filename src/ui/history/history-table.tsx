import type { CheckRecord } from "../../db/records.ts";
import { f1 } from "../../ecg/metrics/confusion.ts";
import { Button } from "../shared/button.tsx";
import { formatCount, formatDateTime, formatFixed, formatShare, NO_VALUE } from "../shared/format.ts";
import { VisuallyHidden } from "../shared/visually-hidden.tsx";
import { CheckName } from "./check-name.tsx";
import styles from "./history.module.css";

interface HistoryTableProps {
  readonly checks: readonly CheckRecord[];
  readonly verdictCounts: ReadonlyMap<string, number>;
  readonly detectorName: (id: string) => string;
  readonly picked: ReadonlySet<string>;
  readonly onPick: (id: string, picked: boolean) => void;
  readonly resultHref: (id: string) => string;
  readonly onRename: (check: CheckRecord, name: string) => void;
  readonly onDelete: (check: CheckRecord) => void;
}

export function HistoryTable({ checks, verdictCounts, detectorName, picked, onPick, resultHref, onRename, onDelete }: HistoryTableProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col"><VisuallyHidden>Pick to compare</VisuallyHidden></th>
          <th scope="col">Check</th>
          <th scope="col">Made</th>
          <th scope="col">Detector</th>
          <th scope="col" className={styles.number}>Rows</th>
          <th scope="col" className={styles.number}>Patients</th>
          <th scope="col" className={styles.number}>Predicted</th>
          <th scope="col" className={styles.number}>Threshold</th>
          <th scope="col" className={styles.number}>F1</th>
          <th scope="col" className={styles.number}>Verdicts</th>
          <th scope="col"><VisuallyHidden>Delete</VisuallyHidden></th>
        </tr>
      </thead>
      <tbody>
        {checks.map((check) => (
          <tr key={check.id}>
            <td>
              <input
                type="checkbox"
                aria-label={`Pick ${check.name}, ${detectorName(check.detectorId)}, to compare`}
                checked={picked.has(check.id)}
                onChange={(event) => onPick(check.id, event.target.checked)}
              />
            </td>
            <th scope="row">
              <CheckName name={check.name} href={resultHref(check.id)} onRename={(name) => onRename(check, name)} />
              <span className={styles.file}>{check.files.map(({ name, sha256 }) => `${name} · ${sha256.slice(0, 8)}`).join(", ")}</span>
            </th>
            <td data-label="Made">{formatDateTime(check.createdAt)}</td>
            <td data-label="Detector">{detectorName(check.detectorId)}</td>
            <td data-label="Rows" className={styles.number}>{formatCount(check.rows)}</td>
            <td data-label="Patients" className={styles.number}>{formatCount(check.patientIds.length)}</td>
            <td data-label="Predicted" className={styles.number}>{formatCount(check.predicted)}</td>
            <td data-label="Threshold" className={styles.number}>{formatFixed(check.threshold, 3)}</td>
            <td data-label="F1" className={styles.number}>{check.confusion === null ? NO_VALUE : formatShare(f1(check.confusion))}</td>
            <td data-label="Verdicts" className={styles.number}>{formatCount(verdictCounts.get(check.id) ?? 0)}</td>
            <td>
              <Button variant="link" onClick={() => onDelete(check)}>Delete<VisuallyHidden> {check.name}, {detectorName(check.detectorId)}</VisuallyHidden></Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
