import Dexie, { type Table } from "dexie";
import type { LogEntry } from "../lifecycle/log/log-entry.ts";
import type { Alert, MonitoringRule } from "../lifecycle/monitoring/rule.ts";
import type { EvaluationSet } from "../lifecycle/registry/evaluation-set.ts";
import type { Alias, ModelVersion, Suspension } from "../lifecycle/registry/model-version.ts";
import type { RunEpoch, TrainingRun } from "../lifecycle/runs/training-run.ts";
import type { AliasRecord, CheckpointRecord, EvaluationContentRecord, SettingRecord, TrainingJobRecord, VersionFilesRecord } from "./lifecycle/records.ts";
import type { BeatBlock, BeatOutputs, CheckRecord, LeadBlock, RecordingFacts, RecordingResult, RelabelRecord, ScoreBlock, SignalBlock, VerdictRecord } from "./records.ts";
import { watchWrites } from "./open-writes.ts";
import { refuseNewer } from "./refuse-newer.ts";
import { sealingMiddleware } from "./sealing/sealing-middleware.ts";

/** Written into every sealed record. Schemas before 6 were not encrypted, see `plain/`. */
export const SCHEMA = 6;

/** A check as stored; a deleted one stays until it is purged, so that deleting can be undone. */
export type StoredCheck = CheckRecord & {
  /** ISO 8601; empty while the check is not deleted (IndexedDB does not index null) */
  readonly deletedAt: string;
  /** by which the checks of a patient are found, see `patientKey` */
  readonly patientKeys: readonly string[];
};

/** `key`: stands for check, patient and event, or check and beat, without telling them: see `hiddenKey` */
export type StoredVerdict = VerdictRecord & { readonly key: string };
export type StoredRelabel = RelabelRecord & { readonly key: string };

/** An IndexedDB other than the browser's own, such as one in memory. */
export interface IndexedDbImplementation {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/**
 * The IndexedDB schema. Only what stands in `stores` lies there in the clear: keys, and fields that records are looked up by;
 * everything else is sealed. Signals are stored once per opening of a file and shared by its checks: one block per patient,
 * some thousand beats or some million samples of a lead a block.
 */
export class IsolineDatabase extends Dexie {
  declare readonly checks: Table<StoredCheck, string>;
  declare readonly signals: Table<SignalBlock, [signalsId: string, ordinal: number]>;
  declare readonly scores: Table<ScoreBlock, [checkId: string, ordinal: number]>;
  declare readonly verdicts: Table<StoredVerdict, string>;
  declare readonly beats: Table<BeatBlock, [signalsId: string, ordinal: number]>;
  declare readonly beatOutputs: Table<BeatOutputs, string>;
  declare readonly relabels: Table<StoredRelabel, string>;

  declare readonly recordings: Table<RecordingFacts, string>;
  declare readonly leads: Table<LeadBlock, [signalsId: string, lead: number, ordinal: number]>;
  declare readonly recordingResults: Table<RecordingResult, string>;

  declare readonly runs: Table<TrainingRun, string>;
  declare readonly runEpochs: Table<RunEpoch, [runId: string, epoch: number]>;
  declare readonly trainingJobs: Table<TrainingJobRecord, string>;
  declare readonly checkpoints: Table<CheckpointRecord, string>;
  declare readonly modelVersions: Table<ModelVersion, [modelId: string, version: number]>;
  declare readonly versionFiles: Table<VersionFilesRecord, [modelId: string, version: number]>;
  declare readonly aliases: Table<AliasRecord, [modelId: string, alias: Alias]>;
  declare readonly suspensions: Table<Suspension, [modelId: string, version: number]>;
  declare readonly evaluationSets: Table<EvaluationSet, string>;
  declare readonly evaluationContents: Table<EvaluationContentRecord, string>;
  declare readonly rules: Table<MonitoringRule, string>;
  declare readonly alerts: Table<Alert, string>;
  declare readonly log: Table<LogEntry, number>;
  declare readonly settings: Table<SettingRecord, string>;

  /** See `watchWrites`. */
  readonly writesEnded: () => Promise<void>;

  constructor(name: string, sealingKey: CryptoKey, implementation: Partial<IndexedDbImplementation> = {}) {
    // What Dexie keeps of its queries would be readable records, for as long as a screen follows them.
    super(name, { ...implementation, cache: "disabled" });
    this.version(SCHEMA).stores({
      checks: "id, signalsId, deletedAt, *patientKeys",
      signals: "[signalsId+ordinal], signalsId",
      scores: "[checkId+ordinal], checkId",
      verdicts: "key, checkId",
      beats: "[signalsId+ordinal], signalsId",
      beatOutputs: "checkId",
      relabels: "key, checkId",
      recordings: "signalsId",
      leads: "[signalsId+lead+ordinal], signalsId",
      recordingResults: "checkId",
      runs: "id",
      runEpochs: "[runId+epoch], runId",
      trainingJobs: "runId",
      checkpoints: "runId",
      modelVersions: "[modelId+version], modelId",
      versionFiles: "[modelId+version]",
      aliases: "[modelId+alias], modelId",
      suspensions: "[modelId+version]",
      evaluationSets: "id",
      evaluationContents: "setId",
      rules: "id",
      alerts: "id",
      log: "sequence, modelId",
      settings: "key",
    });
    refuseNewer(this, SCHEMA);
    this.use(sealingMiddleware(sealingKey, SCHEMA));
    this.writesEnded = watchWrites(this).ended;
  }
}
