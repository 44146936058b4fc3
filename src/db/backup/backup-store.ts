import type { Session } from "../../lifecycle/accounts/account.ts";
import type { JobControl } from "../../ecg/progress.ts";
import { alone } from "../alone.ts";
import type { IsolineDatabase } from "../database.ts";
import { explained } from "../explained.ts";
import type { ActivityLog } from "../lifecycle/activity-log.ts";
import { permitted } from "../permitted.ts";
import type { StoreKeys } from "../sealing/store-keys.ts";
import { notKept } from "./backup-problem.ts";
import { openBackup, verifyBackup, type OpenedBackup } from "./open-backup.ts";
import { restoreBackup, type Restored } from "./restore-backup.ts";
import type { RestoreChoice } from "./wanted-records.ts";
import { writeBackup, type BackupOptions, type Written } from "./write-backup.ts";

/** Backups of the whole store as one encrypted file, and what is taken back from one. */
export function createBackupStore(db: IsolineDatabase, log: ActivityLog, keys: StoreKeys, session: Session) {
  return {
    /** Writes a backup into `destination`, which is closed at the end and aborted on failure; see `writeBackup`. Notes nothing: see `handedOver`. */
    write: permitted(session, "back up and restore", async (options: BackupOptions, destination: WritableStream<Uint8Array<ArrayBuffer>>): Promise<Written> => {
      const writer = destination.getWriter();
      try {
        return await alone(db, async () => {
          const pieces = writeBackup(db, options);
          for (;;) {
            const next = await pieces.next();
            if (next.done === true) {
              await explained(writer.close());
              return next.value;
            }
            await explained(writer.write(next.value));
          }
        }, options.signal);
      } catch (cause) {
        await writer.abort(cause);
        throw cause;
      }
    }),

    /** Reads what was written to its end, since a browser may keep less than it was given. Throws the ProblemError "backup-not-kept". */
    verify: permitted(session, "back up and restore", async (file: Blob, { passphrase, ...control }: JobControl & { readonly passphrase: string }): Promise<void> => {
      try {
        await verifyBackup(await openBackup(file, passphrase), control);
      } catch (cause) {
        control.signal.throwIfAborted();
        throw notKept(cause);
      }
    }),

    /** Notes that a whole backup has been handed over: nobody is reminded of one for a while. */
    handedOver: permitted(session, "back up and restore", async (): Promise<void> => {
      const at = new Date().toISOString();
      await log.logged([db.settings], () => db.settings.put({ key: "lastBackupAt", value: at }), () => ({ action: "backup", what: "Backed up this device", modelId: "", details: {} }));
    }),

    /** Reads what a backup says of itself; see `openBackup`. */
    open: permitted(session, "back up and restore", (file: Blob, passphrase: string): Promise<OpenedBackup> => openBackup(file, passphrase)),

    /** See `restoreBackup`. */
    restore: permitted(session, "back up and restore", async (backup: OpenedBackup, choice: RestoreChoice, control: JobControl): Promise<Restored> => {
      const restored = await alone(db, () => restoreBackup(db, keys.index, backup, choice, control), control.signal);
      const { checks, checksHere, checksRepaired, checksNotWhole, others } = restored;
      await log.note({ action: "backup", what: `Restored ${checks} checks from the backup of ${backup.manifest.createdAt}`, modelId: "", details: { checks, left: checksHere, repaired: checksRepaired, notWhole: checksNotWhole, others } });
      return restored;
    }),
  };
}
