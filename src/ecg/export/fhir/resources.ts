/** The parts of HL7 FHIR R4 (4.0.1) that a check's result is written in; nothing more of the standard. */

export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

export interface CodeableConcept {
  readonly coding?: readonly Coding[];
  readonly text: string;
}

export interface Quantity {
  readonly value: number;
  readonly unit?: string;
  readonly system?: string;
  readonly code?: string;
}

export interface Range {
  readonly low: Quantity;
  readonly high: Quantity;
}

/** Evenly spaced values: origin + factor × each number of `data`. */
export interface SampledData {
  readonly origin: Quantity;
  /** milliseconds between values */
  readonly period: number;
  readonly factor?: number;
  readonly dimensions: 1;
  /** whole or decimal numbers with spaces between; "E" where there is none */
  readonly data: string;
}

export interface Reference {
  readonly reference: string;
}

export interface Component {
  readonly code: CodeableConcept;
  readonly valueQuantity?: Quantity;
  readonly valueInteger?: number;
  readonly valueString?: string;
  readonly valueRange?: Range;
  readonly valueSampledData?: SampledData;
  readonly interpretation?: readonly CodeableConcept[];
}

export interface Observation {
  readonly resourceType: "Observation";
  readonly status: "preliminary";
  readonly category: readonly CodeableConcept[];
  readonly code: CodeableConcept;
  readonly subject?: Reference;
  readonly effectiveDateTime?: string;
  readonly device: Reference;
  readonly valueSampledData?: SampledData;
  readonly note?: readonly { readonly text: string }[];
  readonly component?: readonly Component[];
}

export interface Patient {
  readonly resourceType: "Patient";
  readonly identifier: readonly { readonly value: string }[];
}

export interface Device {
  readonly resourceType: "Device";
  readonly identifier: readonly { readonly type: CodeableConcept; readonly value: string }[];
  readonly manufacturer: string;
  readonly deviceName: readonly { readonly name: string; readonly type: "model-name" | "user-friendly-name" }[];
  readonly version: readonly { readonly type: CodeableConcept; readonly value: string }[];
}

export interface DiagnosticReport {
  readonly resourceType: "DiagnosticReport";
  readonly status: "preliminary";
  readonly category: readonly CodeableConcept[];
  readonly code: CodeableConcept;
  readonly subject?: Reference;
  /** ISO 8601 with a zone */
  readonly issued?: string;
  readonly result: readonly Reference[];
  readonly conclusion: string;
}

export type Resource = Observation | Patient | Device | DiagnosticReport;

export interface Bundle {
  readonly resourceType: "Bundle";
  readonly type: "collection";
  readonly identifier: { readonly system: string; readonly value: string };
  readonly timestamp?: string;
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[];
}
