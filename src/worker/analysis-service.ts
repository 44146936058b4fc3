import { plotPoints } from "../ecg/drawing/decimate.ts";
import { toProblem } from "../ecg/problem.ts";
import { openFiles } from "../ecg/reading/open-files.ts";
import { pyramidLevels } from "../ecg/recording/signal-pyramid.ts";
import type { BeatModel, BeatModelId } from "../models/beat-model.ts";
import type { Detect, DetectorId, ReadArtifact } from "../models/detector.ts";
import type { LayerTable } from "../models/layer-table.ts";
import type { ClassifyBeats, Diagnose, ImportNetwork, RecordingModelId } from "../models/recording-model.ts";
import { JobQueue } from "./job-queue.ts";
import type { AnalysisService, Cancelled, Failed } from "./protocol.ts";
import { explainBeat, runBeatCheck, runCheck, runDiagnosis, runImport, runRecordingCheck } from "./run-check.ts";
import { SeriesCache } from "./series-cache.ts";

export interface AnalysisParts {
  readonly loadDetector: (id: DetectorId) => Promise<Detect>;
  readonly loadBeatModel: (id: BeatModelId) => Promise<BeatModel>;
  readonly loadArrhythmiaModel: () => Promise<ClassifyBeats>;
  readonly loadTwelveLeadModel: () => Promise<Diagnose>;
  readonly loadNetworkImport: () => Promise<ImportNetwork>;
  readonly readLayers: (id: DetectorId | BeatModelId | RecordingModelId) => Promise<LayerTable | null>;
  readonly readArtifact: ReadArtifact;
  readonly backendName: () => Promise<string>;
}

/** Signals of a few patients on screen and just left, with the overview; a million rows take 21 MB. */
const SHOWN_SERIES_BYTES = 64 * 2 ** 20;

/** The analysis behind the channel: reads and checks one after another, explains and draws in between. */
export function createAnalysisService({ loadDetector, loadBeatModel, loadArrhythmiaModel, loadTwelveLeadModel, loadNetworkImport, readLayers, readArtifact, backendName }: AnalysisParts): AnalysisService {
  const jobs = new JobQueue();
  const shown = new SeriesCache(SHOWN_SERIES_BYTES);
  return {
    open: (files, answers, onProgress, signal) =>
      settle(signal, () => jobs.run(signal, () => openFiles(files, answers, { onProgress, signal }))),
    check: (request, onProgress, signal) =>
      settle(signal, () => jobs.run(signal, () => runCheck(request, { loadDetector, readArtifact, onProgress, signal }))),
    checkBeats: (request, onProgress, signal) =>
      settle(signal, () => jobs.run(signal, () => runBeatCheck(request, { loadBeatModel, readArtifact, onProgress, signal }))),
    checkRecording: (request, onProgress, signal) =>
      settle(signal, () => jobs.run(signal, () => runRecordingCheck(request, { loadArrhythmiaModel, readArtifact, onProgress, signal }))),
    diagnose: (request, onProgress, signal) =>
      settle(signal, () => jobs.run(signal, () => runDiagnosis(request, { loadTwelveLeadModel, readArtifact, onProgress, signal }))),
    importNetwork: (files, signal) => settle(signal, () => jobs.run(signal, () => runImport(files, loadNetworkImport, signal))),
    pyramid: (samplesMv) => Promise.resolve(pyramidLevels(samplesMv)),
    explain: (request, signal) =>
      settle(signal, () => explainBeat(request, { loadBeatModel, readArtifact, onProgress: () => undefined, signal })),
    layers: readLayers,
    draw(seriesKey, series, view) {
      if (series !== null) shown.set(seriesKey, series);
      const known = shown.get(seriesKey);
      return Promise.resolve(known === null ? null : plotPoints(known, view));
    },
    backend: backendName,
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
