import type { TrainingContent } from "../../db/lifecycle/records.ts";
import type { Repository } from "../../db/repository.ts";
import { ProblemError, toProblem, type Problem } from "../../ecg/problem.ts";
import type { Progress } from "../../ecg/progress.ts";
import { bestMetrics } from "../../lifecycle/runs/best-metrics.ts";
import type { RunStart, TrainingRun } from "../../lifecycle/runs/training-run.ts";
import type { ModelId } from "../../models/model-id.ts";
import type { ReachedEpoch, Trained } from "../../models/training/training-job.ts";
import type { AnalysisService } from "../../worker/protocol.ts";
import { holdTrainingLock } from "./training-lock.ts";

/** What is to be trained on what. */
export interface TrainingOrder {
  readonly modelId: ModelId;
  readonly name: string;
  readonly parameters: TrainingRun["parameters"];
  readonly start: RunStart;
  /** read when the run begins: nobody else holds what may be days of samples */
  readonly data: () => Promise<TrainingContent>;
  readonly about: TrainingRun["data"];
}

export type TrainingState =
  | { readonly kind: "idle"; readonly outcome: TrainingOutcome | null }
  | { readonly kind: "training"; readonly runId: string; readonly modelId: string; readonly sitting: Sitting; readonly isEnding: boolean };

/** How the last training of this page ended. */
export type TrainingOutcome =
  | { readonly kind: "registered"; readonly runId: string; readonly modelId: string; readonly version: number }
  | { readonly kind: "paused"; readonly runId: string }
  | { readonly kind: "failed"; readonly runId: string | null; readonly problem: Problem };

/** From a start or resumption on. */
export interface Sitting {
  readonly startedMs: number;
  readonly latest: Progress | null;
  /** what the remaining time is told from: the first that was heard of the work that goes on now */
  readonly first: { readonly atMs: number; readonly progress: Progress } | null;
}

export interface Trainings {
  readonly state: () => TrainingState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly start: (order: TrainingOrder) => void;
  /** Ends the computing; the run goes on later from its last finished epoch. */
  readonly pause: () => void;
  /** Ends the training with the best weights so far, as a challenger. */
  readonly stop: () => void;
  readonly resume: (runId: string) => void;
  /** Makes a challenger of a paused run's best weights. */
  readonly finish: (runId: string) => void;
  /** Takes up what a closed page left running; does nothing while another tab trains. */
  readonly resumeInterrupted: () => Promise<void>;
}

export interface TrainingServices {
  readonly trainer: AnalysisService;
  readonly repository: Repository;
  readonly appVersion: string;
}

type Wish = "none" | "pause" | "stop";

/** The trainings of this page: at most one at a time, and one in all tabs. They outlive the screen that started them. */
export function createTrainings({ trainer, repository, appVersion }: TrainingServices): Trainings {
  const { runs, registry } = repository;
  const listeners = new Set<() => void>();
  let state: TrainingState = { kind: "idle", outcome: null };
  /** from the wish to train on; `state` says so once the run is stored */
  let isBusy = false;
  let current: { readonly controller: AbortController; wish: Wish } | null = null;

  const set = (next: TrainingState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const report = (latest: Progress) => {
    if (state.kind !== "training") return;
    const { first } = state.sitting;
    const isSameWork = first !== null && first.progress.unit === latest.unit && first.progress.total === latest.total && first.progress.done <= latest.done;
    set({ ...state, sitting: { ...state.sitting, first: isSameWork ? first : { atMs: performance.now(), progress: latest }, latest } });
  };

  /** Computes a run that is in the store until it ends one way or the other. */
  async function sit(run: TrainingRun, finish: boolean): Promise<TrainingOutcome> {
    const job = await runs.job(run.id);
    if (job === null) throw new ProblemError("run-gone", "What this run learns from is no longer on this device", "Start another training");
    const controller = new AbortController();
    const sitting = { controller, wish: "none" as Wish };
    current = sitting;
    const startedMs = performance.now();
    set({ kind: "training", runId: run.id, modelId: run.modelId, sitting: { startedMs, first: null, latest: null }, isEnding: finish });
    await runs.change(run.id, { state: { kind: "running" } });

    let keeping: Promise<void> = Promise.resolve();
    const keep = ({ epoch, metrics, checkpoint }: ReachedEpoch) => {
      keeping = keeping.then(() => runs.keepEpoch({ runId: run.id, epoch, at: new Date().toISOString(), metrics }, checkpoint));
      keeping.catch(() => controller.abort());
    };
    const start = run.start.kind === "scratch" ? null : { version: run.start.version, files: await registry.files(run.modelId, run.start.version) };
    const { name, sha256 } = run.data;
    const outcome = await trainer.train(
      { modelId: run.modelId as ModelId, parameters: run.parameters, data: { ...job.data, name, sha256 }, start, checkpoint: job.checkpoint, finish },
      { onProgress: report, onEpoch: keep },
      controller.signal,
    );
    const durationMs = run.durationMs + performance.now() - startedMs;
    await keeping;
    await runs.change(run.id, { durationMs });
    if (outcome.kind === "trained") return await register({ ...run, durationMs }, outcome.trained, finish);
    if (outcome.kind === "cancelled" && sitting.wish === "stop") return sit({ ...run, durationMs }, true);
    if (outcome.kind === "failed" && (finish || !isTransient(outcome.problem))) {
      if (outcome.problem.code !== "nothing-learnt") await runs.end(run.id, { state: { kind: "failed", endedAt: new Date().toISOString(), sentence: outcome.problem.sentence } });
      else await runs.end(run.id, { state: { kind: "stopped", endedAt: new Date().toISOString() } });
      return { kind: "failed", runId: run.id, problem: outcome.problem };
    }
    await runs.change(run.id, { state: { kind: "paused" } });
    return outcome.kind === "failed" ? { kind: "failed", runId: run.id, problem: outcome.problem } : { kind: "paused", runId: run.id };
  }

  async function register(run: TrainingRun, { files, sha256, backend }: Trained, isCutShort: boolean): Promise<TrainingOutcome> {
    const already = (await registry.versions(run.modelId)).find(({ origin }) => origin.kind === "trained" && origin.runId === run.id);
    const { version, bytes } = already ?? (await registry.register({ modelId: run.modelId, origin: { kind: "trained", runId: run.id }, sha256, files }, { asChallenger: true }));
    const endedAt = new Date().toISOString();
    await runs.end(run.id, { state: { kind: isCutShort ? "stopped" : "finished", endedAt }, backend, metrics: bestMetrics(await runs.epochs(run.id)), durationMs: run.durationMs, artifact: { version, sha256, bytes } });
    return { kind: "registered", runId: run.id, modelId: run.modelId, version };
  }

  function begin(work: () => Promise<TrainingOutcome>, runId: string | null): void {
    if (isBusy) return;
    isBusy = true;
    void holdTrainingLock(work)
      .catch((cause: unknown): TrainingOutcome => ({ kind: "failed", runId, problem: toProblem(cause) }))
      .then((outcome) => {
        current = null;
        isBusy = false;
        set({ kind: "idle", outcome });
      });
  }

  const takeUp = (runId: string, finish: boolean) =>
    begin(async () => {
      const run = await runs.get(runId);
      if (run === undefined) throw new ProblemError("run-gone", "This run is no longer on this device", "Start another training");
      return sit(run, finish);
    }, runId);

  const wish = (what: Wish) => {
    if (current === null || state.kind !== "training") return;
    current.wish = what;
    set({ ...state, isEnding: true });
    current.controller.abort();
  };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start({ modelId, name, parameters, start, data, about }) {
      const run: TrainingRun = {
        id: crypto.randomUUID(), name, modelId, state: { kind: "running" }, startedAt: new Date().toISOString(), parameters, data: about, start, origin: "app",
        backend: "", appVersion, durationMs: 0, metrics: {}, tags: {}, note: "", artifact: null,
      };
      begin(async () => {
        await runs.begin(run, await data());
        return sit(run, false);
      }, run.id);
    },
    pause: () => wish("pause"),
    stop: () => wish("stop"),
    resume: (runId) => takeUp(runId, false),
    finish: (runId) => takeUp(runId, true),
    async resumeInterrupted() {
      const left = (await runs.list()).find(({ state: { kind }, origin }) => kind === "running" && origin === "app");
      if (left === undefined || isBusy) return;
      await holdTrainingLock(() => Promise.resolve()).then(() => takeUp(left.id, false), () => undefined);
    },
  };
}

/** The worker or the store failed, not the training: it can be taken up again. */
const isTransient = ({ code }: Problem): boolean => code === "worker-died" || code === "artifact-missing" || code.startsWith("store-");
