/** What an export to FHIR says of a check: plain data, without the app's own types. */
import type { BeatClass } from "../../beats/classes.ts";
import type { Beats } from "../../beats/table.ts";
import type { AnomalyEvent } from "../../heart-rate/events.ts";
import type { Lead } from "../../recording/recording.ts";
import type { RhythmEvent } from "../../rhythm/rhythm-event.ts";

export interface CheckFindings {
  /** a UUID */
  readonly checkId: string;
  /** ISO 8601 with a zone; null where it is not to be told */
  readonly createdAt: string | null;
  readonly name: string;
  readonly appVersion: string;
  readonly model: CheckedModel;
  readonly warnings: readonly string[];
  readonly content: HeartRateFindings | BeatFindings | RecordingFindings;
}

export interface CheckedModel {
  readonly id: string;
  readonly name: string;
  /** of the registry */
  readonly version: number;
  readonly sha256: string;
}

export interface HeartRateFindings {
  readonly kind: "heart-rate";
  readonly threshold: number;
  /** whether rates are in bpm; else they are scaled, and are not written */
  readonly isBpm: boolean;
  readonly patients: readonly PatientFindings[];
}

export interface PatientFindings {
  readonly patientId: string;
  readonly timeS: Float64Array;
  readonly rateBpm: Float64Array;
  readonly predicted: number;
  readonly events: readonly (AnomalyEvent & { /** a clinician's */ readonly verdict: string | null })[];
}

export interface BeatFindings {
  readonly kind: "beats";
  readonly beats: Pick<Beats, "count" | "samplesPerBeat" | "samples">;
  /** null where beats were stretched to one length */
  readonly samplingRateHz: number | null;
  readonly classes: readonly BeatClass[];
  /** index into `classes`, a clinician's class in place of the model's */
  readonly classOf: Uint8Array;
  /** an autoencoder's */
  readonly threshold: number | null;
}

export interface RecordingFindings {
  readonly kind: "recording";
  readonly patientId: string | null;
  /** of the first sample, local time without a zone; null where nobody said */
  readonly startTime: string | null;
  readonly lead: Lead;
  readonly samplingRateHz: number;
  readonly meanRateBpm: number | null;
  readonly classes: readonly BeatClass[];
  /** of each beat, index into `classes`, a clinician's class in place of the model's */
  readonly classOf: Uint8Array;
  readonly events: readonly RhythmEvent[];
  /** of twelve leads */
  readonly diagnosis: DiagnosisFindings | null;
}

export interface DiagnosisFindings {
  readonly model: CheckedModel;
  readonly superclasses: readonly { readonly name: string; readonly probability: number; readonly threshold: number }[];
  readonly imputed: readonly string[];
}
