import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { VisuallyHidden } from "../shared/visually-hidden.tsx";
import { RunRow } from "./run-row.tsx";
import styles from "../history/history.module.css";

interface RunsTableProps {
  readonly runs: readonly TrainingRun[];
  /** epochs finished, of the runs that are going on */
  readonly epochCounts: ReadonlyMap<string, number>;
  readonly picked: ReadonlySet<string>;
  readonly onPick: (id: string, picked: boolean) => void;
  readonly runHref: (id: string) => string;
}

export function RunsTable({ runs, epochCounts, picked, onPick, runHref }: RunsTableProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col"><VisuallyHidden>Pick</VisuallyHidden></th>
          <th scope="col">Run</th>
          <th scope="col">Model</th>
          <th scope="col">State</th>
          <th scope="col">Started</th>
          <th scope="col" className={styles.number}>Took</th>
          <th scope="col" className={styles.number}>Validation loss</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => <RunRow key={run.id} run={run} epochs={epochCounts.get(run.id) ?? 0} isPicked={picked.has(run.id)} href={runHref(run.id)} onPick={onPick} />)}
      </tbody>
    </table>
  );
}
