import Dexie, { type Table } from "dexie";
import type { IsolineDatabase, StoredCheck } from "../database.ts";
import { explained } from "../explained.ts";
import type { RelabelRecord, VerdictRecord } from "../records.ts";
import { patientKey, relabelKey, verdictKey } from "../sealing/hidden-key.ts";
import { PlainDatabase } from "./plain-database.ts";

/** Some of these records hold megabytes of signal or weights: moved one by one, all others some hundreds at a time. */
const LONG_RECORDS: ReadonlySet<string> = new Set(["signals", "scores", "beats", "beatOutputs", "leads", "recordingResults", "versionFiles", "evaluationContents", "trainingJobs", "checkpoints"]);
const SHORT_RECORDS_A_TURN = 256;

/**
 * Moves what was stored before there was encryption into the encrypted store, then deletes the old one. Each turn is written
 * before it is taken away, so that a move that was interrupted is taken up again and loses nothing. Nothing may be written to
 * the encrypted store before the move is done: the log goes on where the old one ends.
 * `onProgress` gets the share of records moved, 0 to 1.
 */
export async function movePlainStore(name: string, db: IsolineDatabase, indexKey: CryptoKey, onProgress: (share: number) => void = () => undefined): Promise<void> {
  if (!(await Dexie.exists(name))) return;
  const plain = new PlainDatabase(name);
  try {
    await explained(plain.open());
    const counts = await Promise.all(plain.tables.map((table) => table.count()));
    const total = counts.reduce((sum, count) => sum + count, 0);
    let moved = 0;
    for (const table of plain.tables) {
      for (let batch = await nextBatch(table); batch.length > 0; batch = await nextBatch(table)) {
        const records = await Promise.all((await explained(table.bulkGet(batch))).map((record) => asSealed(table.name, record, indexKey, plain)));
        await explained(db.table(table.name).bulkPut(records.filter((record) => record !== null)));
        await explained(table.bulkDelete(batch));
        moved += batch.length;
        onProgress(moved / total);
      }
    }
    await explained(plain.delete());
  } finally {
    plain.close();
  }
}

/** The keys of the records to be moved next. */
const nextBatch = (table: Table): Promise<unknown[]> => explained(table.limit(LONG_RECORDS.has(table.name) ? 1 : SHORT_RECORDS_A_TURN).primaryKeys());

/** A record with the keys by which the encrypted store finds it; null for what it has no place for. */
async function asSealed(table: string, record: unknown, indexKey: CryptoKey, plain: PlainDatabase): Promise<unknown> {
  switch (table) {
    case "checks":
      return withPatientKeys(record as StoredCheck, indexKey, plain);
    case "verdicts": {
      const { checkId, patientId, peakRow } = record as VerdictRecord;
      return { ...(record as VerdictRecord), key: await verdictKey(indexKey, checkId, patientId, peakRow) };
    }
    case "relabels": {
      const { checkId, beat } = record as RelabelRecord;
      return { ...(record as RelabelRecord), key: await relabelKey(indexKey, checkId, beat) };
    }
    case "settings":
      // Who works here is now the account.
      return (record as { readonly key: string }).key === "operator" ? null : record;
    default:
      return record;
  }
}

async function withPatientKeys(check: StoredCheck, indexKey: CryptoKey, plain: PlainDatabase): Promise<StoredCheck> {
  const facts: unknown = check.kind === "recording" ? await plain.table("recordings").get(check.signalsId) : null;
  const patientIds = check.kind === "heart-rate" ? check.patientIds : patientOfRecording(facts);
  return { ...check, patientKeys: await Promise.all(patientIds.map((id) => patientKey(indexKey, id))) };
}

function patientOfRecording(stored: unknown): string[] {
  const id = (stored as { readonly facts?: { readonly patient?: { readonly id?: string | null } } } | null | undefined)?.facts?.patient?.id;
  return typeof id === "string" ? [id] : [];
}
