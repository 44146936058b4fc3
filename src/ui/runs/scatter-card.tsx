import { useMemo, useState } from "react";
import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { Card } from "../shared/card.tsx";
import { Field } from "../shared/field.tsx";
import { differingQuantities } from "./parallel-axes.ts";
import { ScatterPlot } from "./scatter-plot.tsx";
import styles from "./runs.module.css";

/** A parameter against a metric, a mark a run. */
export function ScatterCard({ runs }: { readonly runs: readonly TrainingRun[] }) {
  const quantities = useMemo(() => differingQuantities(runs), [runs]);
  const metrics = quantities.filter(({ kind }) => kind === "metric");
  const [acrossKey, setAcross] = useState<string | null>(null);
  const [upKey, setUp] = useState<string | null>(null);
  const nameOf = ({ kind, key }: (typeof quantities)[number]) => `${kind} ${key}`;
  const across = quantities.find((each) => nameOf(each) === acrossKey) ?? quantities.at(0);
  const up = metrics.find((each) => nameOf(each) === upKey) ?? metrics.find(({ key }) => key === "validation loss") ?? metrics.at(0);
  if (across === undefined || up === undefined || quantities.length < 2) return null;
  return (
    <Card heading="Parameter against metric">
      <div className={styles.tools}>
        <Field label="Across">
          <select value={nameOf(across)} onChange={(event) => setAcross(event.target.value)}>
            {quantities.map((each) => <option key={nameOf(each)} value={nameOf(each)}>{each.label}</option>)}
          </select>
        </Field>
        <Field label="Up">
          <select value={nameOf(up)} onChange={(event) => setUp(event.target.value)}>
            {metrics.map((each) => <option key={nameOf(each)} value={nameOf(each)}>{each.label}</option>)}
          </select>
        </Field>
      </div>
      <ScatterPlot runs={runs} across={across} up={up} />
    </Card>
  );
}
