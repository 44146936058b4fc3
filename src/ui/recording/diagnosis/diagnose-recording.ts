import type { DiagnosisPatient, DiagnosisRecord } from "../../../db/records.ts";
import type { JobControl } from "../../../ecg/progress.ts";
import type { Recording } from "../../../ecg/recording/recording.ts";
import { TWELVE_LEADS } from "../../../ecg/recording/lead-names.ts";
import { twelveLeads } from "../../../ecg/recording/twelve-leads.ts";
import type { AnalysisService, Cancelled, Failed } from "../../../worker/protocol.ts";

/** The model looks at so much of a recording. */
const DIAGNOSED_S = 10;

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

/** Leads that say nothing of the heart in a part of what the model looks at: it is given them as they are. */
export function unusableWarnings({ leads, samplingRateHz }: Pick<Recording, "leads" | "samplingRateHz">): readonly string[] {
  const end = DIAGNOSED_S * samplingRateHz;
  const isTwelve = (name: string) => (TWELVE_LEADS as readonly string[]).includes(name);
  const names = leads.filter(({ name, unusable }) => isTwelve(name) && unusable.some(({ from }) => from < end)).map(({ name }) => name);
  return names.length === 0 ? [] : [`Missing, flat or saturated in these ten seconds: ${names.join(", ")}. The model was given them as they are.`];
}
