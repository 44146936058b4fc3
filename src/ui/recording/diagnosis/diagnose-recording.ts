import type { DiagnosisPatient, DiagnosisRecord } from "../../../db/records.ts";
import type { JobControl } from "../../../ecg/progress.ts";
import type { Recording } from "../../../ecg/recording/recording.ts";
import { DIAGNOSED_S, twelveLeads, unusableWarnings } from "../../../ecg/recording/twelve-leads.ts";
import type { AnalysisService, Cancelled, Failed } from "../../../worker/protocol.ts";

export interface DiagnoseOptions extends JobControl {
  readonly analysis: AnalysisService;
  /** what is known of the patient, in place of what the file says */
  readonly patient: DiagnosisPatient;
}

export type DiagnosisOutcome = { readonly kind: "diagnosed"; readonly record: DiagnosisRecord } | Cancelled | Failed;

/** Runs the twelve-lead model on a recording's first ten seconds; null where it has no twelve leads. */
export async function diagnoseRecording(recording: Recording, { analysis, patient, onProgress, signal }: DiagnoseOptions): Promise<DiagnosisOutcome | null> {
  const leads = twelveLeads(recording, DIAGNOSED_S);
  if (leads === null) return null;
  const { ageYears, sex, heightCm, weightKg } = patient;
  const known = { ageYears, sex, heightCm, weightKg };
  const outcome = await analysis.diagnose({ parameters: {}, input: { leads, samplingRateHz: recording.samplingRateHz, patient: known } }, onProgress, signal);
  if (outcome.kind !== "diagnosed") return outcome;
  const { probabilities, thresholds, warnings, ...facts } = outcome.diagnosis;
  return {
    kind: "diagnosed",
    record: { ...facts, warnings: [...warnings, ...unusableWarnings(recording)], patient: known, probabilities: Array.from(probabilities), shippedThresholds: thresholds, thresholds },
  };
}
