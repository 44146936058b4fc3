import type { LoadedCheck } from "../../db/records.ts";
import type { JobControl } from "../../ecg/progress.ts";
import type { ParameterValues } from "../../models/detector.ts";
import type { AnalysisService, Cancelled, Failed } from "../../worker/protocol.ts";
import { isBeatModel, type ModelMeta } from "../models/model-kinds.ts";
import type { OpenedTable } from "./check-session.ts";
import { makeBeatCheck, makeCheck, requestedPatients } from "./make-check.ts";

/** A detector to run, and how. */
export interface DetectorOrder {
  readonly detector: ModelMeta;
  readonly parameters: ParameterValues;
}

export interface OrderOptions extends JobControl {
  readonly analysis: AnalysisService;
  readonly appVersion: string;
}

export type OrderOutcome = { readonly kind: "checked"; readonly check: LoadedCheck } | Cancelled | Failed;

/** Runs one detector on a table and makes a check of its result. Throws where it takes tables of another kind. */
export async function runOrder(
  { table, signalsId }: OpenedTable,
  { detector, parameters }: DetectorOrder,
  { analysis, appVersion, onProgress, signal }: OrderOptions,
): Promise<OrderOutcome> {
  const origin = () => ({ id: crypto.randomUUID(), createdAt: new Date().toISOString(), appVersion, detectorId: detector.id, parameters });
  if (table.kind === "beats" && isBeatModel(detector)) {
    const { count, samplesPerBeat, samples } = table.beats;
    const outcome = await analysis.checkBeats({ modelId: detector.id, parameters, beats: { count, samplesPerBeat, samples } }, onProgress, signal);
    if (outcome.kind !== "checked") return outcome;
    return { kind: "checked", check: makeBeatCheck({ table, signalsId }, outcome.result, { ...origin(), scheme: detector.scheme }) };
  }
  if (table.kind === "heart-rate" && !isBeatModel(detector)) {
    const outcome = await analysis.check({ detectorId: detector.id, parameters, patients: requestedPatients(table.patients) }, onProgress, signal);
    if (outcome.kind !== "checked") return outcome;
    return { kind: "checked", check: makeCheck({ table, signalsId }, outcome.result, origin()) };
  }
  throw new Error(`${detector.name} does not take this kind of table.`);
}
