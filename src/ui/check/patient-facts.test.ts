import { expect, it } from "vitest";
import type { PatientSeries } from "../../ecg/heart-rate/table.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import { patientFacts } from "./patient-facts.ts";

const series: PatientSeries = {
  patientId: "100", sourceRow: Uint32Array.of(0, 1, 2), timeS: Float64Array.of(5, 6, 7.5), rateBpm: Float64Array.of(70, 40, 90),
  label: Uint8Array.of(0, 1, UNLABELLED), flags: new Uint8Array(3), given: null, extra: [],
};

it("counts rows and labels, and spans time and rate", () =>
  expect(patientFacts(series)).toEqual({ patientId: "100", rows: 3, durationS: 2.5, lowest: 40, highest: 90, labelledAnomalies: 1 }));
