/** The contract between page and analysis worker: types only. */
import type { Problem } from "../ecg/problem.ts";
import type { Progress } from "../ecg/progress.ts";
import type { PatientSeries } from "../ecg/heart-rate/table.ts";
import type { FileAnswers, OpenedContent } from "../ecg/reading/open-files.ts";
import type { Lead } from "../ecg/recording/recording.ts";
import type { RecordingBeats } from "../ecg/recording/recording-beats.ts";
import type { PyramidLevel } from "../ecg/recording/signal-pyramid.ts";
import type { PlotPoints, PlotView } from "../ecg/drawing/plot-points.ts";
import type { DriftReport } from "../ecg/drift/drift-report.ts";
import type { PrecisionRecallCurve } from "../ecg/metrics/precision-recall.ts";
import type { BeatInput, BeatModelId, BeatRun, Explanation } from "../models/beat-model.ts";
import type { DetectorId, DetectorInput, ParameterValues } from "../models/detector.ts";
import type { Machine } from "../models/machine.ts";
import type { KnownAnswerTest } from "../models/known-answers/known-answer.ts";
import type { ModelId } from "../models/model-id.ts";
import type { ReachedEpoch, Trained, TrainRequest } from "../models/training/training-job.ts";
import type { LayerTable } from "../models/layer-table.ts";
import type { ArtifactFiles, ImportedVersion } from "../lifecycle/registry/model-version.ts";
import type { BeatClasses, Diagnosis, TwelveLeadInput } from "../models/recording-model.ts";

export type Cancelled = { readonly kind: "cancelled" };
export type Failed = { readonly kind: "failed"; readonly problem: Problem };

export type OpenOutcome = OpenedContent | Cancelled | Failed;

/** Which version of a model is to answer, and when it is to keep silent. */
export interface VersionChoice {
  /** of a registered version; null for the shipped one */
  readonly files: ArtifactFiles | null;
  /** data less like the training data than this are not answered, 0 to 1; null: all are */
  readonly abstainBelow: number | null;
}

export interface CheckRequest extends VersionChoice {
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
  /** null where the model has no reference */
  readonly drift: DriftReport | null;
}

export type CheckOutcome = { readonly kind: "checked"; readonly result: CheckResult } | Cancelled | Failed;

export interface BeatCheckRequest extends VersionChoice {
  readonly modelId: BeatModelId;
  readonly parameters: ParameterValues;
  readonly beats: BeatInput;
}

export interface BeatCheckResult extends BeatRun {
  readonly durationMs: number;
  /** null where the model has no reference */
  readonly drift: DriftReport | null;
}

export type BeatCheckOutcome = { readonly kind: "checked"; readonly result: BeatCheckResult } | Cancelled | Failed;

export interface RecordingCheckRequest extends VersionChoice {
  readonly parameters: ParameterValues;
  readonly lead: Lead;
  readonly samplingRateHz: number;
}

export interface RecordingCheckResult extends BeatClasses {
  readonly beats: RecordingBeats;
  readonly durationMs: number;
  /** null where the model has no reference */
  readonly drift: DriftReport | null;
}

export type RecordingCheckOutcome = { readonly kind: "checked"; readonly result: RecordingCheckResult } | Cancelled | Failed;

export interface DiagnoseRequest extends Pick<VersionChoice, "files"> {
  readonly parameters: ParameterValues;
  readonly input: TwelveLeadInput;
}

export type DiagnoseOutcome = { readonly kind: "diagnosed"; readonly diagnosis: Diagnosis } | Cancelled | Failed;

export type ModelTestOutcome = { readonly kind: "tested"; readonly test: KnownAnswerTest } | Cancelled | Failed;

export type ImportOutcome = { readonly kind: "imported"; readonly version: ImportedVersion } | Cancelled | Failed;

export interface ExplainRequest extends Pick<VersionChoice, "files"> {
  readonly modelId: BeatModelId;
  readonly parameters: ParameterValues;
  readonly beat: Float32Array<ArrayBuffer>;
  /** the class to explain; any for an autoencoder */
  readonly classIndex: number;
}

export type ExplainOutcome = { readonly kind: "explained"; readonly explanation: Explanation } | Cancelled | Failed;

/** What a training hands over on its way. */
export interface TrainListener {
  readonly onProgress: (progress: Progress) => void;
  readonly onEpoch: (epoch: ReachedEpoch) => void;
}

export type TrainOutcome = { readonly kind: "trained"; readonly trained: Trained } | Cancelled | Failed;

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
  /** Checks and tries the files of a version of a model: a TF.js layers model, or trees as JSON. */
  importVersion(modelId: ModelId, files: readonly File[], signal: AbortSignal): Promise<ImportOutcome>;
  /** A version's files as they are exported: trees as JSON too. */
  portableFiles(modelId: ModelId, files: ArtifactFiles): Promise<ArtifactFiles>;
  /** Trains a model; long, so in a worker of its own. What was reached is handed over after each epoch. Stateless: taken up again with the last checkpoint. */
  train(request: TrainRequest, listener: TrainListener, signal: AbortSignal): Promise<TrainOutcome>;
  /** A lead's extremes at each zoom, for drawing; at once, also while a check is running. */
  pyramid(samplesMv: Float32Array<ArrayBuffer>): Promise<readonly PyramidLevel[]>;
  /** Why a model answered as it did for one beat; at once, also while a check is running. */
  explain(request: ExplainRequest, signal: AbortSignal): Promise<ExplainOutcome>;
  /** The layers of a network, shipped or of a registered version; null for a model without layers. */
  layers(modelId: ModelId, files: ArtifactFiles | null): Promise<LayerTable | null>;
  /** Points of `series` for one view. `series` is remembered under `seriesKey`: pass null for `series` when the key was passed before; resolves to null if the worker no longer has it. */
  draw(seriesKey: string, series: ShownSeries | null, view: PlotView): Promise<PlotPoints | null>;
  /** The TensorFlow backend in use, after its known-answer test. */
  backend(): Promise<string>;
  /** A shipped model on its stored input, when no job runs or waits; one that comes meanwhile goes first. A backend on which it is wrong is not used any more. */
  testModel(modelId: ModelId, signal: AbortSignal): Promise<ModelTestOutcome>;
  /** What the worker computes on. */
  machine(): Promise<Machine>;
}
