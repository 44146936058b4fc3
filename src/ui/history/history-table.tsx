import { useDeferredValue } from "react";
import type { CheckRecord } from "../../db/records.ts";
import { VisuallyHidden } from "../shared/visually-hidden.tsx";
import { HistoryRow } from "./history-row.tsx";
import styles from "./history.module.css";

/** More than a screen holds. */
const FIRST_ROWS = 40;

interface HistoryTableProps {
  readonly checks: readonly CheckRecord[];
  readonly verdictCounts: ReadonlyMap<string, number>;
  readonly detectorName: (id: string) => string;
  readonly picked: ReadonlySet<string>;
  /** this and the next two stay the same between renders, so that only rows that change are drawn again */
  readonly onPick: (id: string, picked: boolean) => void;
  readonly resultHref: (id: string) => string;
  readonly onRename: (check: CheckRecord, name: string) => void;
  readonly onDelete: (check: CheckRecord) => void;
}

export function HistoryTable({ checks, verdictCounts, detectorName, picked, onPick, resultHref, onRename, onDelete }: HistoryTableProps) {
  // Those in sight are drawn first: the browser takes a while to lay out hundreds of rows.
  const drawn = useDeferredValue(checks, checks.slice(0, FIRST_ROWS));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col"><VisuallyHidden>Pick to compare</VisuallyHidden></th>
          <th scope="col">Check</th>
          <th scope="col">Made</th>
          <th scope="col">Kind</th>
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
        {drawn.map((check) => (
          <HistoryRow
            key={check.id} check={check} verdicts={verdictCounts.get(check.id) ?? 0} detector={detectorName(check.detectorId)}
            isPicked={picked.has(check.id)} href={resultHref(check.id)} onPick={onPick} onRename={onRename} onDelete={onDelete}
          />
        ))}
      </tbody>
    </table>
  );
}
