import type { EvaluationSet } from "../../lifecycle/registry/evaluation-set.ts";
import { useRestriction } from "../accounts/use-restriction.ts";
import { CopyableHash } from "../result/method/copyable-hash.tsx";
import { Button } from "../shared/button.tsx";
import { formatCount, formatCounted, formatDateTime } from "../shared/format.ts";
import styles from "./set-table.module.css";

interface SetTableProps {
  readonly sets: readonly EvaluationSet[];
  readonly onDelete: (set: EvaluationSet) => void;
}

/** Frozen sets with what is in them; on a phone each is a block. */
export function SetTable({ sets, onDelete }: SetTableProps) {
  const deleting = useRestriction("delete models or evaluation sets");
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Set</th>
          <th scope="col">Holds</th>
          <th scope="col">Rows per class</th>
          <th scope="col">SHA-256 of its files</th>
          <th scope="col">Frozen</th>
          <th scope="col">Actions</th>
        </tr>
      </thead>
      <tbody>
        {sets.map((set) => (
          <tr key={set.id}>
            <th scope="row">{set.name}</th>
            <td data-label="Holds">{holdsText(set)}</td>
            <td data-label="Rows per class">{Object.entries(set.rowsPerClass).map(([code, rows]) => `${code} ${formatCount(rows)}`).join(", ")}</td>
            <td data-label="SHA-256">
              <span>
                {set.fileSha256.slice(0, MOST_HASHES).map((sha256, i) => <span key={sha256}><CopyableHash hash={sha256} of={`${set.name}, file ${i + 1}`} /> </span>)}
                {set.fileSha256.length > MOST_HASHES && `and of ${formatCount(set.fileSha256.length - MOST_HASHES)} more`}
              </span>
            </td>
            <td data-label="Frozen">{formatDateTime(set.frozenAt)}</td>
            <td><Button {...deleting} variant="link" aria-label={`Delete ${set.name}`} onClick={() => onDelete(set)}>Delete …</Button></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Shown at most; a set of recordings comes from many files. */
const MOST_HASHES = 4;

function holdsText({ kind, rows, samplesPerBeat, recordings }: EvaluationSet): string {
  switch (kind) {
    case "beats":
      return `${formatCount(rows)} beats of ${samplesPerBeat ?? 0} samples`;
    case "heart-rate":
      return `${formatCount(rows)} heart rates`;
    case "recordings":
      return `${formatCounted(rows, "labelled beat")} of ${formatCounted(recordings ?? 0, "recording")}`;
    case "twelve-lead":
      return formatCounted(rows, "record of twelve leads", "records of twelve leads");
  }
}
