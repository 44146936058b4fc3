import type { IsolineDatabase, StoredRelabel, StoredVerdict } from "../database.ts";
import { explained } from "../explained.ts";
import type { ActivityLog } from "../lifecycle/activity-log.ts";
import { readable } from "../readable.ts";
import type { RelabelRecord, Verdict, VerdictRecord } from "../records.ts";
import { relabelKey, verdictKey } from "../sealing/hidden-key.ts";

/** What clinicians say of checks: verdicts on events, classes of beats. `indexKey`: by which what was said is found. */
export function createVerdictStore(db: IsolineDatabase, log: ActivityLog, indexKey: CryptoKey) {
  return {
    saveVerdict: async (checkId: string, patientId: string, peakRow: number, verdict: Verdict): Promise<void> => {
      const key = await verdictKey(indexKey, checkId, patientId, peakRow);
      return log.logged(
        [db.verdicts],
        () => db.verdicts.put({ key, checkId, patientId, peakRow, verdict, at: new Date().toISOString() }).then(() => undefined),
        () => ({ action: "verdict", what: `Event ${verdict}`, modelId: "", details: { check: checkId, patient: patientId, row: peakRow } }),
      );
    },

    removeVerdict: async (checkId: string, patientId: string, peakRow: number): Promise<void> => {
      const key = await verdictKey(indexKey, checkId, patientId, peakRow);
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
      const beatKeys = await Promise.all(beats.map((beat) => relabelKey(indexKey, checkId, beat)));
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
  };
}

const withoutKey = <Record extends StoredVerdict | StoredRelabel>({ key, ...record }: Record): Omit<Record, "key"> => record;
