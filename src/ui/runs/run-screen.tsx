import { Button } from "../shared/button.tsx";
import { DamagedNote } from "../shared/damaged-note.tsx";
import { EmptyState } from "../shared/empty-state.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { CurvesCard } from "./curves-card.tsx";
import { DataCard } from "./data-card.tsx";
import { DeleteRun } from "./delete-run.tsx";
import { DescribeCard } from "./describe-card.tsx";
import { loadedWhenUsed } from "./loaded-when-used.ts";
import { MetricsCard } from "./metrics-card.tsx";
import { ParametersCard } from "./parameters-card.tsx";
import { RunCard } from "./run-card.tsx";
import { useAttempt } from "./use-attempt.ts";
import { useLive } from "./use-live.ts";
import { useRunChanges } from "./use-run-changes.ts";
import styles from "./runs.module.css";

interface RunScreenProps {
  readonly runId: string;
  readonly runsHref: string;
  readonly trainHref: string;
  readonly modelHref: (modelId: string) => string;
  readonly onDeleted: () => void;
}

/** One training, followed while it goes on: what it was set to and learnt from, its curves, what it gave. */
export function RunScreen({ runId, runsHref, trainHref, modelHref, onDeleted }: RunScreenProps) {
  const { repository } = useServices();
  const { problem, attempt } = useAttempt();
  const changes = useRunChanges(attempt);
  const stored = useLive(async () => {
    const [run, epochs] = await Promise.all([repository.runs.get(runId), repository.runs.epochs(runId)]);
    return run === undefined ? null : { run, epochs };
  }, [repository, runId]);

  if (stored.kind === "reading") return <div className={styles.screen}><h1 tabIndex={-1}>Run</h1><p role="status">Reading the run …</p></div>;
  if (stored.kind === "failed") return <div className={styles.screen}><h1 tabIndex={-1}>Run</h1><ProblemAlert problem={stored.problem} /></div>;
  if (stored.value === null) {
    return (
      <div className={styles.screen}>
        <h1 tabIndex={-1}>Run</h1>
        <EmptyState title="This run is not on this device" actions={<a href={runsHref}>All runs</a>}>It was deleted, or the address is of another device.</EmptyState>
      </div>
    );
  }
  const { run, epochs } = stored.value;
  const isGoingOn = run.state.kind === "running" || run.state.kind === "paused";
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1 tabIndex={-1}>{run.name}</h1>
        <div className={styles.actions}>
          {isGoingOn && run.origin === "app" && <a href={trainHref}>{run.state.kind === "running" ? "Pause or end it" : "Take it up again"}</a>}
          <Button onClick={() => attempt(async () => (await loadedWhenUsed.exportRuns()).exportRuns(repository, [run]))}>Export for MLflow</Button>
          <DeleteRun run={run} onDelete={() => changes.remove(run, onDeleted)} />
        </div>
      </div>
      {problem !== null && <ProblemAlert problem={problem} />}
      <DamagedNote lists={["runEpochs"]} of={{ runId }} />
      <CurvesCard epochs={epochs} isGoingOn={isGoingOn} />
      <div className={styles.columns}>
        <RunCard run={run} epochs={epochs.length} modelHref={modelHref} />
        <DataCard data={run.data} />
        <MetricsCard metrics={run.metrics} isGoingOn={isGoingOn} />
        <DescribeCard run={run} changes={changes} />
      </div>
      <ParametersCard run={run} />
      <p><a href={runsHref}>All runs</a></p>
    </div>
  );
}
