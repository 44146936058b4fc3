import { useMemo } from "react";
import type { RunEpoch, TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { Card } from "../shared/card.tsx";
import { CurvesPlot } from "./curves-plot.tsx";
import { epochMetrics, metricCurve } from "./metric-curves.ts";
import { runTitle } from "./run-words.ts";
import styles from "./curves-card.module.css";

interface ComparedCurvesProps {
  readonly runs: readonly TrainingRun[];
  readonly epochs: ReadonlyMap<string, readonly RunEpoch[]>;
}

/** Each metric's curves of all runs over each other; the legend above tells them apart. */
export function ComparedCurves({ runs, epochs }: ComparedCurvesProps) {
  const plots = useMemo(() => {
    const names = epochMetrics([...epochs.values()].flat());
    return names.map((name) => ({ name, curves: runs.map((run, series) => metricCurve(runTitle(run, runs), series, epochs.get(run.id) ?? [], name)).filter(({ points }) => points.length > 0) }));
  }, [runs, epochs]);
  if (plots.length === 0) return null;
  return (
    <Card heading="Curves over the epochs">
      <div className={styles.plots}>
        {plots.map(({ name, curves }) => (
          <figure key={name} className={styles.figure}>
            <figcaption>{name}</figcaption>
            <CurvesPlot metric={name} curves={curves} />
          </figure>
        ))}
      </div>
    </Card>
  );
}
