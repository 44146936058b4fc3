/** The contract between page and analysis worker: types only. */
import type { Problem } from "../ecg/problem.ts";
import type { Progress } from "../ecg/progress.ts";
import type { PatientSeries } from "../ecg/heart-rate/table.ts";
import type { FileAnswers, OpenedContent } from "../ecg/reading/open-files.ts";
import type { Lead } from "../ecg/recording/recording.ts";
import type { RecordingBeats } from "../ecg/recording/recording-beats.ts";
import type { PyramidLevel } from "../ecg/recording/signal-pyramid.ts";
import type { PlotPoints, PlotView } from "../ecg/drawing/plot-points.ts";
import type { PrecisionRecallCurve } from "../ecg/metrics/precision-recall.ts";
import type { BeatInput, BeatModelId, BeatRun, Explanation } from "../models/beat-model.ts";
import type { DetectorId, DetectorInput, ParameterValues } from "../models/detector.ts";
import type { LayerTable } from "../models/layer-table.ts";
import type { BeatClasses, Diagnosis, ImportedNetwork, RecordingModelId, TwelveLeadInput } from "../models/recording-model.ts";

export type Cancelled = { readonly kind: "cancelled" };
export type Failed = { readonly kind: "failed"; readonly problem: Problem };

export type OpenOutcome = OpenedContent | Cancelled | Failed;

export interface CheckRequest {
  readonly detectorId: DetectorId;
  readonly parameters: ParameterValues;
  readonly patients: readonly (DetectorInput & Pick<PatientSeries, "label">)[];
}

export interface CheckResult {
  /** per patient of the request, per row; NaN where not scored */
  readonly scores: readonly Float32Array<ArrayBuffer>[];
  readonly threshold: number;
  readonly modelHash: string;
  readonly backend: string;
  readonly durationMs: number;
  readonly warnings: readonly string[];
  /** over all labelled rows of all patients; null without labels or without an anomalous one */
  readonly curve: PrecisionRecallCurve | null;
}

export type CheckOutcome = { readonly kind: "checked"; readonly result: CheckResult } | Cancelled | Failed;

export interface BeatCheckRequest {
  readonly modelId: BeatModelId;
  readonly parameters: ParameterValues;
  readonly beats: BeatInput;
}

export type BeatCheckOutcome = { readonly kind: "checked"; readonly result: BeatRun & { readonly durationMs: number } } | Cancelled | Failed;

export interface RecordingCheckRequest {
  readonly parameters: ParameterValues;
  readonly lead: Lead;
  readonly samplingRateHz: number;
}

export interface RecordingCheckResult extends BeatClasses {
  readonly beats: RecordingBeats;
  readonly durationMs: number;
}

export type RecordingCheckOutcome = { readonly kind: "checked"; readonly result: RecordingCheckResult } | Cancelled | Failed;

export interface DiagnoseRequest {
  readonly parameters: ParameterValues;
  readonly input: TwelveLeadInput;
  /** to answer in place of the shipped model */
  readonly network?: ImportedNetwork;
}

export type DiagnoseOutcome = { readonly kind: "diagnosed"; readonly diagnosis: Diagnosis } | Cancelled | Failed;

export type ImportOutcome = { readonly kind: "imported"; readonly network: ImportedNetwork } | Cancelled | Failed;

export interface ExplainRequest {
  readonly modelId: BeatModelId;
  readonly parameters: ParameterValues;
  readonly beat: Float32Array<ArrayBuffer>;
  /** the class to explain; any for an autoencoder */
  readonly classIndex: number;
}

export type ExplainOutcome = { readonly kind: "explained"; readonly explanation: Explanation } | Cancelled | Failed;

/** The series that `draw` decimates: one patient of one check. `score` is null before a check. */
export interface ShownSeries {
  readonly timeS: Float64Array;
  readonly rateBpm: Float64Array;
  readonly label: Uint8Array;
  readonly score: Float32Array | null;
}

/** Implemented by the worker and, with the same methods, by the page's client. A job that is cancelled resolves to `cancelled`. */
export interface AnalysisService {
  /** Reads files as a stream. With weak guesses and no answers it resolves to a question; call again with the answers. */
  open(files: readonly File[], answers: FileAnswers | null, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<OpenOutcome>;
  /** Features, detector, scores. Stateless: the patients come with the request, so a fresh worker can run it. */
  check(request: CheckRequest, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<CheckOutcome>;
  /** Runs a model over single beats. Stateless, as `check`. */
  checkBeats(request: BeatCheckRequest, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<BeatCheckOutcome>;
  /** Finds the beats of a lead and classifies them. Stateless, as `check`. */
  checkRecording(request: RecordingCheckRequest, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<RecordingCheckOutcome>;
  /** The twelve-lead model on ten seconds of twelve leads. Stateless, as `check`. */
  diagnose(request: DiagnoseRequest, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<DiagnoseOutcome>;
  /** Checks and tries the files of a network that is to answer in place of the shipped twelve-lead model. */
  importNetwork(files: readonly File[], signal: AbortSignal): Promise<ImportOutcome>;
  /** A lead's extremes at each zoom, for drawing; at once, also while a check is running. */
  pyramid(samplesMv: Float32Array<ArrayBuffer>): Promise<readonly PyramidLevel[]>;
  /** Why a model answered as it did for one beat; at once, also while a check is running. */
  explain(request: ExplainRequest, signal: AbortSignal): Promise<ExplainOutcome>;
  /** The layers of a shipped network, read from its artifact; null for a model without layers. */
  layers(modelId: DetectorId | BeatModelId | RecordingModelId): Promise<LayerTable | null>;
  /** Points of `series` for one view. `series` is remembered under `seriesKey`: pass null for `series` when the key was passed before; resolves to null if the worker no longer has it. */
  draw(seriesKey: string, series: ShownSeries | null, view: PlotView): Promise<PlotPoints | null>;
  /** The TensorFlow backend in use, after its known-answer test. */
  backend(): Promise<string>;
}
