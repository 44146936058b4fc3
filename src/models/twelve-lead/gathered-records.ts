import { ProblemError } from "../../ecg/problem.ts";
import { turns, type JobControl } from "../../ecg/progress.ts";
import { prepareLeads } from "../../ecg/twelve-lead/prepare.ts";
import { SUPERCLASSES } from "../recording-model.ts";
import { namedFeatures } from "./features.ts";
import { imputationFrom, metadataOf, METADATA_FIELDS, PATIENT_FIELDS, signalsOf, type Imputation } from "./inputs.ts";
import type { LabelledRecord, TwelveLeadTrainingData } from "./training-data.ts";

/** What training needs of all records: 24 kB of signals each and the measurements, 523 MB and 19 MB for all of PTB-XL. */
export interface GatheredRecords {
  readonly count: number;
  readonly fold: Uint8Array;
  /** of each record, as `signalsOf` orders them, in µV: PTB-XL's own steps */
  readonly signalsUv: readonly Int16Array[];
  readonly patients: readonly LabelledRecord["patient"][];
  /** by superclass, 1 or 0 a record */
  readonly classes: readonly Uint8Array[];
  readonly featureNames: readonly string[];
  /** by feature, all records, but for the patient's, which depend on who is learnt from: see `withPatients` */
  readonly measured: readonly Float32Array[];
  /** records left out for want of a beat */
  readonly withoutBeats: number;
}

export const UV_PER_MV = 1000;
const NO_PATIENT = { ageYears: null, sex: null, heightCm: null, weightKg: null };
const NOTHING = imputationFrom([]);

export async function gatherRecords({ records, count }: TwelveLeadTrainingData, lastFold: number, { signal, onProgress }: JobControl): Promise<GatheredRecords> {
  const takeTurn = turns(signal, (done) => onProgress({ stage: "Reading and measuring records", done, total: count, unit: "steps" }));
  const kept: { record: LabelledRecord; signalsUv: Int16Array; named: Readonly<Record<string, number>> }[] = [];
  let read = 0;
  let withoutBeats = 0;
  for await (const record of records) {
    await takeTurn(++read);
    if (record.fold > lastFold) continue;
    const prepared = prepareLeads(record.leads, record.samplingRateHz);
    const named = namedFeatures(prepared, metadataOf(NO_PATIENT, NOTHING));
    if (named === null) withoutBeats++;
    else kept.push({ record: { ...record, leads: [] }, signalsUv: inMicrovolts(signalsOf(prepared)), named });
  }
  if (kept.length === 0) throw new ProblemError("unfit-training-data", `no record of folds 1–${lastFold} holds a heartbeat`, "Give the folder of PTB-XL with ptbxl_database.csv and records100");
  const featureNames = Object.keys(kept[0].named);
  return {
    count: kept.length,
    fold: Uint8Array.from(kept, ({ record }) => record.fold),
    signalsUv: kept.map(({ signalsUv }) => signalsUv),
    patients: kept.map(({ record }) => record.patient),
    classes: SUPERCLASSES.map((_, k) => Uint8Array.from(kept, ({ record }) => record.classes[k])),
    featureNames,
    measured: featureNames.map((name) => Float32Array.from(kept, ({ named }) => named[name])),
    withoutBeats,
  };
}

/** All feature columns, the patient's imputed. */
export function withPatients({ featureNames, measured, patients }: GatheredRecords, imputation: Imputation): readonly Float32Array[] {
  const metadata = patients.map((patient) => metadataOf(patient, imputation).values);
  return featureNames.map((name, i) => {
    const field = PATIENT_FIELDS.find((own) => own === name);
    return field === undefined ? measured[i] : Float32Array.from(metadata, (values) => values[METADATA_FIELDS.indexOf(field)]);
  });
}

function inMicrovolts(signalsMv: Float32Array): Int16Array {
  return Int16Array.from(signalsMv, (mv) => Math.min(Math.max(Math.round(mv * UV_PER_MV), -32_768), 32_767));
}

/** Record `index` as the network takes it, in mV. */
export function readSignals({ signalsUv }: GatheredRecords, index: number, signals: Float32Array): void {
  const own = signalsUv[index];
  for (let i = 0; i < own.length; i++) signals[i] = own[i] / UV_PER_MV;
}
