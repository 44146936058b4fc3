import type { EvaluationSet } from "../../lifecycle/registry/evaluation-set.ts";
import { CopyableHash } from "../result/method/copyable-hash.tsx";
import { Button } from "../shared/button.tsx";
import { formatCount, formatDateTime } from "../shared/format.ts";
import styles from "./set-table.module.css";

interface SetTableProps {
  readonly sets: readonly EvaluationSet[];
  readonly onDelete: (set: EvaluationSet) => void;
}

/** Frozen sets with what is in them; on a phone each is a block. */
export function SetTable({ sets, onDelete }: SetTableProps) {
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
            <td data-label="Holds">{set.kind === "beats" ? `${formatCount(set.rows)} beats of ${set.samplesPerBeat ?? 0} samples` : `${formatCount(set.rows)} heart rates`}</td>
            <td data-label="Rows per class">{Object.entries(set.rowsPerClass).map(([code, rows]) => `${code} ${formatCount(rows)}`).join(", ")}</td>
            <td data-label="SHA-256">{set.fileSha256.map((sha256, i) => <span key={sha256}><CopyableHash hash={sha256} of={`${set.name}, file ${i + 1}`} /> </span>)}</td>
            <td data-label="Frozen">{formatDateTime(set.frozenAt)}</td>
            <td><Button variant="link" aria-label={`Delete ${set.name}`} onClick={() => onDelete(set)}>Delete …</Button></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
