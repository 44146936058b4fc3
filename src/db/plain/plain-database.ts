import Dexie from "dexie";
import { moveImportedModels } from "./move-imported-models.ts";

/** The last schema of the store that was not encrypted; `movePlainStore` empties it into the one that is. */
export const PLAIN_SCHEMA = 5;

/** The IndexedDB schemas 1 to 5, from before there were accounts and encryption: only read, brought to the last of them on opening. */
export class PlainDatabase extends Dexie {
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
