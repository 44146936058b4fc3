import type { PatientSeries } from "../../ecg/heart-rate/table.ts";

/** What a patient's rows say at a glance, before any check. */
export interface PatientFacts {
  readonly patientId: string;
  readonly rows: number;
  /** from the first row to the last */
  readonly durationS: number;
  readonly lowest: number;
  readonly highest: number;
  /** rows labelled anomalous */
  readonly labelledAnomalies: number;
}

export function patientFacts({ patientId, timeS, rateBpm, label }: PatientSeries): PatientFacts {
  let lowest = Infinity;
  let highest = -Infinity;
  let labelledAnomalies = 0;
  for (let row = 0; row < rateBpm.length; row++) {
    lowest = Math.min(lowest, rateBpm[row]);
    highest = Math.max(highest, rateBpm[row]);
    if (label[row] === 1) labelledAnomalies += 1;
  }
  const durationS = timeS.length === 0 ? 0 : timeS[timeS.length - 1] - timeS[0];
  return { patientId, rows: rateBpm.length, durationS, lowest, highest, labelledAnomalies };
}
