import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { VisuallyHidden } from "../shared/visually-hidden.tsx";
import type { ComparedMetric } from "./compared-runs.ts";
import { RunHeads } from "./run-heads.tsx";
import styles from "./scroll-table.module.css";

interface MetricsTableProps {
  readonly runs: readonly TrainingRun[];
  readonly rows: readonly ComparedMetric[];
}

export function MetricsTable({ runs, rows }: MetricsTableProps) {
  if (rows.length === 0) return <p>None of these runs has final metrics yet.</p>;
  return (
    <div className={`${styles.scroll} ${styles.figures}`} tabIndex={0} role="region" aria-label="Table of final metrics">
      <table>
        <RunHeads runs={runs} corner="Metric" />
        <tbody>
          {rows.map(({ name, texts, best }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {texts.map((text, i) => <td key={runs[i].id} className={best.includes(i) ? styles.best : undefined}>{text}{best.includes(i) && <VisuallyHidden> best</VisuallyHidden>}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
