import type { LoadedHeartRateCheck, Verdict, VerdictRecord } from "../../db/records.ts";
import { findEvents } from "../../ecg/heart-rate/events.ts";

/** The verdict on the event that holds a row, or "". Verdicts are kept under events' peaks; events are those at the record's threshold. */
export function rowVerdicts({ record, patients, scores }: LoadedHeartRateCheck, verdicts: readonly VerdictRecord[]): (patient: number, row: number) => Verdict | "" {
  const byPatient = patients.map((series, patient) => {
    const byPeak = new Map(verdicts.filter(({ patientId }) => patientId === series.patientId).map(({ peakRow, verdict }) => [peakRow, verdict]));
    const byRow = new Map<number, Verdict>();
    if (byPeak.size === 0) return byRow;
    for (const { startRow, endRow, peakRow } of findEvents(series, scores[patient], record.threshold)) {
      const verdict = byPeak.get(peakRow);
      if (verdict === undefined) continue;
      for (let row = startRow; row <= endRow; row++) byRow.set(row, verdict);
    }
    return byRow;
  });
  return (patient, row) => byPatient[patient].get(row) ?? "";
}
