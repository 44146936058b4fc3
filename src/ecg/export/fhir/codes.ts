import type { RhythmEventKind } from "../../rhythm/rhythm-event.ts";
import type { CodeableConcept, Coding, Quantity } from "./resources.ts";

const LOINC = "http://loinc.org";
const SNOMED = "http://snomed.info/sct";
const UCUM = "http://unitsofmeasure.org";
/** ISO/IEEE 11073 (MDC), as FHIR names it. */
const MDC = "urn:oid:2.16.840.1.113883.6.24";

export const text = (words: string): CodeableConcept => ({ text: words });
const coded = (coding: Coding, words: string): CodeableConcept => ({ coding: [coding], text: words });

export const HEART_RATE = coded({ system: LOINC, code: "8867-4", display: "Heart rate" }, "Mean heart rate");
export const EKG_STUDY = coded({ system: LOINC, code: "11524-6", display: "EKG study" }, "ECG checked by a model");
export const ELECTROCARDIAC = coded({ system: "http://terminology.hl7.org/CodeSystem/v2-0074", code: "EC", display: "Electrocardiac (e.g., EKG,  EEC, Holter)" }, "Electrocardiac");
export const PROCEDURE = coded({ system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "procedure", display: "Procedure" }, "Procedure");

/** MDC_ECG_ELEC_POTL of each standard lead: 131328 and the lead's number of ISO/IEEE 11073-10102. */
const LEAD_NUMBER: Readonly<Record<string, number>> = { I: 1, II: 2, V1: 3, V2: 4, V3: 5, V4: 6, V5: 7, V6: 8, III: 61, aVR: 62, aVL: 63, aVF: 64 };

export function leadCode(name: string): CodeableConcept {
  const words = `ECG, lead ${name}`;
  if (!Object.hasOwn(LEAD_NUMBER, name)) return text(words);
  return coded({ system: MDC, code: String(131_328 + LEAD_NUMBER[name]), display: `MDC_ECG_ELEC_POTL_${name.toUpperCase()}` }, words);
}

/** Where SNOMED CT has the very thing; the other events are named in words. */
const EVENT_CODES: Partial<Record<RhythmEventKind, Coding>> = {
  "ventricular-tachycardia": { system: SNOMED, code: "25569003", display: "Ventricular tachycardia" },
  tachycardia: { system: SNOMED, code: "3424008", display: "Tachycardia" },
  bradycardia: { system: SNOMED, code: "48867003", display: "Bradycardia" },
  "ventricular-bigeminy": { system: SNOMED, code: "11157007", display: "Ventricular bigeminy" },
  "ventricular-trigeminy": { system: SNOMED, code: "251180001", display: "Ventricular trigeminy" },
};

export function eventCode(kind: RhythmEventKind, sentence: string): CodeableConcept {
  const coding = EVENT_CODES[kind];
  return coding === undefined ? text(sentence) : coded(coding, sentence);
}

export const quantity = (value: number, unit: string, code = unit): Quantity => ({ value, unit, system: UCUM, code });
export const seconds = (value: number): Quantity => quantity(Number(value.toFixed(3)), "s");
export const perMinute = (value: number): Quantity => quantity(Number(value.toFixed(1)), "beats/minute", "/min");
/** Without a unit: a probability, an error, a score. */
export const plainNumber = (value: number): Quantity => quantity(value, "1");
