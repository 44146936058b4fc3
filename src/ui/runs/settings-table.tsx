import { useState } from "react";
import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { Button } from "../shared/button.tsx";
import { formatCounted } from "../shared/format.ts";
import type { ComparedRow } from "./compared-runs.ts";
import { RunHeads } from "./run-heads.tsx";
import styles from "./scroll-table.module.css";

interface SettingsTableProps {
  readonly runs: readonly TrainingRun[];
  /** those that differ first */
  readonly rows: readonly ComparedRow[];
}

/** What the runs were set to and learnt from; what is alike is shown on request. */
export function SettingsTable({ runs, rows }: SettingsTableProps) {
  const differing = rows.filter(({ differs }) => differs);
  const alike = rows.length - differing.length;
  const [showsAll, setShowsAll] = useState(differing.length === 0);
  return (
    <>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Table of parameters and data">
        <table>
          <RunHeads runs={runs} corner="Parameter" />
          <tbody>
            {(showsAll ? rows : differing).map(({ name, texts, differs }) => (
              <tr key={name} className={differs ? styles.differs : undefined}>
                <th scope="row">{name}</th>
                {texts.map((text, i) => <td key={runs[i].id}>{text}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {alike > 0 && differing.length > 0 && <Button variant="link" onClick={() => setShowsAll(!showsAll)}>{showsAll ? "Hide" : "Show"} {formatCounted(alike, "row")} that {alike === 1 ? "is" : "are"} alike</Button>}
    </>
  );
}
