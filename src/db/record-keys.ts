import type { StoredCheck } from "./database.ts";
import type { RecordingFacts, RelabelRecord, VerdictRecord } from "./records.ts";
import { patientKey, relabelKey, verdictKey } from "./sealing/hidden-key.ts";

/** A record from elsewhere with the keys by which this store finds it. `factsOf` gives the recording of a check, as it was stored elsewhere or is here already. */
export async function withRecordKeys(
  table: string, record: unknown, indexKey: CryptoKey, factsOf: (signalsId: string) => PromiseLike<RecordingFacts | undefined>,
): Promise<unknown> {
  switch (table) {
    case "checks": {
      const check = record as StoredCheck;
      const patientIds = check.kind === "heart-rate" ? check.patientIds : check.kind === "recording" ? patientOf(await factsOf(check.signalsId)) : [];
      return { ...check, patientKeys: await patientKeysOf(patientIds, indexKey) };
    }
    case "verdicts": {
      const verdict = record as VerdictRecord;
      return { ...verdict, key: await verdictKey(indexKey, verdict.checkId, verdict.patientId, verdict.peakRow) };
    }
    case "relabels": {
      const relabel = record as RelabelRecord;
      return { ...relabel, key: await relabelKey(indexKey, relabel.checkId, relabel.beat) };
    }
    default:
      return record;
  }
}

/** By which the checks of these patients are found. */
export const patientKeysOf = (patientIds: readonly string[], indexKey: CryptoKey): Promise<string[]> => Promise.all(patientIds.map((id) => patientKey(indexKey, id)));

const patientOf = (stored: RecordingFacts | undefined): readonly string[] => (stored?.facts.patient.id == null ? [] : [stored.facts.patient.id]);
