import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { Card } from "../shared/card.tsx";
import { VisuallyHidden } from "../shared/visually-hidden.tsx";
import { parameterRows } from "./run-words.ts";
import styles from "./parameters-card.module.css";

/** A run's parameters, those other than the default marked. */
export function ParametersCard({ run }: { readonly run: TrainingRun }) {
  const rows = parameterRows(run);
  if (rows.length === 0) return <Card heading="Parameters"><p className={styles.note}>None are recorded.</p></Card>;
  const changed = rows.filter(({ isDefault }) => isDefault === false).length;
  return (
    <Card heading="Parameters" note={changed === 0 ? undefined : <><span className={styles.mark} aria-hidden>●</span> other than the default</>}>
      <dl className={styles.rows}>
        {rows.map(({ key, label, text, isDefault }) => (
          <div key={key} className={isDefault === false ? styles.changed : undefined}>
            <dt>{label}</dt>
            <dd>{isDefault === false && <><span className={styles.mark} aria-hidden>● </span><VisuallyHidden>other than the default: </VisuallyHidden></>}{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
