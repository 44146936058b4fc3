import { alone } from "../alone.ts";
import type { IsolineDatabase, StoredCheck } from "../database.ts";
import { explained } from "../explained.ts";
import type { ActivityLog } from "../lifecycle/activity-log.ts";
import { readSamples } from "../lifecycle/kept-leads.ts";
import { readable } from "../readable.ts";
import { patientKeysOf } from "../record-keys.ts";
import type { CheckRecord, DiagnosisRecord, LoadedCheck, MarkedRecording } from "../records.ts";
import { patientKey } from "../sealing/hidden-key.ts";
import { checkGone, isFull } from "../store-problem.ts";
import type { Lead } from "../../ecg/recording/recording.ts";
import type { LogEvent } from "../../lifecycle/log/log-entry.ts";
import { addBlocks, readBlocks } from "./check-blocks.ts";
import { purgeChecks, removeChecks } from "./remove-checks.ts";

/** What changes on a check when its threshold moves. */
export type ThresholdChange = Pick<CheckRecord, "confusion" | "predicted"> & { readonly threshold: number };

/** Saved checks with their signals, and what becomes of them. `indexKey`: by which a patient's are found. */
export function createCheckStore(db: IsolineDatabase, log: ActivityLog, indexKey: CryptoKey) {
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
      const patientKeys = await patientKeysOf(check.record, indexKey, () => Promise.resolve(check.kind === "recording" ? check.recording.patient : undefined));
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
      const key = await patientKey(indexKey, patientId);
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
  };
}

function eventOfCheck({ id, name, detectorId, modelVersion, modelHash, predicted, rows }: CheckRecord): LogEvent {
  return { action: "check", what: `Checked ${name}`, modelId: detectorId, details: { check: id, version: modelVersion, model: modelHash, predicted, rows } };
}

const withoutDeletion = ({ deletedAt, patientKeys, ...record }: StoredCheck): CheckRecord => record;
