import { twelveLeadFeatures } from "../../ecg/twelve-lead/features.ts";
import type { PreparedLeads } from "../../ecg/twelve-lead/prepare.ts";
import { METADATA_FIELDS, PATIENT_FIELDS, type Metadata } from "./inputs.ts";

/** What the trees see of a record, by name: measurements and what is known of the patient; null where no beat is found. */
export function namedFeatures(prepared: PreparedLeads, metadata: Metadata): Readonly<Record<string, number>> | null {
  const measured = twelveLeadFeatures(prepared);
  if (measured === null) return null;
  return { ...measured, ...Object.fromEntries(PATIENT_FIELDS.map((field) => [field, metadata.values[METADATA_FIELDS.indexOf(field)]])) };
}
