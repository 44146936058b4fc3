import { alone } from "./alone.ts";
import { readable } from "./readable.ts";
import { patientKeysOf } from "./record-keys.ts";
import { addBlocks, readBlocks } from "./check-blocks.ts";
import type { IsolineDatabase, StoredCheck, StoredRelabel, StoredVerdict } from "./database.ts";
import type { CheckRecord, DiagnosisRecord, LoadedCheck, MarkedRecording, RelabelRecord, Verdict, VerdictRecord } from "./records.ts";
import { createBackupStore } from "./backup/backup-store.ts";
import { explained } from "./explained.ts";
import { createActivityLog } from "./lifecycle/activity-log.ts";
import { readSamples } from "./lifecycle/kept-leads.ts";
import { createEvaluationStore } from "./lifecycle/evaluation-store.ts";
import { createMonitoringStore } from "./lifecycle/monitoring-store.ts";
import { createRegistryStore } from "./lifecycle/registry-store.ts";
import { createRunStore } from "./lifecycle/run-store.ts";
import { createSettingsStore } from "./lifecycle/settings-store.ts";
import { patientKey, relabelKey, verdictKey } from "./sealing/hidden-key.ts";
import type { StoreKeys } from "./sealing/store-keys.ts";
import { purgeChecks, removeChecks } from "./remove-checks.ts";
import { checkGone, isFull } from "./store-problem.ts";
import { watchConnection, type ConnectionListener } from "./watch-connection.ts";
import type { Lead } from "../ecg/recording/recording.ts";
import type { Session } from "../lifecycle/accounts/account.ts";
import type { LogEvent } from "../lifecycle/log/log-entry.ts";

/** What changes on a check when its threshold moves. */
export type ThresholdChange = Pick<CheckRecord, "confusion" | "predicted"> & { readonly threshold: number };

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

  /** All saved checks, newest first, without signals and scores, and how many were altered or damaged and cannot be read: live. */
  const savedChecks = (): Promise<{ readonly checks: CheckRecord[]; readonly damaged: number }> =>
    explained(
      readable(db.checks, () => db.checks.where("deletedAt").equals(""))
        .then(({ records, damaged }) => ({ checks: records.map(withoutDeletion).sort((a, b) => b.createdAt.localeCompare(a.createdAt)), damaged: damaged.length })),
    );

  /** Another tab may have purged the check meanwhile. */
  const changeStored = (id: string, change: Partial<Pick<StoredCheck, "name" | "deletedAt">>): Promise<void> =>
    explained(
      db.checks.update(id, change).then(async (updated) => {
        if (updated === 0 && (await db.checks.get(id)) === undefined) throw checkGone();
      }),
    );

  return {
    /** Saves a check in full or not at all. Signals already stored by another check of the same opening are not written again. */
    saveCheck: async (check: LoadedCheck): Promise<void> => {
      const patientKeys = await patientKeysOf(check.record, keys.index, () => Promise.resolve(check.kind === "recording" ? check.recording.patient : undefined));
      return log.logged(
        db.tables,
        async () => {
          await addBlocks(db, check);
          await db.checks.add({ ...check.record, deletedAt: "", patientKeys });
        },
        () => eventOfCheck(check.record),
      );
    },

    /** A saved check with its signals and scores; undefined if there is none of that id or it was deleted. */
    loadCheck: (id: string): Promise<LoadedCheck | undefined> =>
      explained(
        db.transaction("r", db.tables, async () => {
          const stored = await db.checks.get(id);
          if (!stored || stored.deletedAt !== "") return undefined;
          return readBlocks(db, withoutDeletion(stored));
        }),
      ),

    /** A saved check of a recording without its samples, a day of which is large; undefined if there is none of that id or it was deleted. */
    markedRecording: (id: string): Promise<MarkedRecording | undefined> =>
      explained(
        db.transaction("r", db.checks, db.recordings, db.recordingResults, async () => {
          const stored = await db.checks.get(id);
          if (stored?.kind !== "recording" || stored.deletedAt !== "") return undefined;
          const [recording, result] = [await db.recordings.get(stored.signalsId), await db.recordingResults.get(id)];
          return recording && result && { record: stored, facts: recording.facts, beats: result.beats };
        }),
      ),

    /** One lead of a saved recording. */
    leadOf: ({ record: { signalsId }, facts }: MarkedRecording, lead: number): Promise<Lead> =>
      explained(readSamples(db, signalsId, lead).then((samplesMv) => ({ ...facts.leads[lead], samplesMv }))),

    /** What a check's model gave for every beat, without the signals: a model's outputs or a recording's probabilities; undefined of heart rates. */
    beatOutputsOf: (id: string): Promise<Float32Array<ArrayBuffer> | undefined> =>
      explained(
        db.transaction("r", db.beatOutputs, db.recordingResults, async () => (await db.beatOutputs.get(id))?.outputs ?? (await db.recordingResults.get(id))?.probabilities),
      ),

    savedChecks,

    /** The saved checks that can be read, newest first: live. */
    listChecks: (): Promise<CheckRecord[]> => savedChecks().then(({ checks }) => checks),

    /** The checks of a patient, by the exact ID. */
    checksOfPatient: async (patientId: string): Promise<CheckRecord[]> => {
      const key = await patientKey(keys.index, patientId);
      return explained(readable(db.checks, () => db.checks.where("patientKeys").equals(key)).then(({ records }) => records.filter(({ deletedAt }) => deletedAt === "").map(withoutDeletion)));
    },

    /** One check's record: live, so that a change of threshold or name in another tab is seen. */
    checkRecord: (id: string): Promise<CheckRecord | undefined> =>
      explained(db.checks.get(id).then((stored) => (stored && stored.deletedAt === "" ? withoutDeletion(stored) : undefined))),

    /** Whether a check that was saved has been deleted, here or in another tab: live, so that undo is seen too. */
    isDeleted: (id: string): Promise<boolean> => explained(db.checks.get(id).then((stored) => stored !== undefined && stored.deletedAt !== "")),

    renameCheck: (id: string, name: string): Promise<void> => changeStored(id, { name }),

    /** Does nothing to a check that could not be saved. */
    setThreshold: (id: string, change: ThresholdChange): Promise<void> => explained(db.checks.update(id, change).then(() => undefined)),

    /** Replaces what the twelve-lead model made of a recording. Does nothing to a check that could not be saved. */
    setDiagnosis: (id: string, diagnosis: DiagnosisRecord): Promise<void> => explained(db.checks.update(id, { diagnosis }).then(() => undefined)),

    /** Hides a check; `restoreCheck` brings it back until it is removed for good. That is at once where the store is too full even to hide it. */
    deleteCheck: async (id: string): Promise<"can be undone" | "for good"> => {
      const event: LogEvent = { action: "deletion", what: "Deleted a check", modelId: "", details: { check: id } };
      try {
        await log.logged([db.checks], () => changeStored(id, { deletedAt: new Date().toISOString() }), () => event);
        return "can be undone";
      } catch (cause) {
        if (!isFull(cause)) throw cause;
      }
      await alone(db, () => explained(db.transaction("rw", db.tables, async () => removeChecks(db, [id]))));
      await log.note(event);
      return "for good";
    },

    restoreCheck: (id: string): Promise<void> =>
      log.logged([db.checks], () => changeStored(id, { deletedAt: "" }), () => ({ action: "deletion", what: "Brought a deleted check back", modelId: "", details: { check: id } })),

    /** Removes checks deleted before `until` (ISO 8601), with all that hangs on them, and what belongs to nothing, such as what a restore left that was cut off. */
    purgeDeleted: (until: string): Promise<void> => alone(db, () => explained(purgeChecks(db, until))).then(() => undefined),

    /** Removes for good the checks that were altered or damaged and cannot be read, with all that hangs on them; gives how many. */
    removeDamagedChecks: (): Promise<number> =>
      alone(db, () =>
        log.logged(
          db.tables,
          async () => {
            const { damaged } = await readable(db.checks, () => db.checks.toCollection());
            await removeChecks(db, damaged);
            return damaged.length;
          },
          (removed) => (removed === 0 ? null : { action: "deletion", what: `Removed ${removed} damaged checks`, modelId: "", details: { checks: removed } }),
        ),
      ),

    saveVerdict: async (checkId: string, patientId: string, peakRow: number, verdict: Verdict): Promise<void> => {
      const key = await verdictKey(keys.index, checkId, patientId, peakRow);
      return log.logged(
        [db.verdicts],
        () => db.verdicts.put({ key, checkId, patientId, peakRow, verdict, at: new Date().toISOString() }).then(() => undefined),
        () => ({ action: "verdict", what: `Event ${verdict}`, modelId: "", details: { check: checkId, patient: patientId, row: peakRow } }),
      );
    },

    removeVerdict: async (checkId: string, patientId: string, peakRow: number): Promise<void> => {
      const key = await verdictKey(keys.index, checkId, patientId, peakRow);
      return log.logged(
        [db.verdicts],
        () => db.verdicts.delete(key),
        () => ({ action: "verdict", what: "Verdict taken back", modelId: "", details: { check: checkId, patient: patientId, row: peakRow } }),
      );
    },

    /** The verdicts on all checks: live. */
    allVerdicts: (): Promise<VerdictRecord[]> => explained(readable(db.verdicts, () => db.verdicts.toCollection()).then(({ records }) => records.map(withoutKey))),

    /** The classes given to beats of all checks: live. */
    allRelabels: (): Promise<RelabelRecord[]> => explained(readable(db.relabels, () => db.relabels.toCollection()).then(({ records }) => records.map(withoutKey))),

    /** In the order of patients and rows: live. */
    verdictsOf: (checkId: string): Promise<VerdictRecord[]> =>
      explained(readable(db.verdicts, () => db.verdicts.where("checkId").equals(checkId)).then(({ records }) => records.map(withoutKey).sort((a, b) => a.patientId.localeCompare(b.patientId) || a.peakRow - b.peakRow))),

    /** Gives beats of a check one class, all of them or none; null takes away the class they were given. */
    relabelBeats: async (checkId: string, beats: readonly number[], classIndex: number | null): Promise<void> => {
      const beatKeys = await Promise.all(beats.map((beat) => relabelKey(keys.index, checkId, beat)));
      return log.logged(
        [db.relabels],
        async () => {
          const at = new Date().toISOString();
          if (classIndex === null) await db.relabels.bulkDelete(beatKeys);
          else await db.relabels.bulkPut(beats.map((beat, index) => ({ key: beatKeys[index], checkId, beat, classIndex, at })));
        },
        () => ({
          action: "relabelling",
          what: classIndex === null ? `Classes of ${beats.length} beats taken back` : `${beats.length} beats given class ${classIndex}`,
          modelId: "",
          details: { check: checkId, first: beats[0], beats: beats.length },
        }),
      );
    },

    /** In the order of the beats: live. */
    relabelsOf: (checkId: string): Promise<RelabelRecord[]> =>
      explained(readable(db.relabels, () => db.relabels.where("checkId").equals(checkId)).then(({ records }) => records.map(withoutKey).sort((a, b) => a.beat - b.beat))),

    /** What clinicians have said about each check: events with a verdict, beats that were given a class. */
    verdictCounts: (): Promise<ReadonlyMap<string, number>> =>
      explained(
        db.transaction("r", db.verdicts, db.relabels, async () => {
          const counts = new Map<string, number>();
          for (const table of [db.verdicts, db.relabels]) {
            await table.orderBy("checkId").eachKey((checkId) => {
              if (typeof checkId === "string") counts.set(checkId, (counts.get(checkId) ?? 0) + 1);
            });
          }
          return counts;
        }),
      ),

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

function eventOfCheck({ id, name, detectorId, modelVersion, modelHash, predicted, rows }: CheckRecord): LogEvent {
  return { action: "check", what: `Checked ${name}`, modelId: detectorId, details: { check: id, version: modelVersion, model: modelHash, predicted, rows } };
}

const withoutDeletion = ({ deletedAt, patientKeys, ...record }: StoredCheck): CheckRecord => record;

const withoutKey = <Record extends StoredVerdict | StoredRelabel>({ key, ...record }: Record): Omit<Record, "key"> => record;
