import { formatCount, formatCounted } from "../shared/format.ts";
import type { GatheredRecordings } from "./recording-data.ts";
import styles from "./plan-table.module.css";

interface RecordingTableProps {
  readonly gathered: GatheredRecordings;
  readonly problem: string | null;
}

/** How many labelled beats teach, of which recordings, what of them is not used, and what is in the way. */
export function RecordingTable({ gathered: { recordings, rowsPerClass, unlabelled, leftOut }, problem }: RecordingTableProps) {
  return (
    <div className={styles.plan}>
      {recordings.length > 0 && (
        <table className={styles.table}>
          <caption>Labelled beats of {formatCounted(recordings.length, "recording")}</caption>
          <thead>
            <tr><th scope="col">Class</th><th scope="col">To learn from</th></tr>
          </thead>
          <tbody>
            {Object.entries(rowsPerClass).map(([code, rows]) => (
              <tr key={code}><th scope="row">{code}</th><td>{code === "Q" ? `${formatCount(rows)}, not learnt from` : formatCount(rows)}</td></tr>
            ))}
          </tbody>
        </table>
      )}
      {recordings.length > 0 && <p>Each recording is taken for a patient; no patient’s beats both teach a network and are scored by it.</p>}
      {unlabelled > 0 && <p>{formatCounted(unlabelled, "beat")} without a class {unlabelled === 1 ? "teaches" : "teach"} nothing: {unlabelled === 1 ? "it says" : "they say"} what the rhythm and the usual shape about the others are. Rhythms are simulated only of recordings all of whose beats have a class.</p>}
      {leftOut.length > 0 && <p>Left out, without a labelled beat: {leftOut.join(", ")}.</p>}
      {problem !== null && <p role={recordings.length === 0 ? "status" : "alert"} className={styles.problem}>{problem}</p>}
    </div>
  );
}
