import type { DiagnosisPatient, DiagnosisRecord } from "../../../db/records.ts";
import type { Repository } from "../../../db/repository.ts";
import { toProblem } from "../../../ecg/problem.ts";
import type { JobControl } from "../../../ecg/progress.ts";
import type { Recording } from "../../../ecg/recording/recording.ts";
import { DIAGNOSED_S, twelveLeads, unusableWarnings } from "../../../ecg/recording/twelve-leads.ts";
import { meta as TWELVE_LEAD } from "../../../models/twelve-lead/meta.ts";
import type { AnalysisService, Cancelled, Failed } from "../../../worker/protocol.ts";
import { chooseVersion } from "../../models/choose-version.ts";

export interface DiagnoseOptions extends JobControl {
  readonly analysis: AnalysisService;
  readonly repository: Pick<Repository, "registry" | "settings">;
  /** what is known of the patient, in place of what the file says */
  readonly patient: DiagnosisPatient;
}

export type DiagnosisOutcome = { readonly kind: "diagnosed"; readonly record: DiagnosisRecord } | Cancelled | Failed;

/** Runs the twelve-lead model on a recording's first ten seconds; null where it has no twelve leads. */
export async function diagnoseRecording(recording: Recording, { analysis, repository, patient, onProgress, signal }: DiagnoseOptions): Promise<DiagnosisOutcome | null> {
  const leads = twelveLeads(recording, DIAGNOSED_S);
  if (leads === null) return null;
  const { ageYears, sex, heightCm, weightKg } = patient;
  const known = { ageYears, sex, heightCm, weightKg };
  const version = await chooseVersion(repository, TWELVE_LEAD).catch((cause: unknown): Failed => ({ kind: "failed", problem: toProblem(cause) }));
  if ("problem" in version) return version;
  const { modelVersion, files } = version;
  const outcome = await analysis.diagnose({ files, parameters: {}, input: { leads, samplingRateHz: recording.samplingRateHz, patient: known } }, onProgress, signal);
  if (outcome.kind !== "diagnosed") return outcome;
  const { probabilities, thresholds, warnings, ...facts } = outcome.diagnosis;
  return {
    kind: "diagnosed",
    record: { ...facts, modelVersion, warnings: [...warnings, ...unusableWarnings(recording)], patient: known, probabilities: Array.from(probabilities), shippedThresholds: thresholds, thresholds },
  };
}
