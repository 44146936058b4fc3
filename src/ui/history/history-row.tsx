import { memo } from "react";
import type { CheckRecord } from "../../db/records.ts";
import { f1 } from "../../ecg/metrics/confusion.ts";
import { driftVerdict } from "../monitoring/drift-words.ts";
import { Button } from "../shared/button.tsx";
import { formatCount, formatDateTime, formatFixed, formatShare, NO_VALUE } from "../shared/format.ts";
import { VisuallyHidden } from "../shared/visually-hidden.tsx";
import { CheckName } from "./check-name.tsx";
import styles from "./history.module.css";

interface HistoryRowProps {
  readonly check: CheckRecord;
  /** how many of its events have a verdict */
  readonly verdicts: number;
  readonly detector: string;
  readonly isPicked: boolean;
  readonly href: string;
  readonly onPick: (id: string, picked: boolean) => void;
  readonly onRename: (check: CheckRecord, name: string) => void;
  readonly onDelete: (check: CheckRecord) => void;
}

const KIND_WORDS: Readonly<Record<CheckRecord["kind"], string>> = { "heart-rate": "Heart rate", beats: "Beats", recording: "Recording" };

/** One saved check. */
export const HistoryRow = memo(function HistoryRow({ check, verdicts, detector, isPicked, href, onPick, onRename, onDelete }: HistoryRowProps) {
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={`Pick ${check.name}, ${detector}, to compare`}
          checked={isPicked}
          onChange={(event) => onPick(check.id, event.target.checked)}
        />
      </td>
      <th scope="row">
        <CheckName name={check.name} href={href} onRename={(name) => onRename(check, name)} />
        {check.drift?.isUnlike === true && <span className={styles.unlike}>{driftVerdict(check.drift)}</span>}
        <span className={styles.file}>{check.files.map(({ name, sha256 }) => `${name} · ${sha256.slice(0, 8)}`).join(", ")}</span>
      </th>
      <td data-label="Made">{formatDateTime(check.createdAt)}</td>
      <td data-label="Kind">{KIND_WORDS[check.kind]}</td>
      <td data-label="Detector">{detector}</td>
      <td data-label="Rows" className={styles.number}>{formatCount(check.rows)}</td>
      <td data-label="Patients" className={styles.number}>{check.kind === "heart-rate" ? formatCount(check.patientIds.length) : NO_VALUE}</td>
      <td data-label="Predicted" className={styles.number}>{formatCount(check.predicted)}</td>
      <td data-label="Threshold" className={styles.number}>{formatFixed(check.threshold, 3)}</td>
      <td data-label="F1" className={styles.number}>{check.confusion === null ? NO_VALUE : formatShare(f1(check.confusion))}</td>
      <td data-label="Verdicts" className={styles.number}>{formatCount(verdicts)}</td>
      <td>
        <Button variant="link" onClick={() => onDelete(check)}>Delete<VisuallyHidden> {check.name}, {detector}</VisuallyHidden></Button>
      </td>
    </tr>
  );
});
