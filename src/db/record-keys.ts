import type { PatientFields } from "../ecg/recording/recording.ts";
import type { StoredCheck } from "./database.ts";
import type { CheckRecord, RecordingFacts, RelabelRecord, VerdictRecord } from "./records.ts";
import { patientKey, relabelKey, verdictKey } from "./sealing/hidden-key.ts";

/** A record from elsewhere with the keys by which this store finds it. `factsOf` gives the recording of a check, as it was stored elsewhere or is here already. */
export async function withRecordKeys(
  table: string, record: unknown, indexKey: CryptoKey, factsOf: (signalsId: string) => PromiseLike<RecordingFacts | undefined>,
): Promise<unknown> {
  switch (table) {
    case "checks": {
      const check = record as StoredCheck;
      return { ...check, patientKeys: await patientKeysOf(check, indexKey, async () => (await factsOf(check.signalsId))?.facts.patient) };
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

/** By which a check is found by its patients. `patientOf` gives what a recording says of its patient; it is asked for recordings alone. */
export async function patientKeysOf(check: CheckRecord, indexKey: CryptoKey, patientOf: () => Promise<PatientFields | undefined>): Promise<string[]> {
  return Promise.all((await patientIdsOf(check, patientOf)).map((id) => patientKey(indexKey, id)));
}

async function patientIdsOf(check: CheckRecord, patientOf: () => Promise<PatientFields | undefined>): Promise<readonly string[]> {
  switch (check.kind) {
    case "heart-rate":
      return check.patientIds;
    case "recording": {
      const id = (await patientOf())?.id ?? null;
      return id === null ? [] : [id];
    }
    case "beats":
      return [];
  }
}
