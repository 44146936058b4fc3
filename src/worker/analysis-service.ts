import { plotPoints } from "../ecg/drawing/decimate.ts";
import { toProblem } from "../ecg/problem.ts";
import type { JobControl } from "../ecg/progress.ts";
import type { BeatAnswers } from "../ecg/reading/beats/beat-question.ts";
import type { ImportAnswers } from "../ecg/reading/import-guess.ts";
import { readFiles } from "../ecg/reading/read-files.ts";
import type { BeatModel, BeatModelId } from "../models/beat-model.ts";
import type { Detect, DetectorId, ReadArtifact } from "../models/detector.ts";
import type { LayerTable } from "../models/layer-table.ts";
import { JobQueue } from "./job-queue.ts";
import type { AnalysisService, Cancelled, Failed, OpenOutcome } from "./protocol.ts";
import { explainBeat, runBeatCheck, runCheck } from "./run-check.ts";
import { SeriesCache } from "./series-cache.ts";

export interface AnalysisParts {
  readonly loadDetector: (id: DetectorId) => Promise<Detect>;
  readonly loadBeatModel: (id: BeatModelId) => Promise<BeatModel>;
  readonly readLayers: (id: DetectorId | BeatModelId) => Promise<LayerTable | null>;
  readonly readArtifact: ReadArtifact;
  readonly backendName: () => Promise<string>;
}

/** Signals of a few patients on screen and just left, with the overview; a million rows take 21 MB. */
const SHOWN_SERIES_BYTES = 64 * 2 ** 20;

/** The analysis behind the channel: reads and checks one after another, explains and draws in between. */
export function createAnalysisService({ loadDetector, loadBeatModel, readLayers, readArtifact, backendName }: AnalysisParts): AnalysisService {
  const jobs = new JobQueue();
  const shown = new SeriesCache(SHOWN_SERIES_BYTES);
  return {
    open: (files, answers, onProgress, signal) =>
      settle(signal, () => jobs.run(signal, () => open(files, answers, { onProgress, signal }))),
    check: (request, onProgress, signal) =>
      settle(signal, () => jobs.run(signal, () => runCheck(request, { loadDetector, readArtifact, onProgress, signal }))),
    checkBeats: (request, onProgress, signal) =>
      settle(signal, () => jobs.run(signal, () => runBeatCheck(request, { loadBeatModel, readArtifact, onProgress, signal }))),
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

async function open(files: readonly File[], answers: ImportAnswers | BeatAnswers | null, control: JobControl): Promise<OpenOutcome> {
  const outcome = await readFiles(files, answers, control);
  return outcome.kind === "table" ? { kind: "opened", table: outcome.table } : outcome;
}

/** Nobody waits for what a cancelled job would still say, a failure included. */
async function settle<T>(signal: AbortSignal, job: () => Promise<T>): Promise<T | Cancelled | Failed> {
  try {
    return await job();
  } catch (cause) {
    return signal.aborted ? { kind: "cancelled" } : { kind: "failed", problem: toProblem(cause) };
  }
}
