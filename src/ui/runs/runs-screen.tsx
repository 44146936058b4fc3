import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { Button } from "../shared/button.tsx";
import { DamagedNote } from "../shared/damaged-note.tsx";
import { EmptyState } from "../shared/empty-state.tsx";
import { formatCounted } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";
import { useKeys } from "../shared/use-keys.ts";
import { BroughtFilesCard } from "./brought-files-card.tsx";
import { ImportButtons } from "./import-buttons.tsx";
import type { BroughtFiles } from "./import-runs.ts";
import { listedRuns, NO_FILTER, type RunFilter, type RunOrder } from "./listed-runs.ts";
import { MlflowNote } from "./mlflow-note.tsx";
import { RunFilters } from "./run-filters.tsx";
import { loadedWhenUsed } from "./loaded-when-used.ts";
import type { RunSource } from "./run-source.ts";
import { RunsTable } from "./runs-table.tsx";
import { useAttempt } from "./use-attempt.ts";
import { useRuns } from "./use-runs.ts";
import styles from "./runs.module.css";

interface RunsScreenProps {
  readonly trainHref: string;
  readonly runHref: (id: string) => string;
  readonly onCompare: (ids: readonly string[]) => void;
}

/** Every training, made here or imported: search, filter, compare, export and import. */
export function RunsScreen({ trainHref, runHref, onCompare }: RunsScreenProps) {
  const { repository } = useServices();
  const toast = useToast();
  const [filter, setFilter] = useState<RunFilter>(NO_FILTER);
  const [order, setOrder] = useState<RunOrder>("date");
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [brought, setBrought] = useState<readonly BroughtFiles[]>([]);
  const { problem, attempt } = useAttempt();
  const stored = useRuns();

  const settled = useDeferredValue(filter);
  const runs = stored.kind === "read" ? stored.value.runs : null;
  const listed = useMemo(() => (runs === null ? [] : listedRuns(runs, settled, order)), [runs, settled, order]);
  const chosen = listed.filter(({ id }) => picked.has(id));
  const pick = useCallback((id: string, isPicked: boolean) => setPicked((before) => new Set(isPicked ? [...before, id] : [...before].filter((other) => other !== id))), []);
  const compare = () => onCompare(chosen.map(({ id }) => id));
  useKeys("Runs", chosen.length < 2 ? [] : [{ keys: "Mod+Enter", label: "Compare the runs picked", run: compare }]);
  const take = (source: () => Promise<RunSource>) =>
    attempt(async () => {
      const { importRuns } = await loadedWhenUsed.importRuns();
      const { sentence, brought: files } = await importRuns(repository, await source());
      toast({ message: sentence });
      setBrought(files);
    });

  const head = (
    <div className={styles.head}>
      <h1 tabIndex={-1}>Runs</h1>
      <div className={styles.actions}><ImportButtons onSource={take} /></div>
    </div>
  );
  const notes = (
    <>
      {problem !== null && <ProblemAlert problem={problem} />}
      <DamagedNote lists={["runs"]} />
    </>
  );
  if (stored.kind === "reading") return <div className={styles.screen}>{head}<p role="status">Reading the runs …</p></div>;
  if (stored.kind === "failed") return <div className={styles.screen}>{head}<ProblemAlert problem={stored.problem} /></div>;
  if (stored.value.runs.length === 0) {
    return (
      <div className={styles.screen}>
        {head}
        {notes}
        <EmptyState title="No training yet" actions={<a href={trainHref}>Train a model</a>}>
          Every training is kept here as a run. Train a model in the app, or import runs: a .zip or the folder mlruns that npm run train or MLflow wrote.
        </EmptyState>
      </div>
    );
  }
  const toExport = chosen.length > 0 ? chosen : listed;
  return (
    <div className={styles.screen}>
      {head}
      {notes}
      {brought.length > 0 && <BroughtFilesCard brought={brought} onRegistered={(id) => setBrought((before) => before.filter(({ run }) => run.id !== id))} onLeave={() => setBrought([])} />}
      <RunFilters runs={stored.value.runs} filter={filter} order={order} onFilter={setFilter} onOrder={setOrder} />
      <div className={styles.actions}>
        <label className={styles.all}>
          <input type="checkbox" checked={listed.length > 0 && chosen.length === listed.length} onChange={(event) => setPicked(new Set(event.target.checked ? listed.map(({ id }) => id) : []))} />
          Pick all
        </label>
        <Button variant="primary" disabled={chosen.length < 2} onClick={compare} keys="Mod+Enter">Compare {chosen.length >= 2 ? formatCounted(chosen.length, "run") : "runs"}</Button>
        <Button disabled={toExport.length === 0} onClick={() => attempt(async () => (await loadedWhenUsed.exportRuns()).exportRuns(repository, toExport))}>Export {chosen.length > 0 ? formatCounted(chosen.length, "run") : `all ${formatCounted(listed.length, "run")}`} for MLflow</Button>
        <span role="status" className={styles.quiet}>{chosen.length === 1 ? "Pick another run to compare." : chosen.length === 0 ? "Pick two or more runs to compare them." : ""}</span>
      </div>
      {listed.length === 0 ? (
        <p role="status">No run matches. <Button variant="link" onClick={() => setFilter(NO_FILTER)}>Show all {formatCounted(stored.value.runs.length, "run")}</Button></p>
      ) : (
        <RunsTable runs={listed} epochCounts={stored.value.epochCounts} picked={picked} onPick={pick} runHref={runHref} />
      )}
      <MlflowNote />
    </div>
  );
}
