import { useLiveQuery } from "dexie-react-hooks";
import { useEffect } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import { isAllowed } from "../../lifecycle/accounts/permission.ts";
import type { Settings } from "../../lifecycle/settings.ts";
import { StorageLine } from "../history/storage-line.tsx";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { EmptyState } from "../shared/empty-state.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { BackUpCard } from "./back-up-card.tsx";
import { removeLeftBackups } from "./backup-file.ts";
import { ReminderCard } from "./reminder-card.tsx";
import { RestoreCard } from "./restore-card.tsx";
import styles from "./backup-screen.module.css";

type Read = { readonly kind: "read"; readonly settings: Settings } | { readonly kind: "failed"; readonly problem: Problem };

/** Everything on this device into a file, and back. */
export function BackupScreen({ appVersion }: { readonly appVersion: string }) {
  const { repository, session, lock } = useServices();
  const read = useLiveQuery(
    () => repository.settings.all().then((settings): Read => ({ kind: "read", settings }), (cause: unknown): Read => ({ kind: "failed", problem: toProblem(cause) })),
    [repository],
  );
  useEffect(() => {
    // What stays behind is encrypted and is tried again next time.
    removeLeftBackups().catch(() => undefined);
  }, []);
  return (
    <div className={styles.screen}>
      <h1 tabIndex={-1}>Backup</h1>
      {session.kind === "demo" && (
        <EmptyState title="The demo has nothing to back up" actions={<Button onClick={() => lock("asked")}>End the demo</Button>}>
          Everything in it is gone when the page closes. End it to create an account or to sign in.
        </EmptyState>
      )}
      {session.kind === "account" && !isAllowed(session, "back up and restore") && (
        <EmptyState title="Backups are an administrator’s">Ask an administrator of this device to back it up, or to restore a check.</EmptyState>
      )}
      {session.kind === "account" && isAllowed(session, "back up and restore") && (
        <>
          <Card heading="This browser’s storage"><StorageLine revision={0} /></Card>
          {read?.kind === "failed" && <ProblemAlert problem={read.problem} />}
          {read?.kind === "read" && (
            <>
              <BackUpCard lastBackupAt={read.settings.lastBackupAt} appVersion={appVersion} />
              <ReminderCard days={read.settings.backupReminderDays} />
            </>
          )}
          <RestoreCard />
        </>
      )}
    </div>
  );
}
