import { releaseProxy, transfer, type Remote } from "comlink";
import { toProblem, type Problem } from "../ecg/problem.ts";
import type { Progress } from "../ecg/progress.ts";
import type { FileAnswers } from "../ecg/reading/open-files.ts";
import type { PyramidLevel } from "../ecg/recording/signal-pyramid.ts";
import type { PlotPoints, PlotView } from "../ecg/drawing/plot-points.ts";
import type { ArtifactFiles } from "../lifecycle/registry/model-version.ts";
import type { LayerTable } from "../models/layer-table.ts";
import type { Machine } from "../models/machine.ts";
import type { ModelId } from "../models/model-id.ts";
import type { ReachedEpoch, TrainRequest } from "../models/training/training-job.ts";
import { registerAbortSignalTransfer, releaseAbortSignal } from "./abort-signal-transfer.ts";
import { buffersToMove } from "./buffers.ts";
import { holdLifeLock } from "./life-lock.ts";
import type {
  AnalysisService, BeatCheckOutcome, BeatCheckRequest, CheckOutcome, CheckRequest, DiagnoseOutcome, DiagnoseRequest, ExplainOutcome, ExplainRequest, ImportOutcome, ModelTestOutcome, OpenOutcome,
  RecordingCheckOutcome, RecordingCheckRequest, ShownSeries, TrainOutcome,
} from "./protocol.ts";
import { throttleProgress } from "./throttled-progress.ts";

export type ProgressProxy = Remote<(progress: Progress) => void>;
export type EpochProxy = Remote<(epoch: ReachedEpoch) => void>;

/** A value, or the problem that kept it from being made: Comlink would reduce a thrown ProblemError to its message. */
export type Reply<T> = { readonly kind: "value"; readonly value: T } | { readonly kind: "problem"; readonly problem: Problem };

/** What the worker exposes: AnalysisService as it crosses the message channel, and the worker's life. */
export interface HostedService {
  /** Holds the lock for the worker's life; false where there are no Web Locks. */
  hold(lockName: string): Promise<boolean>;
  alive(): Promise<true>;
  open(files: readonly File[], answers: FileAnswers | null, onProgress: ProgressProxy, signal: AbortSignal): Promise<OpenOutcome>;
  check(request: CheckRequest, onProgress: ProgressProxy, signal: AbortSignal): Promise<CheckOutcome>;
  checkBeats(request: BeatCheckRequest, onProgress: ProgressProxy, signal: AbortSignal): Promise<BeatCheckOutcome>;
  checkRecording(request: RecordingCheckRequest, onProgress: ProgressProxy, signal: AbortSignal): Promise<RecordingCheckOutcome>;
  diagnose(request: DiagnoseRequest, onProgress: ProgressProxy, signal: AbortSignal): Promise<DiagnoseOutcome>;
  importVersion(modelId: ModelId, files: readonly File[], signal: AbortSignal): Promise<ImportOutcome>;
  portableFiles(modelId: ModelId, files: ArtifactFiles): Promise<Reply<ArtifactFiles>>;
  train(request: TrainRequest, onEpoch: EpochProxy, onProgress: ProgressProxy, signal: AbortSignal): Promise<TrainOutcome>;
  pyramid(samplesMv: Float32Array<ArrayBuffer>): Promise<Reply<readonly PyramidLevel[]>>;
  explain(request: ExplainRequest, signal: AbortSignal): Promise<ExplainOutcome>;
  layers(modelId: ModelId, files: ArtifactFiles | null): Promise<Reply<LayerTable | null>>;
  draw(seriesKey: string, series: ShownSeries | null, view: PlotView): Promise<Reply<PlotPoints | null>>;
  backend(): Promise<Reply<string>>;
  testModel(modelId: ModelId, signal: AbortSignal): Promise<ModelTestOutcome>;
  machine(): Promise<Reply<Machine>>;
}

/** The worker's side of the channel: throttles progress, moves results instead of copying them, closes each job's ports. */
export function hostService(service: AnalysisService): HostedService {
  registerAbortSignalTransfer();
  return {
    hold: holdLifeLock,
    alive: () => Promise.resolve(true),
    open: (files, answers, onProgress, signal) =>
      asJob(onProgress, signal, (report) => service.open(files, answers, report, signal)),
    check: (request, onProgress, signal) =>
      asJob(onProgress, signal, (report) => service.check(request, report, signal)),
    checkBeats: (request, onProgress, signal) =>
      asJob(onProgress, signal, (report) => service.checkBeats(request, report, signal)),
    checkRecording: (request, onProgress, signal) =>
      asJob(onProgress, signal, (report) => service.checkRecording(request, report, signal)),
    diagnose: (request, onProgress, signal) =>
      asJob(onProgress, signal, (report) => service.diagnose(request, report, signal)),
    importVersion: (modelId, files, signal) => withSignal(signal, () => service.importVersion(modelId, files, signal)),
    portableFiles: (modelId, files) => asReply(() => service.portableFiles(modelId, files)),
    train: (request, onEpoch, onProgress, signal) =>
      asJob(onProgress, signal, (report) => handingOver(onEpoch, (hand) => service.train(request, { onProgress: report, onEpoch: hand }, signal))),
    pyramid: (samplesMv) => asReply(() => service.pyramid(samplesMv)),
    explain: (request, signal) => withSignal(signal, () => service.explain(request, signal)),
    layers: (modelId, files) => asReply(() => service.layers(modelId, files)),
    draw: (seriesKey, series, view) => asReply(() => service.draw(seriesKey, series, view)),
    backend: () => asReply(() => service.backend()),
    testModel: (modelId, signal) => withSignal(signal, () => service.testModel(modelId, signal)),
    machine: () => asReply(() => service.machine()),
  };
}

async function asJob<T>(
  onProgress: ProgressProxy,
  signal: AbortSignal,
  run: (report: (progress: Progress) => void) => Promise<T>,
): Promise<T> {
  const progress = throttleProgress((report) => onProgress(report));
  try {
    const outcome = await run(progress.report);
    await progress.flush();
    return moved(outcome);
  } finally {
    onProgress[releaseProxy]();
    releaseAbortSignal(signal);
  }
}

/** Hands every epoch to the page, moved; the last one has arrived when the job is answered. */
async function handingOver<T>(onEpoch: EpochProxy, run: (hand: (epoch: ReachedEpoch) => void) => Promise<T>): Promise<T> {
  const handed: Promise<void>[] = [];
  try {
    const outcome = await run((epoch) => handed.push(onEpoch(moved(epoch))));
    await Promise.all(handed);
    return outcome;
  } finally {
    onEpoch[releaseProxy]();
  }
}

async function withSignal<T>(signal: AbortSignal, run: () => Promise<T>): Promise<T> {
  try {
    return moved(await run());
  } finally {
    releaseAbortSignal(signal);
  }
}

async function asReply<T>(make: () => Promise<T>): Promise<Reply<T>> {
  try {
    return moved({ kind: "value", value: await make() });
  } catch (cause) {
    return { kind: "problem", problem: toProblem(cause) };
  }
}

const moved = <T>(value: T): T => transfer(value, buffersToMove(value));
