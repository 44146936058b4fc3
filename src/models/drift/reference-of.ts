import { LEAST_GROUPS, referenceOfGroups, referenceOfRows } from "../../ecg/drift/calibrate.ts";
import type { DriftFeature, DriftReference, FeatureColumns } from "../../ecg/drift/reference.ts";
import type { PatientSeries } from "../../ecg/heart-rate/table.ts";
import { pause, type JobControl } from "../../ecg/progress.ts";
import type { BeatInput } from "../beat-model.ts";
import type { LeadBeats } from "../recording-model.ts";
import { BEAT_FEATURES, beatFeatures } from "./beat-features.ts";
import { RATE_FEATURES, rateFeatures } from "./rate-features.ts";
import { RECORDING_FEATURES, recordingFeatures } from "./recording-features.ts";
import { encodeReference } from "./reference-file.ts";

/** What a model learnt from, with the rows that the learning left out as anomalous: a file that is checked has such rows too. */
export type ReferenceData =
  | { readonly kind: "heart-rate"; readonly patients: readonly Pick<PatientSeries, "rateBpm">[] }
  /** `patient`: index of the patient, or of the file, that each beat is of; null where nobody says */
  | { readonly kind: "beats"; readonly beats: BeatInput; readonly patient: Uint32Array | null }
  /** one lead of each patient */
  | { readonly kind: "recordings"; readonly leads: readonly LeadBeats[] };

/** Of fewer patients than show how patients differ, each one's rows are cut into so many stretches, which stand for patients. */
const STRETCHES = 4;

/**
 * The bytes of reference.json for a version that learnt from `data`: how its features are distributed, and from which distances
 * on a file is unlike them. The same data give the same bytes. Once aborted, throws the signal's reason.
 */
export async function referenceOf(data: ReferenceData, control: JobControl): Promise<Uint8Array<ArrayBuffer>> {
  return encodeReference(await computed(data, control));
}

async function computed(data: ReferenceData, control: JobControl): Promise<DriftReference> {
  switch (data.kind) {
    case "heart-rate":
      return ofPatients(RATE_FEATURES, await mapped(data.patients, (patient) => rateFeatures(patient), control), control);
    case "recordings":
      return ofPatients(RECORDING_FEATURES, await mapped(data.leads, recordingFeatures, control), control);
    case "beats": {
      const columns = await beatFeatures(data.beats, control);
      const groups = data.patient === null ? [] : grouped(columns, data.patient);
      return groups.length < LEAST_GROUPS ? referenceOfRows(BEAT_FEATURES, columns, control) : referenceOfGroups(BEAT_FEATURES, groups, control);
    }
  }
}

function ofPatients(features: readonly DriftFeature[], patients: readonly FeatureColumns[], control: JobControl): Promise<DriftReference> {
  return referenceOfGroups(features, patients.length < LEAST_GROUPS ? patients.flatMap(inStretches) : patients, control);
}

function inStretches(columns: FeatureColumns): FeatureColumns[] {
  const length = columns[0].length;
  return Array.from({ length: STRETCHES }, (_, i) => columns.map((column) => column.subarray((i * length) / STRETCHES, ((i + 1) * length) / STRETCHES)));
}

function grouped(columns: FeatureColumns, patient: Uint32Array): FeatureColumns[] {
  return [...new Set(patient)].map((own) => columns.map((column) => column.filter((_, row) => patient[row] === own)));
}

async function mapped<Each>(each: readonly Each[], featuresOf: (one: Each) => FeatureColumns, { signal }: JobControl): Promise<FeatureColumns[]> {
  const columns: FeatureColumns[] = [];
  for (const one of each) {
    columns.push(featuresOf(one));
    await pause(signal);
  }
  return columns;
}
