import type { Beats } from "../../ecg/beats/table.ts";
import type { PatientSeries } from "../../ecg/heart-rate/table.ts";
import type { LabelledLead } from "../../ecg/recording/labelled-lead.ts";
import type { PatientFields } from "../../ecg/recording/recording.ts";

/** Labelled data kept aside to compare versions on, never to learn from. It does not change once it is frozen. */
export interface EvaluationSet {
  readonly id: string;
  readonly name: string;
  readonly kind: EvaluationContent["kind"];
  /** of single beats; null for the others */
  readonly samplesPerBeat: number | null;
  /** of the files it came from: data with one of these is kept out of training */
  readonly fileSha256: readonly string[];
  /** what is judged: beats, heart rates, or records of twelve leads */
  readonly rows: number;
  /** of recordings with labelled beats */
  readonly recordings?: number;
  /** by the class's code or the label's word */
  readonly rowsPerClass: Readonly<Record<string, number>>;
  /** ISO 8601 */
  readonly frozenAt: string;
}

export type EvaluationContent =
  | { readonly kind: "beats"; readonly beats: Beats }
  | { readonly kind: "heart-rate"; readonly patients: readonly PatientSeries[] }
  | { readonly kind: "recordings"; readonly recordings: readonly LabelledLead[] }
  | { readonly kind: "twelve-lead"; readonly records: readonly DiagnosedRecord[] };

/** Ten seconds of twelve leads with what somebody diagnosed in them. */
export interface DiagnosedRecord {
  readonly name: string;
  /** TWELVE_LEADS in their order, mV */
  readonly leads: readonly Float32Array<ArrayBuffer>[];
  readonly samplingRateHz: number;
  readonly patient: Pick<PatientFields, "ageYears" | "sex" | "heightCm" | "weightKg">;
  /** the codes of the superclasses that hold, e.g. "MI"; none is a diagnosis outside of them */
  readonly superclasses: readonly string[];
}
