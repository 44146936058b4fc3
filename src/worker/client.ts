import { proxy, transfer } from "comlink";
import { ProblemError, toProblem, type Problem } from "../ecg/problem.ts";
import type { Progress } from "../ecg/progress.ts";
import type { EpochProxy, ProgressProxy, Reply } from "./hosted-service.ts";
import type { ReachedEpoch, TrainRequest } from "../models/training/training-job.ts";
import { buffersToMove } from "./buffers.ts";
import type { AnalysisService, Cancelled, Failed } from "./protocol.ts";
import { startWorkerLife, type WorkerLife, type WorkerLifeOptions } from "./worker-life.ts";

export interface AnalysisClient extends AnalysisService {
  /** Ends the worker. What is under way resolves to `cancelled`, and so does every later job. */
  dispose(): void;
}

export interface AnalysisClientOptions extends WorkerLifeOptions {
  /** how long after an abort the worker may take to stop by itself */
  readonly abortGraceMs?: number;
}

const ABORT_GRACE_MS = 5000;

/** What a call does, as its failure names it, and how to try again. */
const AGAIN = {
  Reading: "Open the file again",
  "The analysis": "Press Check Anomalies again",
  "The import": "Choose the model’s files again",
  "The export": "Export the version again",
  "The training": "Resume it: it goes on from the last finished epoch",
  "The explanation": "Open the beat again",
  "The drawing": "Open the result again",
  "The known-answer test": "Run it again",
  "The diagnosis of the machine": "Open the page Diagnostics again",
  "The layer table": "Open the model’s page again",
} as const;

type Task = keyof typeof AGAIN;

/** Short tasks, that run beside a job: a worker is not ended for one, since the job would end with it. */
const RUNS_BESIDE: ReadonlySet<Task> = new Set(["The explanation", "The known-answer test"]);

/**
 * The analysis service as the page uses it. The worker is started by the first call; if it dies, everything that waits
 * resolves to `failed` with the code "worker-died" (`draw` to null, as for any series the worker does not have), and
 * the next call starts another.
 */
export function createAnalysisClient(
  spawn: () => Worker,
  { abortGraceMs = ABORT_GRACE_MS, ...lifeOptions }: AnalysisClientOptions = {},
): AnalysisClient {
  let life: WorkerLife | null = null;
  let disposed = false;

  const living = (): WorkerLife => {
    if (disposed) throw new ProblemError("client-disposed", "The analysis has been closed", "Reload the page");
    life ??= startWorkerLife(spawn, lifeOptions, () => {
      life = null;
    });
    return life;
  };

  const isUnwanted = (signal: AbortSignal): boolean => signal.aborted || disposed;

  async function job<T>(
    what: Task,
    signal: AbortSignal,
    call: (life: WorkerLife) => Promise<T>,
  ): Promise<T | Cancelled | Failed> {
    if (isUnwanted(signal)) return { kind: "cancelled" };
    const current = living();
    const force = () => current.end("it did not stop when asked to");
    const stopInsisting = RUNS_BESIDE.has(what) ? () => undefined : insistOnAbort(signal, force, abortGraceMs);
    try {
      const end = await current.run(call);
      if (end.kind === "answered") return end.value;
      return isUnwanted(signal) ? { kind: "cancelled" } : { kind: "failed", problem: toProblem(deathOf(what, end.cause)) };
    } catch (cause) {
      return { kind: "failed", problem: toProblem(cause) };
    } finally {
      stopInsisting();
    }
  }

  /** A short question beside the jobs. Throws the problem that kept the worker from answering it. */
  async function reply<T>(what: Task, ask: (remote: WorkerLife["remote"]) => Promise<Reply<T>>): Promise<T> {
    const end = await living().run(({ remote }) => ask(remote));
    if (end.kind === "answered") return valueOf(end.value);
    throw deathOf(what, end.cause);
  }

  return {
    open: (files, answers, onProgress, signal) =>
      job("Reading", signal, ({ remote }) => remote.open(files, answers, progressPort(onProgress), signal)),
    check: (request, onProgress, signal) =>
      job("The analysis", signal, ({ remote }) => remote.check(request, progressPort(onProgress), signal)),
    checkBeats: (request, onProgress, signal) =>
      job("The analysis", signal, ({ remote }) => remote.checkBeats(request, progressPort(onProgress), signal)),
    checkRecording: (request, onProgress, signal) =>
      job("The analysis", signal, ({ remote }) => remote.checkRecording(request, progressPort(onProgress), signal)),
    diagnose: (request, onProgress, signal) =>
      job("The analysis", signal, ({ remote }) => remote.diagnose(request, progressPort(onProgress), signal)),
    importVersion: (modelId, files, signal) => job("The import", signal, ({ remote }) => remote.importVersion(modelId, files, signal)),
    portableFiles: (modelId, files) => reply("The export", (remote) => remote.portableFiles(modelId, files)),
    train: (request, { onEpoch, onProgress }, signal) =>
      job("The training", signal, ({ remote }) => remote.train(movingLeads(request), epochPort(onEpoch), progressPort(onProgress), signal)),
    pyramid: (samplesMv) => reply("The drawing", (remote) => remote.pyramid(samplesMv)),
    explain: (request, signal) => job("The explanation", signal, ({ remote }) => remote.explain(request, signal)),
    layers: (modelId, files) => reply("The layer table", (remote) => remote.layers(modelId, files)),
    async draw(seriesKey, series, view) {
      const end = await living().run(({ remote }) => remote.draw(seriesKey, series, view));
      return end.kind === "answered" ? valueOf(end.value) : null;
    },
    backend: () => reply("The analysis", (remote) => remote.backend()),
    testModel: (modelId, signal) => job("The known-answer test", signal, ({ remote }) => remote.testModel(modelId, signal)),
    machine: () => reply("The diagnosis of the machine", (remote) => remote.machine()),
    dispose() {
      disposed = true;
      life?.end("closed by the page");
    },
  };
}

/** Calls `force` when the job is still under way `graceMs` after its abort: a hung GPU driver answers nobody. */
function insistOnAbort(signal: AbortSignal, force: () => void, graceMs: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    timer = setTimeout(force, graceMs);
  };
  signal.addEventListener("abort", wait, { once: true });
  return () => {
    signal.removeEventListener("abort", wait);
    clearTimeout(timer);
  };
}

/** Leads to learn from are moved, not copied: a day of one is large, and whoever asks has read them for this alone. */
const movingLeads = (request: TrainRequest): TrainRequest => (request.data.kind === "recordings" ? transfer(request, buffersToMove(request.data.recordings.map(({ lead }) => lead))) : request);

/** A fault in the page's own callback shows in the page; the job goes on. */
function progressPort(onProgress: (progress: Progress) => void): ProgressProxy {
  const callback = proxy((progress: Progress) => queueMicrotask(() => onProgress(progress)));
  return callback as unknown as ProgressProxy;
}

function epochPort(onEpoch: (epoch: ReachedEpoch) => void): EpochProxy {
  const callback = proxy((epoch: ReachedEpoch) => queueMicrotask(() => onEpoch(epoch)));
  return callback as unknown as EpochProxy;
}

function deathOf(what: Task, cause: string): ProblemError {
  return new ProblemError("worker-died", `${what} stopped before it finished (${cause}); nothing was lost`, AGAIN[what]);
}

function valueOf<T>(reply: Reply<T>): T {
  if (reply.kind === "value") return reply.value;
  throw new PassedOnProblem(reply.problem);
}

/** A problem that was spelt out on the other side. */
class PassedOnProblem extends ProblemError {
  constructor({ code, sentence, place }: Problem) {
    super(code, "", "", place);
    this.message = sentence;
  }
}
