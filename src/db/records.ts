/** What IndexedDB holds; every type here is plain data. */
import type { DriftReport } from "../ecg/drift/drift-report.ts";
import type { Confusion } from "../ecg/metrics/confusion.ts";
import type { PrecisionRecallCurve } from "../ecg/metrics/precision-recall.ts";
import type { InputColumn, PatientSeries, RateUnit, TableForm, TimeKind } from "../ecg/heart-rate/table.ts";
import type { LabelScheme } from "../ecg/beats/classes.ts";
import type { Beats, BeatTable } from "../ecg/beats/table.ts";
import type { Lead, PatientFields, Recording } from "../ecg/recording/recording.ts";
import type { RecordingBeats } from "../ecg/recording/recording-beats.ts";
import type { Finding, SourceFile } from "../ecg/table.ts";

export type Verdict = "accepted" | "rejected" | "uncertain";

/** One check: one table run through one detector or model. Its signals are shared by all checks of the same opening. */
export type CheckRecord = HeartRateCheckRecord | BeatCheckRecord | RecordingCheckRecord;

/** What every check has, whatever was checked. */
interface CheckFacts {
  readonly id: string;
  /** key of the signals this check was made on */
  readonly signalsId: string;
  /** what the user calls it; the file name at first */
  readonly name: string;
  /** ISO 8601 */
  readonly createdAt: string;
  readonly files: readonly SourceFile[];
  /** of the table: one beat each */
  readonly rows: number;
  readonly labelled: boolean;
  readonly findings: readonly Finding[];
  readonly detectorId: string;
  /** of the registry */
  readonly modelVersion: number;
  readonly parameters: Readonly<Record<string, number | string>>;
  readonly modelHash: string;
  readonly backend: string;
  readonly appVersion: string;
  readonly durationMs: number;
  readonly warnings: readonly string[];
  /** anomalous or not, over labelled and scored rows; null without labels */
  readonly confusion: Confusion | null;
  /** rows predicted anomalous */
  readonly predicted: number;
  /** how far the file is from what the model was trained on; absent where the model has no reference */
  readonly drift?: DriftReport;
}

export interface HeartRateCheckRecord extends CheckFacts {
  readonly kind: "heart-rate";
  readonly form: TableForm;
  readonly unit: RateUnit;
  readonly timeKind: TimeKind;
  readonly columns: readonly InputColumn[];
  /** the threshold the detector came with, and the one in use now */
  readonly shippedThreshold: number;
  readonly threshold: number;
  readonly curve: PrecisionRecallCurve | null;
  readonly patientIds: readonly string[];
  /** the check of the recording whose heart rate this is; none of a table's own */
  readonly recordingCheckId?: string;
}

/** A beat table run through one model of single beats, `detectorId`. */
export interface BeatCheckRecord extends CheckFacts, Pick<BeatTable, "form" | "samplingRateHz" | "resampledFrom">, Pick<Beats, "samplesPerBeat" | "scheme"> {
  readonly kind: "beats";
  /** the classes of a classifier's outputs; null for an autoencoder */
  readonly modelScheme: LabelScheme | null;
  /** an autoencoder's; null for a classifier, whose likeliest class is predicted */
  readonly shippedThreshold: number | null;
  readonly threshold: number | null;
}

/** What the twelve-lead model made of a recording; its numbers are in the order of SUPERCLASSES. */
export interface DiagnosisRecord {
  readonly patient: DiagnosisPatient;
  readonly probabilities: readonly number[];
  /** what the model came with, and what is in use now: a probability from there on is reported */
  readonly shippedThresholds: readonly number[];
  readonly thresholds: readonly number[];
  /** the fields of the patient that were not given */
  readonly imputed: readonly string[];
  readonly modelHash: string;
  readonly backend: string;
  readonly warnings: readonly string[];
  /** of the user's model, where it answered in place of the shipped one */
  readonly imported?: { readonly fileName: string; /** ISO 8601 */ readonly importedAt: string };
  /** of the registry */
  readonly modelVersion: number;
}

/** What is known of the patient, from the file or as stated; null where nobody said. */
export type DiagnosisPatient = Pick<PatientFields, "ageYears" | "sex" | "heightCm" | "weightKg">;

/** One lead of a recording searched for beats, and these classified by the model `detectorId`: each beat is a row. */
export interface RecordingCheckRecord extends CheckFacts, Pick<Recording, "form" | "samplingRateHz" | "sampleCount" | "startTime"> {
  readonly kind: "recording";
  readonly leadNames: readonly string[];
  /** index into `leadNames` of the lead whose beats were found */
  readonly leadIndex: number;
  /** the likeliest class is predicted */
  readonly threshold: null;
  /** of a recording of twelve leads */
  readonly diagnosis: DiagnosisRecord | null;
}

/** All of a recording but its samples, kept once per opening. */
export interface RecordingFacts {
  readonly signalsId: string;
  readonly facts: Omit<Recording, "leads"> & { readonly leads: readonly Omit<Lead, "samplesMv">[] };
}

/** Some million consecutive samples of one lead of an opening. */
export interface LeadBlock {
  readonly signalsId: string;
  /** index of the lead */
  readonly lead: number;
  readonly ordinal: number;
  readonly samplesMv: Float32Array<ArrayBuffer>;
}

/** What a check of a recording found. */
export interface RecordingResult extends Pick<LoadedRecordingCheck, "beats" | "probabilities"> {
  readonly checkId: string;
}

export interface SignalBlock {
  readonly signalsId: string;
  readonly ordinal: number;
  readonly series: PatientSeries;
}

export interface ScoreBlock {
  readonly checkId: string;
  readonly ordinal: number;
  readonly patientId: string;
  readonly score: Float32Array<ArrayBuffer>;
}

/** A clinician's verdict on an event, kept under the event's peak row, apart from the file's labels. */
export interface VerdictRecord {
  readonly checkId: string;
  readonly patientId: string;
  /** row within the patient with the event's highest score: stays the event's key when the threshold moves */
  readonly peakRow: number;
  readonly verdict: Verdict;
  /** ISO 8601 */
  readonly at: string;
}

/** Some thousand consecutive beats of an opening: a whole table in one block would be hard to hold twice. */
export interface BeatBlock {
  readonly signalsId: string;
  readonly ordinal: number;
  readonly beats: Beats;
}

/** What a model gave for all beats of a check: see `BeatRun.outputs`. */
export interface BeatOutputs {
  readonly checkId: string;
  readonly outputs: Float32Array<ArrayBuffer>;
}

/** The class a clinician gave a beat, kept apart from the file's labels and the model's answer. */
export interface RelabelRecord {
  readonly checkId: string;
  /** index of the beat in the table */
  readonly beat: number;
  /** index into CLASSES[relabelScheme(the check's record)] */
  readonly classIndex: number;
  /** ISO 8601 */
  readonly at: string;
}

/** A check with everything needed to show it: fresh from the worker, or read from the database. */
export type LoadedCheck = LoadedHeartRateCheck | LoadedBeatCheck | LoadedRecordingCheck;

export interface LoadedRecordingCheck {
  readonly kind: "recording";
  readonly record: RecordingCheckRecord;
  readonly recording: Recording;
  readonly beats: RecordingBeats;
  /** beats × CLASSES.aami */
  readonly probabilities: Float32Array<ArrayBuffer>;
}

/** A check of a recording without its samples: what is known of its beats. */
export interface MarkedRecording {
  readonly record: RecordingCheckRecord;
  readonly facts: RecordingFacts["facts"];
  readonly beats: RecordingBeats;
}

export interface LoadedBeatCheck {
  readonly kind: "beats";
  readonly record: BeatCheckRecord;
  readonly beats: Beats;
  readonly outputs: Float32Array<ArrayBuffer>;
}

export interface LoadedHeartRateCheck {
  readonly kind: "heart-rate";
  readonly record: HeartRateCheckRecord;
  readonly patients: readonly PatientSeries[];
  readonly scores: readonly Float32Array<ArrayBuffer>[];
}
