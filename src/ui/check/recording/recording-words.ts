import type { SampleUnit } from "../../../ecg/reading/recording/recording-question.ts";
import { TWELVE_LEADS } from "../../../ecg/recording/lead-names.ts";
import type { PatientFields, RecordingForm, UnusableStretch } from "../../../ecg/recording/recording.ts";
import type { ColumnUse } from "./recording-answers.ts";

/** How the page names what was read of a recording. */

export const RECORDING_FORM_WORDS: Readonly<Record<RecordingForm, string>> = {
  "delimited-text": "Samples as text",
  "apple-watch": "Apple Watch export",
  polar: "Polar Sensor Logger",
  wfdb: "WFDB (PhysioNet)",
  edf: "EDF",
  dicom: "DICOM waveform",
};

export const CAUSE_WORDS: Readonly<Record<UnusableStretch["cause"], string>> = { missing: "missing", flat: "flat", saturated: "saturated" };

export const SEX_WORDS: Readonly<Record<NonNullable<PatientFields["sex"]>, string>> = { female: "Female", male: "Male" };

export const COLUMN_USES: readonly { readonly value: ColumnUse; readonly label: string }[] = [
  { value: "time", label: "Time" },
  { value: "lead", label: "Lead" },
  { value: "unused", label: "Not used" },
];

export const SAMPLE_UNITS: readonly { readonly value: SampleUnit["kind"]; readonly label: string }[] = [
  { value: "mV", label: "Millivolts (mV)" },
  { value: "µV", label: "Microvolts (µV)" },
  { value: "V", label: "Volts (V)" },
  { value: "adc", label: "Units of the converter (ADC)" },
];

export const RATE_SOURCES = [
  { value: "times", label: "From the times" },
  { value: "stated", label: "As stated here" },
] as const;

/** Proposed as a lead is named; any other name will do. */
export const PROPOSED_LEADS: readonly string[] = [...TWELVE_LEADS, "MLII"];
