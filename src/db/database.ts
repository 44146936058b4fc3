import Dexie, { type EntityTable, type Table } from "dexie";
import type { CheckRecord, ScoreBlock, SignalBlock, VerdictRecord } from "./records.ts";

/** A check as stored; a deleted one stays until it is purged, so that deleting can be undone. */
export interface StoredCheck extends CheckRecord {
  /** ISO 8601; empty while the check is not deleted (IndexedDB does not index null) */
  readonly deletedAt: string;
}

/** The IndexedDB schema. Signals are stored once per opening of a file and shared by its checks, one block per patient. */
export class IsolineDatabase extends Dexie {
  declare readonly checks: EntityTable<StoredCheck, "id">;
  declare readonly signals: Table<SignalBlock, [signalsId: string, ordinal: number]>;
  declare readonly scores: Table<ScoreBlock, [checkId: string, ordinal: number]>;
  declare readonly verdicts: Table<VerdictRecord, [checkId: string, patientId: string, peakRow: number]>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({
      checks: "id, createdAt, signalsId, deletedAt",
      signals: "[signalsId+ordinal], signalsId",
      scores: "[checkId+ordinal], checkId",
      verdicts: "[checkId+patientId+peakRow], checkId",
    });
  }
}
