import { useMemo } from "react";
import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { Card } from "../shared/card.tsx";
import { ParallelDrawing } from "./parallel-drawing.tsx";
import { parallelAxes } from "./parallel-axes.ts";
import styles from "./parallel-coordinates.module.css";

/** A line a run through the parameters that differ to the metrics; the same figures stand in the tables above. */
export function ParallelCoordinates({ runs }: { readonly runs: readonly TrainingRun[] }) {
  const axes = useMemo(() => parallelAxes(runs), [runs]);
  if (axes.length < 2) return null;
  return (
    <Card heading="Parallel coordinates" note="a line a run, from what was set to what came of it; the figures are in the tables above">
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Drawing of the runs over their axes">
        <ParallelDrawing runs={runs} axes={axes} />
      </div>
    </Card>
  );
}
