import Dexie, { type Table } from "dexie";
import type { LogEntry } from "../lifecycle/log/log-entry.ts";
import type { Alert, MonitoringRule } from "../lifecycle/monitoring/rule.ts";
import type { EvaluationSet } from "../lifecycle/registry/evaluation-set.ts";
import type { Alias, ModelVersion, Suspension } from "../lifecycle/registry/model-version.ts";
import type { RunEpoch, TrainingRun } from "../lifecycle/runs/training-run.ts";
import { moveImportedModels } from "./lifecycle/move-imported-models.ts";
import type { AliasRecord, CheckpointRecord, EvaluationContentRecord, SettingRecord, TrainingJobRecord, VersionFilesRecord } from "./lifecycle/records.ts";
import type { BeatBlock, BeatOutputs, CheckRecord, LeadBlock, RecordingFacts, RecordingResult, RelabelRecord, ScoreBlock, SignalBlock, VerdictRecord } from "./records.ts";

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
    this.version(5)
      .stores({
        runs: "id, modelId, startedAt, state.kind",
        runEpochs: "[runId+epoch], runId",
        trainingJobs: "runId",
        checkpoints: "runId",
        modelVersions: "[modelId+version], modelId",
        versionFiles: "[modelId+version]",
        aliases: "[modelId+alias], modelId",
        suspensions: "[modelId+version], modelId",
        evaluationSets: "id, frozenAt",
        evaluationContents: "setId",
        rules: "id, modelId",
        alerts: "id, ruleId, modelId, at",
        log: "sequence, at, action, modelId",
        settings: "key",
        importedModels: null,
      })
      .upgrade(async (transaction) => {
        // Before there was a registry, checks were made by what ships.
        await transaction.table("checks").toCollection().modify({ modelVersion: 1 });
        await moveImportedModels(transaction);
      });
  }
}
