import { createBackupStore } from "./backup/backup-store.ts";
import { createCheckStore } from "./checks/check-store.ts";
import { createVerdictStore } from "./checks/verdict-store.ts";
import { damagedRecords, type ListOwner, type ListWithGaps } from "./damaged-records.ts";
import type { IsolineDatabase } from "./database.ts";
import { explained } from "./explained.ts";
import { createActivityLog } from "./lifecycle/activity-log.ts";
import { createEvaluationStore } from "./lifecycle/evaluation-store.ts";
import { createMonitoringStore } from "./lifecycle/monitoring-store.ts";
import { createRegistryStore } from "./lifecycle/registry-store.ts";
import { createRunStore } from "./lifecycle/run-store.ts";
import { createSettingsStore } from "./lifecycle/settings-store.ts";
import type { StoreKeys } from "./sealing/store-keys.ts";
import { watchConnection, type ConnectionListener } from "./watch-connection.ts";
import type { Session } from "../lifecycle/accounts/account.ts";

export type Repository = ReturnType<typeof createRepository>;

export interface RepositoryOptions {
  readonly db: IsolineDatabase;
  /** the ones `db` seals with */
  readonly keys: StoreKeys;
  /** who reads and writes: the log names them, and their role decides what they may do */
  readonly session: Session;
}

/**
 * Everything the app reads from and writes to IndexedDB, where it lies encrypted. Reads are live when called inside
 * `useLiveQuery`, across tabs too. Every method rejects with a ProblemError (codes store-full, store-missing, store-closed,
 * store-newer, store-failed, record-damaged, check-gone), some with "not-allowed" (`lifecycle/accounts/permission.ts`).
 */
export function createRepository({ db, keys, session }: RepositoryOptions) {
  const log = createActivityLog(db, session);

  return {
    ...createCheckStore(db, log, keys.index),
    ...createVerdictStore(db, log, keys.index),

    /** See `damagedRecords`: live. */
    damagedRecords: (list: ListWithGaps, of?: ListOwner): Promise<number> => damagedRecords(db, list, of),

    /** Tells when another tab of Isoline stands in the way of the store; see `watchConnection`. */
    watchConnection: (listener: ConnectionListener): (() => void) => watchConnection(db, listener),

    /** Of the store as it is on this device. */
    schemaVersion: (): Promise<number> => explained(db.open().then(() => db.verno)),

    /** Until what is being written is stored, for two seconds at most: before the store is closed. */
    writesEnded: (): Promise<void> => db.writesEnded(),

    close: (): void => db.close(),

    log,
    settings: createSettingsStore(db, log, session),
    runs: createRunStore(db, log),
    registry: createRegistryStore(db, log, session),
    evaluationSets: createEvaluationStore(db, log, session),
    monitoring: createMonitoringStore(db, log, session),
    backup: createBackupStore(db, log, keys, session),
  };
}
