import { plotPoints } from "../ecg/drawing/decimate.ts";
import { toProblem } from "../ecg/problem.ts";
import { openFiles } from "../ecg/reading/open-files.ts";
import { pyramidLevels } from "../ecg/recording/signal-pyramid.ts";
import type { BeatModel, BeatModelId } from "../models/beat-model.ts";
import type { Detect, DetectorId, ReadArtifact } from "../models/detector.ts";
import type { Machine } from "../models/machine.ts";
import { testModel, type RejectBackend } from "../models/known-answers/test-model.ts";
import type { ImportVersion } from "../models/versions/import-version.ts";
import type { PortableFiles } from "../models/versions/portable-files.ts";
import type { TrainVersion } from "../models/training/training-job.ts";
import type { LayerTable } from "../models/layer-table.ts";
import type { ClassifyBeats, Diagnose } from "../models/recording-model.ts";
import { JobQueue } from "./job-queue.ts";
import type { ModelId } from "../models/model-id.ts";
import type { AnalysisService, Cancelled, Failed } from "./protocol.ts";
import { explainBeat, runBeatCheck, runCheck, runDiagnosis, runRecordingCheck } from "./run-check.ts";
import { SeriesCache } from "./series-cache.ts";
import { versionArtifacts } from "./version-artifacts.ts";

export interface AnalysisParts {
  readonly loadDetector: (id: DetectorId) => Promise<Detect>;
  readonly loadBeatModel: (id: BeatModelId) => Promise<BeatModel>;
  readonly loadArrhythmiaModel: () => Promise<ClassifyBeats>;
  readonly loadTwelveLeadModel: () => Promise<Diagnose>;
  readonly loadImport: () => Promise<ImportVersion>;
  readonly loadPortableFiles: () => Promise<PortableFiles>;
  readonly loadTraining: (id: ModelId) => Promise<TrainVersion>;
  readonly readLayers: (id: ModelId, readArtifact: ReadArtifact) => Promise<LayerTable | null>;
  readonly readArtifact: ReadArtifact;
  readonly backendName: () => Promise<string>;
  /** null for a model that does without TensorFlow */
  readonly backendRejecter: (id: ModelId) => RejectBackend | null;
  /** throws where what was just computed cannot be relied upon */
  readonly requireGpu: () => Promise<void>;
  readonly describeMachine: () => Promise<Machine>;
}

/** Signals of a few patients on screen and just left, with the overview; a million rows take 21 MB. */
const SHOWN_SERIES_BYTES = 64 * 2 ** 20;

/** The analysis behind the channel: reads and checks one after another, explains and draws in between. */
export function createAnalysisService({ loadDetector, loadBeatModel, loadArrhythmiaModel, loadTwelveLeadModel, loadImport, loadPortableFiles, loadTraining, readLayers, readArtifact, backendName, backendRejecter, requireGpu, describeMachine }: AnalysisParts): AnalysisService {
  const jobs = new JobQueue();
  const shown = new SeriesCache(SHOWN_SERIES_BYTES);

  async function computed<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } finally {
      // A lost GPU explains whatever went wrong, and spoils what seems to have gone right.
      await requireGpu();
    }
  }

  const compute = <Answer>(signal: AbortSignal, work: () => Promise<Answer>): Promise<Answer | Cancelled | Failed> => settle(signal, () => jobs.run(signal, () => computed(work)));

  return {
    open: (files, answers, onProgress, signal) =>
      settle(signal, () => jobs.run(signal, () => openFiles(files, answers, { onProgress, signal }))),
    check: (request, onProgress, signal) =>
      compute(signal, () => runCheck(request, { loadDetector, readArtifact, onProgress, signal })),
    checkBeats: (request, onProgress, signal) =>
      compute(signal, () => runBeatCheck(request, { loadBeatModel, readArtifact, onProgress, signal })),
    checkRecording: (request, onProgress, signal) =>
      compute(signal, () => runRecordingCheck(request, { loadArrhythmiaModel, readArtifact, onProgress, signal })),
    diagnose: (request, onProgress, signal) =>
      compute(signal, () => runDiagnosis(request, { loadTwelveLeadModel, readArtifact, onProgress, signal })),
    importVersion: (modelId, files, signal) =>
      settle(signal, () => jobs.run(signal, async () => ({ kind: "imported", version: await (await loadImport())(modelId, files, readArtifact) }))),
    portableFiles: async (modelId, files) => (await loadPortableFiles())(modelId, files),
    train: (request, listener, signal) =>
      compute(signal, async () => ({ kind: "trained", trained: await (await loadTraining(request.modelId))(request, { ...listener, signal, readArtifact: versionArtifacts(readArtifact, request.modelId, request.start?.files ?? null) }) })),
    pyramid: (samplesMv) => Promise.resolve(pyramidLevels(samplesMv)),
    explain: (request, signal) =>
      settle(signal, () => computed(() => explainBeat(request, { loadBeatModel, readArtifact, onProgress: () => undefined, signal }))),
    layers: (modelId, files) => readLayers(modelId, versionArtifacts(readArtifact, modelId, files)),
    draw(seriesKey, series, view) {
      if (series !== null) shown.set(seriesKey, series);
      const known = shown.get(seriesKey);
      return Promise.resolve(known === null ? null : plotPoints(known, view));
    },
    backend: backendName,
    testModel: (modelId, signal) =>
      settle(signal, () => jobs.runBehind(signal, async (yielding) => ({
        kind: "tested",
        test: await testModel(modelId, { loadDetector, loadBeatModel, loadArrhythmiaModel, loadTwelveLeadModel, readArtifact, rejectBackend: backendRejecter(modelId), signal: yielding }),
      }))),
    machine: describeMachine,
  };
}

/** Nobody waits for what a cancelled job would still say, a failure included. */
async function settle<T>(signal: AbortSignal, job: () => Promise<T>): Promise<T | Cancelled | Failed> {
  try {
    return await job();
  } catch (cause) {
    return signal.aborted ? { kind: "cancelled" } : { kind: "failed", problem: toProblem(cause) };
  }
}
