import type { LoadedCheck } from "../../db/records.ts";
import type { Repository } from "../../db/repository.ts";
import type { JobControl } from "../../ecg/progress.ts";
import type { ParameterValues } from "../../models/detector.ts";
import type { AnalysisService, Cancelled, Failed } from "../../worker/protocol.ts";
import { isBeatModel, isDetector, type ModelMeta } from "../models/model-kinds.ts";
import { diagnoseRecording } from "../recording/diagnosis/diagnose-recording.ts";
import type { Opened } from "./check-session.ts";
import { chooseVersion } from "../models/choose-version.ts";
import { makeBeatCheck, makeCheck, makeRecordingCheck, requestedPatients } from "./make-check.ts";

/** A detector to run, and how. */
export interface DetectorOrder {
  readonly detector: ModelMeta;
  readonly parameters: ParameterValues;
}

export interface OrderOptions extends JobControl {
  readonly analysis: AnalysisService;
  readonly repository: Pick<Repository, "registry" | "settings">;
  readonly appVersion: string;
}

export type OrderOutcome = { readonly kind: "checked"; readonly check: LoadedCheck } | Cancelled | Failed;

/** Runs one detector on what is in hand and makes a check of its result. Throws where it takes something else. */
export async function runOrder(
  opened: Opened,
  { detector, parameters }: DetectorOrder,
  { analysis, repository, appVersion, onProgress, signal }: OrderOptions,
): Promise<OrderOutcome> {
  const { modelVersion, ...version } = await chooseVersion(repository, detector);
  const origin = () => ({ id: crypto.randomUUID(), createdAt: new Date().toISOString(), appVersion, detectorId: detector.id, modelVersion, parameters });
  if (opened.kind === "recording") {
    if (detector.id !== "arrhythmia") throw new Error(`${detector.name} does not take a recording.`);
    const { recording: { leads, samplingRateHz }, leadIndex } = opened;
    const outcome = await analysis.checkRecording({ ...version, parameters, lead: leads[leadIndex], samplingRateHz }, onProgress, signal);
    if (outcome.kind !== "checked") return outcome;
    const diagnosis = await diagnoseRecording(opened.recording, { analysis, repository, patient: opened.recording.patient, onProgress, signal });
    if (diagnosis?.kind === "cancelled") return diagnosis;
    return { kind: "checked", check: makeRecordingCheck(opened, { ...outcome.result, diagnosis }, origin()) };
  }
  const { table, ...source } = opened;
  if (table.kind === "beats" && isBeatModel(detector)) {
    const { count, samplesPerBeat, samples } = table.beats;
    const outcome = await analysis.checkBeats({ ...version, modelId: detector.id, parameters, beats: { count, samplesPerBeat, samples } }, onProgress, signal);
    if (outcome.kind !== "checked") return outcome;
    return { kind: "checked", check: makeBeatCheck({ ...source, table }, outcome.result, { ...origin(), scheme: detector.scheme }) };
  }
  if (table.kind === "heart-rate" && isDetector(detector)) {
    const outcome = await analysis.check({ ...version, detectorId: detector.id, parameters, patients: requestedPatients(table.patients) }, onProgress, signal);
    if (outcome.kind !== "checked") return outcome;
    return { kind: "checked", check: makeCheck({ ...source, table }, outcome.result, origin()) };
  }
  throw new Error(`${detector.name} does not take this kind of table.`);
}
