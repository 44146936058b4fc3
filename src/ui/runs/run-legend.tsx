import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { Legend } from "../shared/legend.tsx";
import { runTitle } from "./run-words.ts";
import { SeriesKey } from "./series-key.tsx";
import styles from "./run-legend.module.css";

interface RunLegendProps {
  readonly runs: readonly TrainingRun[];
  readonly runHref: (id: string) => string;
}

/** Which line and mark is which run's, for every drawing of the screen; it stays in sight. */
export function RunLegend({ runs, runHref }: RunLegendProps) {
  return (
    <div className={styles.legend}>
      <Legend>{runs.map((run, series) => <li key={run.id}><SeriesKey series={series} /> <a href={runHref(run.id)}>{runTitle(run, runs)}</a></li>)}</Legend>
    </div>
  );
}
