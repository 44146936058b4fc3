import type { RunEpoch } from "../../lifecycle/runs/training-run.ts";
import { valueText } from "./run-words.ts";
import styles from "./scroll-table.module.css";

interface EpochTableProps {
  readonly epochs: readonly RunEpoch[];
  readonly names: readonly string[];
}

export function EpochTable({ epochs, names }: EpochTableProps) {
  return (
    <div className={styles.tall} tabIndex={0} role="region" aria-label="Metrics of each epoch">
      <table>
        <thead>
          <tr><th scope="col">Epoch</th>{names.map((name) => <th key={name} scope="col">{name}</th>)}</tr>
        </thead>
        <tbody>
          {epochs.map(({ epoch, metrics }) => (
            <tr key={epoch}><th scope="row">{epoch}</th>{names.map((name) => <td key={name}>{valueText(metrics[name])}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
