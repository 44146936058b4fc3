import * as v from "valibot";
import { ProblemError } from "../../ecg/problem.ts";
import type { JobControl } from "../../ecg/progress.ts";
import { SCHEMA } from "../database.ts";
import { keyOfPassphrase } from "../sealing/key-of-secret.ts";
import { decodeRecord } from "../sealing/record-codec.ts";
import { altered, backupNewer } from "./backup-problem.ts";
import { readContent, type FrameSeal, type ReadContent } from "./frames.ts";
import { readHeader } from "./header.ts";
import { Manifest, SomeRecords } from "./manifest.ts";

/** A backup whose passphrase was right, and whose end has not been looked at yet. */
export interface OpenedBackup {
  readonly manifest: Manifest;
  /** All records, some of one table at a time. Throws "backup-cut" or "backup-altered" where it meets what is wrong. */
  readonly records: (control: JobControl, stage: string) => AsyncGenerator<v.InferOutput<typeof SomeRecords>>;
}

/**
 * Throws the ProblemErrors "backup-unknown", "backup-cut", "backup-altered", "backup-newer" and "backup-refused" (another passphrase).
 * Whoever opens many of one passphrase and salt gives a `keyOf` that remembers.
 */
export async function openBackup(file: Blob, passphrase: string, keyOf: typeof keyOfPassphrase = keyOfPassphrase): Promise<OpenedBackup> {
  const { header, start } = await readHeader(file);
  if (header.schema > SCHEMA) throw backupNewer();
  const how: FrameSeal = { header, key: await keyOf(passphrase, header.salt) };
  const first = await readContent(file, { start, index: 0 }, how).catch((cause: unknown) => {
    if (cause instanceof ProblemError && cause.code === "backup-altered") {
      throw new ProblemError("backup-refused", "This passphrase does not open the backup, or its beginning was altered", "Type the passphrase that was chosen when the backup was made", {}, { cause });
    }
    throw cause;
  });
  return {
    manifest: parsed(Manifest, first),
    records: async function* ({ signal, onProgress }, stage) {
      for (let place = first.next; place.start < file.size; ) {
        signal.throwIfAborted();
        const read = await readContent(file, place, how);
        yield parsed(SomeRecords, read);
        place = read.next;
        onProgress({ stage, done: place.start, total: file.size, unit: "bytes" });
      }
    },
  };
}

/** Goes through the whole backup, changing nothing. Throws "backup-cut" or "backup-altered" where it meets what is wrong. */
export async function verifyBackup(backup: OpenedBackup, control: JobControl): Promise<void> {
  const records = backup.records(control, "Verifying");
  while ((await records.next()).done !== true);
}

function parsed<Schema extends v.GenericSchema>(schema: Schema, { content }: ReadContent): v.InferOutput<Schema> {
  try {
    return v.parse(schema, decodeRecord(content));
  } catch (cause) {
    throw altered(cause);
  }
}
