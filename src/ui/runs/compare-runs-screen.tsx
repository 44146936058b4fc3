import { useMemo } from "react";
import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { Card } from "../shared/card.tsx";
import { EmptyState } from "../shared/empty-state.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { comparedMetrics, comparedSettings } from "./compared-runs.ts";
import { ComparedCurves } from "./compared-curves.tsx";
import { MetricsTable } from "./metrics-table.tsx";
import { ParallelCoordinates } from "./parallel-coordinates.tsx";
import { RunLegend } from "./run-legend.tsx";
import { ScatterCard } from "./scatter-card.tsx";
import { SettingsTable } from "./settings-table.tsx";
import { useLive } from "./use-live.ts";
import styles from "./runs.module.css";

interface CompareRunsScreenProps {
  readonly runIds: readonly string[];
  readonly runsHref: string;
  readonly runHref: (id: string) => string;
}

const NONE: readonly TrainingRun[] = [];

/** Any number of runs side by side: what was set differently, and what came of it. */
export function CompareRunsScreen({ runIds, runsHref, runHref }: CompareRunsScreenProps) {
  const { repository } = useServices();
  const stored = useLive(async () => {
    const asked = [...new Set(runIds)];
    const runs = await repository.runs.some(asked);
    return { runs, epochs: await repository.runs.epochsOf(runIds), missing: asked.length - runs.length };
  }, [repository, runIds.join(" ")]);
  const runs = stored.kind === "read" ? stored.value.runs : NONE;
  const settings = useMemo(() => comparedSettings(runs), [runs]);
  const metrics = useMemo(() => comparedMetrics(runs), [runs]);

  const heading = <h1 tabIndex={-1}>Compare runs</h1>;
  if (stored.kind === "reading") return <div className={styles.screen}>{heading}<p role="status">Reading the runs …</p></div>;
  if (stored.kind === "failed") return <div className={styles.screen}>{heading}<ProblemAlert problem={stored.problem} /></div>;
  if (runs.length === 0) {
    return (
      <div className={styles.screen}>
        {heading}
        <EmptyState title="None of these runs is on this device" actions={<a href={runsHref}>All runs</a>}>Pick two or more under Runs and compare them there.</EmptyState>
      </div>
    );
  }
  const { missing, epochs } = stored.value;
  return (
    <div className={styles.screen}>
      {heading}
      {missing > 0 && <p role="status">{missing === 1 ? "One of these runs is" : `${missing} of these runs are`} no longer on this device, or cannot be read.</p>}
      <RunLegend runs={runs} runHref={runHref} />
      <Card heading="Final metrics" note="★ best where less or more is better"><MetricsTable runs={runs} rows={metrics} /></Card>
      <Card heading="Parameters and data" note="those that differ first"><SettingsTable runs={runs} rows={settings} /></Card>
      <ComparedCurves runs={runs} epochs={epochs} />
      <ParallelCoordinates runs={runs} />
      <ScatterCard runs={runs} />
      <p><a href={runsHref}>All runs</a></p>
    </div>
  );
}
