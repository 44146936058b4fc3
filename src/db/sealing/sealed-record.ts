import { ProblemError } from "../../ecg/problem.ts";
import { decodeRecord, encodeRecord } from "./record-codec.ts";
import { seal, unseal } from "./seal.ts";

/** A record as it lies in IndexedDB: what it is found by in the clear, all else sealed. */
export interface SealedRecord {
  /** primary key and indexed fields */
  readonly [plainField: string]: unknown;
  /** the version of the schema under which it was written */
  readonly schema: number;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** How the records of one table are sealed. */
export interface TableSeal {
  readonly table: string;
  /** the fields that stay readable: primary key and indexes */
  readonly plainFields: readonly string[];
  readonly schema: number;
  readonly key: CryptoKey;
}

/** Bound to table, schema version and the readable fields: a record that was moved, exchanged or given other keys cannot be opened. */
export async function sealRecord({ table, plainFields, schema, key }: TableSeal, record: Readonly<Record<string, unknown>>): Promise<SealedRecord> {
  const plain: Record<string, unknown> = {};
  const hidden: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(record)) (plainFields.includes(field) ? plain : hidden)[field] = value;
  return { ...plain, schema, sealed: await seal(key, encodeRecord(hidden), contextOf(table, schema, plain)) };
}

/** The record that was sealed. Throws the ProblemError "record-damaged" for one that was altered or belongs elsewhere. */
export async function openRecord({ table, key }: TableSeal, { schema, sealed, ...plain }: SealedRecord): Promise<Record<string, unknown>> {
  try {
    return { ...plain, ...decodeRecord(await unseal(key, sealed, contextOf(table, schema, plain))) };
  } catch (cause) {
    throw new ProblemError(
      "record-damaged", `A stored record (${table}) was altered or damaged and cannot be read`,
      "Nothing else is affected; restore it from a backup, and tell whoever answers for this device", {}, { cause },
    );
  }
}

function contextOf(table: string, schema: number, plain: Readonly<Record<string, unknown>>): Uint8Array<ArrayBuffer> {
  const inOrder = Object.entries(plain).sort(([a], [b]) => (a < b ? -1 : 1));
  return new TextEncoder().encode(JSON.stringify([table, schema, inOrder]));
}
