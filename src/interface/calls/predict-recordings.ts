import { findingsJson, leadJson } from "../../ecg/export/answer-json.ts";
import { withDerivedLimbLeads } from "../../ecg/recording/derived-limb-leads.ts";
import { standardLead } from "../../ecg/recording/lead-names.ts";
import type { Lead, Recording } from "../../ecg/recording/recording.ts";
import { unusableStretches } from "../../ecg/recording/unusable-stretches.ts";
import { meta as ARRHYTHMIA } from "../../models/arrhythmia/meta.ts";
import { SUPERCLASSES } from "../../models/recording-model.ts";
import { chooseVersion } from "../../ui/models/choose-version.ts";
import { diagnoseRecording } from "../../ui/recording/diagnosis/diagnose-recording.ts";
import { malformed, refused } from "../call-error.ts";
import type { OneLead, TwelveLead } from "../schemas/predict-input.ts";
import type { LeadAnswer, TwelveLeadAnswer } from "../types.ts";
import { done, factsOf, quietly, type CallParts } from "./call-parts.ts";

export async function predictLead({ samplingRateHz, samplesMv, name }: OneLead, { analysis, repository }: CallParts): Promise<LeadAnswer> {
  const recording = recordingOf({ [name]: samplesMv }, samplingRateHz);
  const [lead] = recording.leads;
  const { modelVersion, ...version } = await chooseVersion(repository, ARRHYTHMIA);
  const { result } = done(await analysis.checkRecording({ ...version, parameters: {}, lead, samplingRateHz }, quietly.onProgress, quietly.signal));
  return { ...factsOf(ARRHYTHMIA.id, modelVersion, result), ...leadJson({ recording, lead, ...result }) };
}

export async function predictTwelveLead({ leads, samplingRateHz, patient }: TwelveLead, { analysis, repository }: CallParts): Promise<TwelveLeadAnswer> {
  const recording = withDerivedLimbLeads(recordingOf(leads, samplingRateHz));
  const known = { ageYears: patient.ageYears ?? null, sex: patient.sex ?? null, heightCm: patient.heightCm ?? null, weightKg: patient.weightKg ?? null };
  const outcome = await diagnoseRecording(recording, { analysis, repository, patient: known, ...quietly });
  if (outcome === null) throw refused("not-twelve-leads", "Not all of the twelve standard leads are given", "Give I, II, III, aVR, aVL, aVF and V1 to V6, or I, II and V1 to V6");
  const { record } = done(outcome);
  return { ...factsOf("twelve-lead", record.modelVersion, record), ...findingsJson(SUPERCLASSES.map(({ code }) => code), record), imputed: record.imputed };
}

/** Leads that came with a call as a recording without a file. */
function recordingOf(given: Readonly<Record<string, Float32Array<ArrayBuffer>>>, samplingRateHz: number): Recording {
  const leads = Object.entries(given).map(([name, samplesMv]): Lead => ({ name: standardLead(name) ?? name, samplesMv, unusable: unusableStretches(samplesMv, samplingRateHz) }));
  const sampleCount = leads.at(0)?.samplesMv.length ?? 0;
  if (leads.some(({ samplesMv }) => samplesMv.length !== sampleCount)) throw malformed("must be of one length", "leads");
  return {
    kind: "recording", form: "delimited-text", files: [], samplingRateHz, sampleCount, leads, startTime: null, timing: { jitterMs: null, gaps: [] },
    annotations: null, patient: { id: null, ageYears: null, sex: null, heightCm: null, weightKg: null }, findings: [],
  };
}
