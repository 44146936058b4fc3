import { modelRunName } from "../../lifecycle/runs/run-words.ts";
import type { RunWithEpochs } from "../../lifecycle/runs/run-with-epochs.ts";
import type { RunEpoch, TrainingRun } from "../../lifecycle/runs/training-run.ts";
import type { IsolineDatabase } from "../database.ts";
import { explained } from "../explained.ts";
import { readable, readableOf } from "../readable.ts";
import { withRoom } from "../with-room.ts";
import type { ActivityLog } from "./activity-log.ts";
import { dropLeads, keepLeads, withLeads } from "./kept-leads.ts";
import type { TrainingContent } from "./records.ts";

/** An imported run calls its model whatever an experiment was called, and the log is looked up by its model in the clear. */
const NO_MODEL = "";

/** Trainings, the epochs of each, and what is needed to take one up again. */
export function createRunStore(db: IsolineDatabase, { logged }: ActivityLog) {
  const epochsOf = async (runId: string): Promise<RunEpoch[]> => (await readable(db.runEpochs, () => db.runEpochs.where("runId").equals(runId))).records.sort((a, b) => a.epoch - b.epoch);

  return {
    /** Newest first, without epochs: live. */
    list: (): Promise<TrainingRun[]> => explained(readable(db.runs, () => db.runs.toCollection()).then(({ records }) => records.sort((a, b) => b.startedAt.localeCompare(a.startedAt)))),

    get: (id: string): Promise<TrainingRun | undefined> => explained(db.runs.get(id)),

    /** Those of some runs that are here and can be read, in the order asked for: live. */
    some: (ids: readonly string[]): Promise<TrainingRun[]> => explained(readableOf(db.runs, ids).then(({ records }) => records)),

    /** In order: live. */
    epochs: (runId: string): Promise<RunEpoch[]> => explained(epochsOf(runId)),

    /** Of several runs, by run. */
    epochsOf: (runIds: readonly string[]): Promise<ReadonlyMap<string, readonly RunEpoch[]>> =>
      explained(
        Promise.all(runIds.map(async (id) => [id, await epochsOf(id)] as const)).then((entries) => new Map(entries)),
      ),

    /** Begins a run with what it learns from, so that it can be taken up again after the page was closed. */
    begin: (run: TrainingRun, data: TrainingContent): Promise<void> =>
      logged(
        [db.runs, db.trainingJobs, db.leads],
        async () => {
          await db.runs.add(run);
          await db.trainingJobs.add({ runId: run.id, data: await keepLeads(db, run.id, data) });
        },
        () => ({ action: "training", what: `Training ${modelRunName(run)} began`, modelId: run.modelId, details: { run: run.id, data: run.data.name } }),
      ),

    /** What a run that has not ended learns from, and its last checkpoint; null where it cannot be taken up again. */
    job: (runId: string): Promise<{ readonly data: TrainingContent; readonly checkpoint: Uint8Array<ArrayBuffer> | null } | null> =>
      explained(
        db.transaction("r", db.trainingJobs, db.checkpoints, db.leads, async () => {
          const job = await db.trainingJobs.get(runId);
          return job === undefined ? null : { data: await withLeads(db, runId, job.data), checkpoint: (await db.checkpoints.get(runId))?.bytes ?? null };
        }),
      ),

    /** Keeps what was reached at the end of an epoch; metrics of several networks, trained one after another, side by side. */
    keepEpoch: (epoch: RunEpoch, checkpoint: Uint8Array<ArrayBuffer>): Promise<void> =>
      withRoom(db, () =>
        db.transaction("rw", db.runEpochs, db.checkpoints, async () => {
          const before = await db.runEpochs.get([epoch.runId, epoch.epoch]);
          await db.runEpochs.put({ ...epoch, metrics: { ...before?.metrics, ...epoch.metrics } });
          if (checkpoint.length > 0) await db.checkpoints.put({ runId: epoch.runId, bytes: checkpoint });
        }),
      ),

    /** Changes a run that has not ended, without a trace in the log. */
    change: (id: string, change: Partial<Omit<TrainingRun, "id">>): Promise<void> => explained(db.runs.update(id, change).then(() => undefined)),

    /** Ends a run: it cannot be taken up again. */
    end: (id: string, change: Pick<TrainingRun, "state"> & Partial<TrainingRun>): Promise<void> =>
      logged(
        [db.runs, db.trainingJobs, db.checkpoints, db.leads],
        async () => {
          await db.runs.update(id, change);
          await db.trainingJobs.delete(id);
          await dropLeads(db, id);
          await db.checkpoints.delete(id);
          return db.runs.get(id);
        },
        (run) => run === undefined ? null : { action: "training", what: `Training ${modelRunName(run)} ${change.state.kind}`, modelId: run.modelId, details: { run: id, ...(run.artifact?.version == null ? {} : { version: run.artifact.version }) } },
      ).then(() => undefined),

    /** Adds runs that were made elsewhere, with their epochs; those that are here already are left as they are, unless they were damaged. Gives how many were added. */
    add: (runs: readonly RunWithEpochs[], source: string): Promise<number> =>
      logged(
        [db.runs, db.runEpochs],
        async () => {
          let added = 0;
          for (const { run, epochs } of runs) {
            if ((await readableOf(db.runs, [run.id])).records.length > 0) continue;
            await db.runs.put(run);
            await db.runEpochs.bulkPut([...epochs]);
            added++;
          }
          return added;
        },
        (added) => added === 0 ? null : { action: "import", what: `Imported ${added} runs from ${source}`, modelId: "", details: { runs: added } },
      ),

    /** Takes a run that has ended, or can no longer go on, out of the list; the version it gave stays. */
    remove: (id: string): Promise<void> =>
      logged(
        [db.runs, db.runEpochs, db.trainingJobs, db.checkpoints, db.leads],
        async () => {
          const run = await db.runs.get(id);
          await db.runs.delete(id);
          await db.runEpochs.where("runId").equals(id).delete();
          await db.trainingJobs.delete(id);
          await dropLeads(db, id);
          await db.checkpoints.delete(id);
          return run;
        },
        (run) => run === undefined ? null : { action: "deletion", what: `Deleted the run ${modelRunName(run)}`, modelId: NO_MODEL, details: { run: id } },
      ).then(() => undefined),

    /** Brings back a run that was taken out, with its epochs; it can no longer be taken up again. */
    restore: ({ run, epochs }: RunWithEpochs): Promise<void> =>
      logged(
        [db.runs, db.runEpochs],
        async () => {
          await db.runs.put(run);
          await db.runEpochs.bulkPut([...epochs]);
        },
        () => ({ action: "deletion", what: `Brought back the run ${modelRunName(run)}`, modelId: NO_MODEL, details: { run: run.id } }),
      ),
  };
}
