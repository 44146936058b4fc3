import type { Beats } from "../../ecg/beats/table.ts";
import type { PatientSeries } from "../../ecg/heart-rate/table.ts";

/** Labelled data kept aside to compare versions on, never to learn from. It does not change once it is frozen. */
export interface EvaluationSet {
  readonly id: string;
  readonly name: string;
  readonly kind: EvaluationContent["kind"];
  /** of beats; null for heart rates */
  readonly samplesPerBeat: number | null;
  /** of the files it came from: data with one of these is kept out of training */
  readonly fileSha256: readonly string[];
  readonly rows: number;
  /** by the class's code or the label's word */
  readonly rowsPerClass: Readonly<Record<string, number>>;
  /** ISO 8601 */
  readonly frozenAt: string;
}

export type EvaluationContent =
  | { readonly kind: "beats"; readonly beats: Beats }
  | { readonly kind: "heart-rate"; readonly patients: readonly PatientSeries[] };
