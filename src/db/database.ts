import Dexie, { type Table } from "dexie";
import type { BeatBlock, BeatOutputs, CheckRecord, ImportedModel, LeadBlock, RecordingFacts, RecordingResult, RelabelRecord, ScoreBlock, SignalBlock, VerdictRecord } from "./records.ts";

/** A check as stored; a deleted one stays until it is purged, so that deleting can be undone. */
export type StoredCheck = CheckRecord & {
  /** ISO 8601; empty while the check is not deleted (IndexedDB does not index null) */
  readonly deletedAt: string;
};

/** The IndexedDB schema. Signals are stored once per opening of a file and shared by its checks: one block per patient, some thousand beats or some million samples of a lead a block. */
export class IsolineDatabase extends Dexie {
  declare readonly checks: Table<StoredCheck, string>;
  declare readonly signals: Table<SignalBlock, [signalsId: string, ordinal: number]>;
  declare readonly scores: Table<ScoreBlock, [checkId: string, ordinal: number]>;
  declare readonly verdicts: Table<VerdictRecord, [checkId: string, patientId: string, peakRow: number]>;
  declare readonly beats: Table<BeatBlock, [signalsId: string, ordinal: number]>;
  declare readonly beatOutputs: Table<BeatOutputs, string>;
  declare readonly relabels: Table<RelabelRecord, [checkId: string, beat: number]>;

  declare readonly recordings: Table<RecordingFacts, string>;
  declare readonly leads: Table<LeadBlock, [signalsId: string, lead: number, ordinal: number]>;
  declare readonly recordingResults: Table<RecordingResult, string>;
  declare readonly importedModels: Table<ImportedModel, string>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({
      checks: "id, createdAt, signalsId, deletedAt",
      signals: "[signalsId+ordinal], signalsId",
      scores: "[checkId+ordinal], checkId",
      verdicts: "[checkId+patientId+peakRow], checkId",
    });
    this.version(2)
      .stores({
        beats: "[signalsId+ordinal], signalsId",
        beatOutputs: "checkId",
        relabels: "[checkId+beat], checkId",
      })
      // Before there were checks of beats, a check did not say what was checked.
      .upgrade((transaction) => transaction.table("checks").toCollection().modify({ kind: "heart-rate" }));
    this.version(3).stores({
      recordings: "signalsId",
      leads: "[signalsId+lead+ordinal], signalsId",
      recordingResults: "checkId",
    });
    this.version(4).stores({ importedModels: "modelId" });
  }
}
