import { useState } from "react";
import type { RunEpoch } from "../../lifecycle/runs/training-run.ts";
import { Card } from "../shared/card.tsx";
import { formatCounted } from "../shared/format.ts";
import { Legend } from "../shared/legend.tsx";
import { CurvesPlot } from "./curves-plot.tsx";
import { EpochTable } from "./epoch-table.tsx";
import { epochMetrics, metricCurve, metricGroups } from "./metric-curves.ts";
import { SeriesKey } from "./series-key.tsx";
import styles from "./curves-card.module.css";

interface CurvesCardProps {
  readonly epochs: readonly RunEpoch[];
  readonly isGoingOn: boolean;
}

/** A run's metrics over its epochs: drawn, those of one quantity together, and as a table. */
export function CurvesCard({ epochs, isGoingOn }: CurvesCardProps) {
  const [isOpen, setIsOpen] = useState(false);
  const names = epochMetrics(epochs);
  const groups = metricGroups(names).map(({ name, metrics }) => ({ name, curves: metrics.map((metric, series) => metricCurve(metric, series, epochs, metric)) }));
  if (epochs.length === 0) {
    return <Card heading="Curves"><p className={styles.note}>{isGoingOn ? "The first epoch is under way." : "This training has no epochs."}</p></Card>;
  }
  return (
    <Card heading="Curves" note={<span role="status">{formatCounted(epochs.length, "epoch")}{isGoingOn ? " so far" : ""}</span>}>
      <div className={styles.plots}>
        {groups.map(({ name, curves }) => (
          <figure key={name} className={styles.figure}>
            <figcaption>{name}</figcaption>
            <CurvesPlot metric={name} curves={curves} />
            {curves.length > 1 && <Legend>{curves.map(({ label, series }) => <li key={label}><SeriesKey series={series} /> {label}</li>)}</Legend>}
          </figure>
        ))}
      </div>
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>As a table</summary>
        {isOpen && <EpochTable epochs={epochs} names={names} />}
      </details>
    </Card>
  );
}
