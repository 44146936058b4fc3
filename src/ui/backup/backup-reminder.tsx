import { useLiveQuery } from "dexie-react-hooks";
import { isAllowed } from "../../lifecycle/accounts/permission.ts";
import { useServices } from "../shared/services.ts";
import { backupDue } from "./backup-due.ts";
import styles from "./backup-reminder.module.css";

/** Says to administrators, on whichever screen, that the last backup is old. */
export function BackupReminder({ backupHref }: { readonly backupHref: string }) {
  const { repository, session } = useServices();
  const isTold = session.kind === "account" && isAllowed(session, "back up and restore");
  const sentence = useLiveQuery(async () => {
    if (!isTold) return null;
    try {
      const settings = await repository.settings.all();
      // The checks are opened only where their age counts: before the first backup.
      const firstCheckAt = settings.lastBackupAt === null ? ((await repository.listChecks()).at(-1)?.createdAt ?? null) : null;
      return backupDue(settings, firstCheckAt, Date.now());
    } catch {
      // The store's own notice says what is wrong with it.
      return null;
    }
  }, [repository, isTold]);
  if (sentence == null) return null;
  return <p className={styles.reminder} role="status">{sentence} <a href={backupHref}>Back up now</a></p>;
}
