import { SAMPLES_PER_LEAD, type PreparedLeads } from "../../ecg/twelve-lead/prepare.ts";
import type { TwelveLeadInput } from "../recording-model.ts";

/**
 * The inputs of a twelve-lead network. Ours and any other that is put in its place take the same, the other by any name and in any order:
 * - `signals`: ten seconds at 100 Hz, sample by sample the twelve leads in the order I, II, III, aVR, aVL, aVF, V1–V6, in mV,
 *   not filtered and not scaled: as in records100 of PTB-XL;
 * - `metadata`: METADATA_FIELDS in their order and units, not scaled.
 * The network scales both itself (Keras' Normalization). It gives five probabilities, one for each of SUPERCLASSES.
 */
export const NETWORK_INPUTS = {
  signals: { name: "signals", shape: [null, SAMPLES_PER_LEAD, 12] },
  metadata: { name: "metadata", shape: [null, 7] },
} as const;
export const NETWORK_OUTPUT = [null, 5] as const;

/** Years; 0 male and 1 female; cm; kg; and PTB-XL's numbers of nurse, site and device. */
export const METADATA_FIELDS = ["age", "sex", "height", "weight", "nurse", "site", "device"] as const;
/** What a user can give. The others name people, places and machines of one study: they are always the training mean. */
export const PATIENT_FIELDS = ["age", "sex", "height", "weight"] as const;

type PatientField = (typeof PATIENT_FIELDS)[number];
export type Imputation = Readonly<Record<(typeof METADATA_FIELDS)[number], number>>;

export interface Metadata {
  /** METADATA_FIELDS in their order */
  readonly values: Float32Array<ArrayBuffer>;
  /** of PATIENT_FIELDS, those that were not given */
  readonly imputed: readonly PatientField[];
}

type Patient = TwelveLeadInput["patient"];

/** A patient's metadata; what is not given is what `imputation` says. */
export function metadataOf(patient: Patient, imputation: Imputation): Metadata {
  const given = givenFields(patient);
  return {
    values: Float32Array.from(METADATA_FIELDS, (field) => given[field as PatientField] ?? imputation[field]),
    imputed: PATIENT_FIELDS.filter((field) => given[field] === null),
  };
}

/** What stands in for a field that is not given: its mean over the patients that have it, 0 where none has. */
export function imputationFrom(patients: readonly Patient[]): Imputation {
  const given = patients.map(givenFields);
  const mean = (field: PatientField) => {
    const known = given.map((own) => own[field]).filter((value) => value !== null);
    return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  return { age: mean("age"), sex: mean("sex"), height: mean("height"), weight: mean("weight"), nurse: 0, site: 0, device: 0 };
}

function givenFields({ ageYears, sex, heightCm, weightKg }: Patient): Record<PatientField, number | null> {
  return { age: ageYears, sex: sex === null ? null : Number(sex === "female"), height: heightCm, weight: weightKg };
}

/** Leads as the network takes them, sample by sample; mV. */
export function signalsOf({ leads }: Pick<PreparedLeads, "leads">): Float32Array<ArrayBuffer> {
  const signals = new Float32Array(SAMPLES_PER_LEAD * leads.length);
  leads.forEach((samples, lead) => {
    for (let i = 0; i < SAMPLES_PER_LEAD; i++) signals[i * leads.length + lead] = samples[i];
  });
  return signals;
}
