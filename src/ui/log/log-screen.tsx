import { useDeferredValue, useMemo, useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import { useRestriction } from "../accounts/use-restriction.ts";
import { Button } from "../shared/button.tsx";
import { EmptyState } from "../shared/empty-state.tsx";
import { formatCounted } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { saveFile } from "../shared/save-file.ts";
import { useServices } from "../shared/services.ts";
import { useKeys } from "../shared/use-keys.ts";
import { ChainLine } from "./chain-line.tsx";
import { filterEntries, NO_FILTER, type LogFilter } from "./filter-entries.ts";
import { LogFilterFields } from "./log-filter-fields.tsx";
import { logLines } from "./log-lines.ts";
import { LogTable } from "./log-table.tsx";
import { noteExport } from "./note-export.ts";
import { useLog } from "./use-log.ts";
import styles from "./log-screen.module.css";

/** What was done on this device, by whom and when, and whether the log is as it was written. */
export function LogScreen({ checkHref }: { readonly checkHref: string }) {
  const { repository } = useServices();
  const reading = useRestriction("read the activity log");
  const stored = useLog();
  const [filter, setFilter] = useState<LogFilter>(NO_FILTER);
  const [problem, setProblem] = useState<Problem | null>(null);
  const settled = useDeferredValue(filter);
  const log = stored.kind === "read" ? stored.log : null;
  const entries = log === null ? null : log.entries;
  const shown = useMemo(() => (entries === null ? [] : filterEntries(entries, settled)), [entries, settled]);

  async function exportLog(): Promise<void> {
    setProblem(null);
    try {
      // Noted before it is read, so that the file ends with its own export.
      await noteExport(repository, "Exported the activity log", "");
      const written = await repository.log.entries();
      saveFile(new Blob([logLines(written)], { type: "application/jsonl;charset=utf-8" }), `isoline-log-${new Date().toISOString().slice(0, 10)}.jsonl`);
    } catch (cause) {
      setProblem(toProblem(cause));
    }
  }
  useKeys("Activity log", entries === null ? [] : [{ keys: "e", label: "Export the log as JSON lines", run: () => void exportLog() }]);

  return (
    <div className={styles.screen}>
      <div className={styles.top}>
        <h1 tabIndex={-1}>Activity log</h1>
        {entries !== null && entries.length > 0 && <Button keys="e" onClick={() => void exportLog()}>Export as JSON lines</Button>}
      </div>
      {reading.disabled && (
        <EmptyState title="The log is for administrators" actions={<a href={checkHref}>Go to Check</a>}>
          What you do is written down here, and an administrator of this device can read it.
        </EmptyState>
      )}
      {stored.kind === "reading" && <p role="status">Reading the log …</p>}
      {stored.kind === "failed" && !reading.disabled && <ProblemAlert problem={stored.problem} />}
      {problem !== null && <ProblemAlert problem={problem} />}
      {log !== null && log.entries.length + log.damaged.length === 0 && (
        <EmptyState title="Nothing has been done yet" actions={<a href={checkHref}>Go to Check</a>}>
          Checks, verdicts, trainings, promotions, alerts, exports, imports and sign-ins are written down here as they happen.
        </EmptyState>
      )}
      {log !== null && log.entries.length + log.damaged.length > 0 && <ChainLine log={log} />}
      {entries !== null && entries.length > 0 && (
        <>
          <LogFilterFields entries={entries} filter={filter} onFilter={setFilter} />
          <p role="status" className={styles.note}>
            {shown.length === entries.length ? formatCounted(entries.length, "entry", "entries") : `${formatCounted(shown.length, "entry", "entries")} of ${entries.length}`}, newest first
          </p>
          {shown.length === 0 ? <p>No entry matches. <Button variant="link" onClick={() => setFilter(NO_FILTER)}>Show all</Button></p> : <LogTable entries={shown} />}
        </>
      )}
    </div>
  );
}
