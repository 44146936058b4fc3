import { useState } from "react";
import type { OpenedBackup } from "../../db/backup/open-backup.ts";
import type { Restored } from "../../db/backup/restore-backup.ts";
import type { RestoreChoice } from "../../db/backup/wanted-records.ts";
import { Button } from "../shared/button.tsx";
import { formatCounted, formatDateTime } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { ProgressBar } from "../shared/progress-bar.tsx";
import { useServices } from "../shared/services.ts";
import { useJob } from "./use-job.ts";
import styles from "./restore-choices.module.css";

interface RestoreChoicesProps {
  readonly backup: OpenedBackup;
  readonly onRestored: (restored: Restored) => void;
  readonly onClose: () => void;
}

/** What is in a backup, and which checks of it are to be restored. */
export function RestoreChoices({ backup, onRestored, onClose }: RestoreChoicesProps) {
  const { repository } = useServices();
  const checks = backup.manifest.checks.filter(({ isDeleted }) => !isDeleted).sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { state, run, cancel } = useJob();
  const restore = (choice: RestoreChoice) => run(async (control) => onRestored(await repository.backup.restore(backup, choice, control)));

  function toggle(id: string): void {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  if (state.kind === "running") return <ProgressBar label="Restoring: leaving this screen ends it" progress={state.progress} onCancel={cancel} />;
  return (
    <div className={styles.choices}>
      <p>A backup of {formatDateTime(backup.manifest.createdAt)}, made by Isoline {backup.manifest.appVersion}, with {formatCounted(checks.length, "check")}.</p>
      {state.kind === "failed" && <ProblemAlert problem={state.problem} />}
      {checks.length > 0 && (
        <fieldset className={styles.list}>
          <legend>Checks in it</legend>
          {checks.map(({ id, name, createdAt, rows, kind }) => (
            <label key={id} className={styles.check}>
              <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
              <span className={styles.name}>{name}</span>
              <span className={styles.detail}>{formatDateTime(createdAt)}, {formatCounted(rows, kind === "heart-rate" ? "row" : "beat")}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div className={styles.actions}>
        <Button variant="primary" onClick={() => restore({ kind: "everything" })}>Restore everything</Button>
        <Button disabled={chosen.size === 0} onClick={() => restore({ kind: "checks", ids: chosen })}>{chosen.size === 0 ? "Restore the chosen checks" : `Restore ${formatCounted(chosen.size, "chosen check")}`}</Button>
        <Button variant="link" onClick={onClose}>Close the backup</Button>
      </div>
    </div>
  );
}
