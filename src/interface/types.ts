/**
 * The programmatic interface of Isoline, version 1. Everything is plain JSON, in and out, and nothing leaves the device.
 *
 * Within the app's own page it is `window.isoline`. A page that embeds the app in an iframe makes the same calls with
 * `postMessage`: it sends a {@link CallMessage} and gets an {@link AnswerMessage} with the same `id`, provided that its
 * origin is allowed under Settings; other origins get no answer at all. While nobody is signed in, every call, of any
 * origin, is refused with the code "locked", and subscriptions have ended.
 *
 * For research use only: no answer is a diagnosis.
 */

/** The version of this interface. It changes only when a call or an answer changes its meaning. */
export type InterfaceVersion = 1;

/** `window.isoline`: the calls within the page. Every call rejects with an {@link IsolineError}. */
export interface Isoline {
  readonly isoline: InterfaceVersion;
  readonly appVersion: string;
  /** The models there are, in the order in which the app offers them. */
  models(): Promise<ModelDescription[]>;
  /** What one model is, and its layers as Keras' `model.summary()` lists them. */
  modelSummary(input: ModelSummaryInput): Promise<ModelSummary>;
  /** A model's answer for data at hand; nothing is saved. In the shape of the published service, the answer is in its shape too. */
  predict(input: PublishedInput): Promise<PublishedAnswer>;
  predict(input: TwelveLeadInput): Promise<TwelveLeadAnswer>;
  predict(input: LeadInput): Promise<LeadAnswer>;
  predict(input: BeatsInput): Promise<BeatsAnswer>;
  predict(input: HeartRatesInput): Promise<HeartRatesAnswer>;
  predict(input: PredictInput): Promise<PredictAnswer>;
  /** Opens a file as the app does, checks it, saves the check in the history and says what was found. */
  checkFile(input: CheckFileInput): Promise<CheckSummary>;
  /** Tells of every check that is saved and every alert that is raised from now on, in whichever tab. Gives the function that ends it. */
  subscribe(input: SubscribeInput, listener: (event: IsolineEvent) => void): Promise<() => void>;
}

/** The calls by name, as messages name them; `unsubscribe` takes the `id` of the `subscribe` message. */
export type CallName = "models" | "modelSummary" | "predict" | "checkFile" | "subscribe" | "unsubscribe";

/** What an embedding page sends. */
export interface CallMessage {
  readonly isoline: InterfaceVersion;
  /** the sender's own, at most 200 characters; comes back with the answer */
  readonly id: string | number;
  readonly call: CallName;
  /** what the call takes; left out for `models` */
  readonly input?: unknown;
}

/** What comes back: to the origin that asked, and to no other. */
export type AnswerMessage = ResultMessage | ErrorMessage | EventMessage;

export interface ResultMessage {
  readonly isoline: InterfaceVersion;
  readonly id: string | number;
  readonly result: unknown;
}

export interface ErrorMessage {
  readonly isoline: InterfaceVersion;
  /** null where the message had none that could be read */
  readonly id: string | number | null;
  readonly error: IsolineError;
}

/** One event of a subscription. */
export interface EventMessage {
  readonly isoline: InterfaceVersion;
  /** of the `subscribe` message */
  readonly id: string | number;
  readonly event: IsolineEvent;
}

/** Why a call was not answered. */
export interface IsolineError {
  /** e.g. "malformed", "unknown-model", "too-large", "question", "model-suspended", "locked", or a code of the file's reader */
  readonly code: string;
  /** what happened, where, and what to do */
  readonly sentence: string;
  /** where in the input it lies */
  readonly place: ErrorPlace;
  /** of `checkFile`, with the code "question": what must be known before the file can be read */
  readonly question?: FileQuestion;
}

export interface ErrorPlace {
  readonly file?: string;
  /** 1-based */
  readonly line?: number;
  readonly column?: string;
  readonly value?: string;
  /** in the call's input, e.g. "Y.3.11" */
  readonly path?: string;
}

/** The file can be read in more than one way. Call `checkFile` again with `answers`: `guess` as it is, or corrected. */
export interface FileQuestion {
  readonly kind: FileAnswers["kind"];
  readonly fileName: string;
  /** what is in doubt, one sentence each */
  readonly reasons: readonly string[];
  /** the first rows of data, as written */
  readonly firstRows: readonly (readonly (string | number | null)[])[];
  readonly guess: FileAnswers;
}

/** How a file is to be read. */
export type FileAnswers = HeartRateAnswers | BeatAnswers | RecordingAnswers;

export interface HeartRateAnswers {
  readonly kind: "heart-rate";
  readonly hasHeader: boolean;
  /** of each column, in the order of the file */
  readonly roles: readonly ("time" | "patient" | "rate" | "label" | "index" | "cycle" | "hr_diff" | "peak_label" | "other")[];
  /** `raw-ecg` has the file read as a recording */
  readonly unit: "bpm" | "rr-ms" | "rr-s" | "scaled" | "raw-ecg";
  readonly timeKind: "seconds" | "milliseconds" | "clock" | "iso" | "row";
}

export interface BeatAnswers {
  readonly kind: "beats";
  readonly hasHeader: boolean;
  readonly hasIndex: boolean;
  readonly labelPlace: "first" | "last" | "none";
  readonly coding: "aami" | "ecg5000" | "one-normal" | "one-anomalous" | null;
  readonly samplingRateHz: number | null;
}

export interface RecordingAnswers {
  readonly kind: "recording";
  /** index of the column of times */
  readonly timeColumn: number | null;
  readonly leads: readonly { readonly column: number; readonly name: string }[];
  /** null: found from the times */
  readonly samplingRateHz: number | null;
  readonly unit: { readonly kind: "mV" | "µV" | "V" } | { readonly kind: "adc"; readonly unitsPerMv: number; readonly zero: number };
}

/** A model of the catalogue. */
export interface ModelDescription {
  readonly id: string;
  readonly name: string;
  readonly sentence: string;
  /** what `predict` takes for it */
  readonly takes: "heart-rates" | "beats" | "lead" | "twelve-lead";
  /** of a beat; null for models of anything else */
  readonly samplesPerBeat: number | null;
  /** codes of what it tells apart; null where it gives a score or an error */
  readonly classes: readonly string[] | null;
  /** of a check, with their defaults */
  readonly parameters: Readonly<Record<string, number | string>>;
}

export interface ModelSummaryInput {
  readonly model: string;
}

/** A model with its version in use and its layers. */
export interface ModelSummary extends ModelDescription {
  /** the registered version that answers now */
  readonly version: number;
  /** why it must not answer now; null while it may */
  readonly suspended: string | null;
  /** of a network; null for rules and trees */
  readonly layers: readonly LayerSummary[] | null;
  readonly totalParameters: number | null;
}

export interface LayerSummary {
  readonly name: string;
  readonly type: string;
  /** the batch first, null */
  readonly outputShape: readonly (number | null)[];
  readonly parameters: number;
  readonly connectedTo: readonly string[];
}

/** Anything that `predict` takes. */
export type PredictInput = PublishedInput | TwelveLeadInput | LeadInput | BeatsInput | HeartRatesInput;
export type PredictAnswer = PublishedAnswer | TwelveLeadAnswer | LeadAnswer | BeatsAnswer | HeartRatesAnswer;

/** One twelve-lead ECG in the shape of the published service; a batch dimension of one may stand around either part. */
export interface PublishedInput {
  /** age in years, sex (0 male, 1 female), height in cm, weight in kg, and PTB-XL's numbers of nurse, site and device, which are not used; null: not known */
  readonly X: NumberTree;
  /** ten seconds at 100 Hz: 1,000 rows of the leads I, II, III, aVR, aVL, aVF, V1–V6, in mV; 5,000 rows are taken to be at 500 Hz */
  readonly Y: NumberTree;
}

/** Numbers, or lists of them. */
export type NumberTree = readonly (number | null | NumberTree)[];

/** The probability of each superclass by its code: NORM, MI, STTC, CD, HYP. */
export type PublishedAnswer = Readonly<Record<string, number>>;

/** One twelve-lead ECG of at least five seconds; ten are looked at. */
export interface TwelveLeadInput {
  readonly kind: "twelve-lead";
  readonly samplingRateHz: number;
  /** mV, by the leads' names; where I and II are given, III and the augmented leads may be left out */
  readonly leads: Readonly<Record<string, Numbers>>;
  readonly patient?: PatientInput;
}

export interface PatientInput {
  readonly ageYears?: number | null;
  readonly sex?: "female" | "male" | null;
  readonly heightCm?: number | null;
  readonly weightKg?: number | null;
}

/** One lead of a raw ECG, whose beats are found and classified: at most 20 million samples. */
export interface LeadInput {
  readonly kind: "lead";
  readonly samplingRateHz: number;
  /** mV */
  readonly samplesMv: Numbers;
  /** "II" unless it is said */
  readonly name?: string;
}

/** Single beats, at most 100,000, of the model's length. */
export interface BeatsInput {
  readonly kind: "beats";
  /** left out: the first model for beats of this length */
  readonly model?: string;
  /** a beat each, scaled as in the model's training data */
  readonly beats: readonly Numbers[];
  readonly parameters?: Readonly<Record<string, number | string>>;
}

/** Heart rates, at most a million rows. */
export interface HeartRatesInput {
  readonly kind: "heart-rates";
  /** left out: the first one offered */
  readonly model?: string;
  readonly patients: readonly PatientRows[];
  readonly parameters?: Readonly<Record<string, number | string>>;
}

export interface PatientRows {
  readonly patientId: string;
  /** seconds, in order */
  readonly timeS: Numbers;
  /** as many */
  readonly rateBpm: Numbers;
}

/** A list of numbers, or a typed array. */
export type Numbers = readonly number[] | Float32Array | Float64Array;

/** What every answer says beside itself. */
export interface AnswerFacts {
  readonly model: string;
  /** of the registry */
  readonly modelVersion: number;
  readonly modelSha256: string;
  /** e.g. "WASM (SIMD)" */
  readonly backend: string;
  readonly warnings: readonly string[];
}

/** What the twelve-lead model says. */
export interface TwelveLeadAnswer extends AnswerFacts {
  /** by the superclass's code; several can hold at once */
  readonly probabilities: Readonly<Record<string, number>>;
  /** from it on a superclass is reported */
  readonly thresholds: Readonly<Record<string, number>>;
  readonly predicted: Readonly<Record<string, boolean>>;
  /** what was not known of the patient */
  readonly imputed: readonly string[];
}

/** The beats found in a lead, their classes, and the rhythm events that follow from them. */
export interface LeadAnswer extends AnswerFacts {
  readonly lead: string;
  readonly samplingRateHz: number;
  /** one entry a beat */
  readonly beats: {
    /** of the R peak, from 0 */
    readonly sample: readonly number[];
    /** N, S, V, F or Q of ANSI/AAMI EC57 */
    readonly predicted: readonly string[];
    readonly probabilities: Readonly<Record<string, readonly number[]>>;
  };
  readonly events: readonly RhythmEventJson[];
}

export interface RhythmEventJson {
  /** e.g. "pause" */
  readonly kind: string;
  /** 1 is the most urgent */
  readonly severity: number;
  readonly startSample: number;
  readonly endSample: number;
  readonly value: number;
  readonly unit: "s" | "bpm" | "beats";
  readonly sentence: string;
}

/** One entry a beat: of a classifier the class and the probabilities, of an autoencoder the error. */
export type BeatsAnswer = AnswerFacts &
  (
    | { readonly predicted: readonly string[]; readonly probabilities: Readonly<Record<string, readonly number[]>> }
    | { readonly threshold: number; readonly error: readonly number[]; readonly predicted: readonly boolean[] }
  );

/** The score of every row, by patient. */
export interface HeartRatesAnswer extends AnswerFacts {
  readonly threshold: number;
  readonly patients: readonly ScoredPatient[];
}

export interface ScoredPatient {
  readonly patientId: string;
  readonly timeS: readonly number[];
  readonly rateBpm: readonly number[];
  /** null where a row cannot be scored */
  readonly score: readonly (number | null)[];
  readonly predicted: readonly (boolean | null)[];
}

/** A file, or its name and content; the files of one record together. At most 512 MiB. */
export interface CheckFileInput {
  readonly files: readonly FileInput[];
  /** left out: the model that the app offers first */
  readonly model?: string;
  readonly parameters?: Readonly<Record<string, number | string>>;
  /** where the file raised a question before */
  readonly answers?: FileAnswers;
}

export type FileInput = File | { readonly name: string; readonly text: string } | { readonly name: string; readonly bytes: ArrayBuffer | Uint8Array };

/** What a check found. The app shows it at `#/checks/<checkId>`. */
export interface CheckSummary {
  readonly checkId: string;
  /** ISO 8601 */
  readonly createdAt: string;
  readonly name: string;
  readonly kind: "heart-rate" | "beats" | "recording";
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly model: string;
  readonly modelVersion: number;
  readonly modelSha256: string;
  readonly backend: string;
  readonly durationMs: number;
  /** beats */
  readonly rows: number;
  /** of them, how many are predicted anomalous */
  readonly predicted: number;
  /** against the file's labels; null without any */
  readonly confusion: { readonly truePositive: number; readonly falsePositive: number; readonly falseNegative: number; readonly trueNegative: number } | null;
  /** whether the file is like what the model learnt from: `likeness` from 0 to 1; null where the model has no reference */
  readonly drift: { readonly likeness: number; readonly isUnlike: boolean } | null;
  readonly warnings: readonly string[];
  /** what was noticed in the file, one sentence each */
  readonly findings: readonly string[];
  /** of twelve leads */
  readonly diagnosis: Pick<TwelveLeadAnswer, "probabilities" | "thresholds" | "predicted" | "imputed"> | null;
}

export interface SubscribeInput {
  readonly to: readonly ("results" | "alerts")[];
}

export type IsolineEvent =
  | { readonly kind: "result"; readonly check: CheckSummary }
  | { readonly kind: "alert"; readonly alert: AlertJson };

/** A monitoring rule that was broken. */
export interface AlertJson {
  readonly id: string;
  /** ISO 8601 */
  readonly at: string;
  readonly model: string;
  readonly version: number;
  readonly metric: string;
  readonly value: number;
  readonly threshold: number;
  readonly sentence: string;
}
