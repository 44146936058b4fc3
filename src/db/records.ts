/** What IndexedDB holds; every type here is plain data. */
import type { Confusion } from "../ecg/metrics/confusion.ts";
import type { PrecisionRecallCurve } from "../ecg/metrics/precision-recall.ts";
import type { Finding, InputColumn, PatientSeries, RateUnit, SourceFile, TableForm, TimeKind } from "../ecg/heart-rate/table.ts";

export type Verdict = "accepted" | "rejected" | "uncertain";

/** One check: one table run through one detector. Its signals are shared by all checks of the same opening. */
export interface CheckRecord {
  readonly id: string;
  /** key of the signals this check was made on */
  readonly signalsId: string;
  /** what the user calls it; the file name at first */
  readonly name: string;
  /** ISO 8601 */
  readonly createdAt: string;
  readonly files: readonly SourceFile[];
  readonly form: TableForm;
  readonly unit: RateUnit;
  readonly timeKind: TimeKind;
  readonly columns: readonly InputColumn[];
  readonly rows: number;
  readonly labelled: boolean;
  readonly findings: readonly Finding[];
  readonly detectorId: string;
  readonly parameters: Readonly<Record<string, number | string>>;
  readonly modelHash: string;
  readonly backend: string;
  readonly appVersion: string;
  /** the threshold the detector came with, and the one in use now */
  readonly shippedThreshold: number;
  readonly threshold: number;
  readonly durationMs: number;
  readonly warnings: readonly string[];
  readonly curve: PrecisionRecallCurve | null;
  /** at `threshold`, over labelled and scored rows; null without labels */
  readonly confusion: Confusion | null;
  /** rows predicted at `threshold` */
  readonly predicted: number;
  readonly patientIds: readonly string[];
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

/** A check with everything needed to show it: fresh from the worker, or read from the database. */
export interface LoadedCheck {
  readonly record: CheckRecord;
  readonly patients: readonly PatientSeries[];
  readonly scores: readonly Float32Array<ArrayBuffer>[];
}
