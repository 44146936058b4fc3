import type { Settings } from "../../lifecycle/settings.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** The reminder of a backup; null where none is due. `firstCheckAt` (ISO 8601) counts before the first backup, null where there is nothing to lose yet. */
export function backupDue({ lastBackupAt, backupReminderDays }: Pick<Settings, "lastBackupAt" | "backupReminderDays">, firstCheckAt: string | null, nowMs: number): string | null {
  const since = lastBackupAt ?? firstCheckAt;
  if (backupReminderDays === 0 || since === null) return null;
  const days = Math.floor((nowMs - Date.parse(since)) / DAY_MS);
  if (days < backupReminderDays) return null;
  return lastBackupAt === null ? `Nothing on this device has been backed up, and its first check is ${days} days old.` : `The last backup of this device is ${days} days old.`;
}
