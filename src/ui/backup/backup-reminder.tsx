import { useLiveQuery } from "dexie-react-hooks";
import { useEffect, useState } from "react";
import { isAllowed } from "../../lifecycle/accounts/permission.ts";
import { useServices } from "../shared/services.ts";
import { backupDue } from "./backup-due.ts";
import styles from "./backup-reminder.module.css";

/** Says to administrators, on whichever screen, that the last backup is old. */
export function BackupReminder({ backupHref }: { readonly backupHref: string }) {
  const { repository, session } = useServices();
  const isTold = session.kind === "account" && isAllowed(session, "back up and restore");
  // The store's own notice says what is wrong with it.
  const settings = useLiveQuery(() => repository.settings.all().catch(() => null), [repository]) ?? null;
  const [nowMs] = useState(() => Date.now());
  const firstCheckAt = useFirstCheckAt(isTold && settings?.lastBackupAt === null);
  const sentence = isTold && settings !== null ? backupDue(settings, firstCheckAt, nowMs) : null;
  if (sentence === null) return null;
  return <p className={styles.reminder} role="status">{sentence} <a href={backupHref}>Back up now</a></p>;
}

/** Since when there is something to lose, as it was when it began to be wanted: all checks are opened to tell, so it is not followed. */
function useFirstCheckAt(isWanted: boolean): string | null {
  const { repository } = useServices();
  const [firstCheckAt, setFirstCheckAt] = useState<string | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    repository.listChecks().then((checks) => isCurrent && setFirstCheckAt(checks.at(-1)?.createdAt ?? null), () => undefined);
    return () => {
      isCurrent = false;
    };
  }, [repository, isWanted]);
  return firstCheckAt;
}
