import * as v from "valibot";
import { ProblemError } from "../../ecg/problem.ts";
import type { JobControl } from "../../ecg/progress.ts";
import { SCHEMA } from "../database.ts";
import { keyOfPassphrase } from "../sealing/key-of-secret.ts";
import { decodeRecord } from "../sealing/record-codec.ts";
import { altered } from "./backup-problem.ts";
import { readFrame, type FrameSeal, type ReadFrame } from "./frames.ts";
import { readHeader } from "./header.ts";
import { Manifest, RecordsFrame } from "./manifest.ts";

/** A backup whose passphrase was right, and whose end has not been looked at yet. */
export interface OpenedBackup {
  readonly manifest: Manifest;
  /** All records, some of one table at a time. Throws "backup-cut" or "backup-altered" where it meets what is wrong. */
  readonly records: (control: JobControl, stage: string) => AsyncGenerator<v.InferOutput<typeof RecordsFrame>>;
}

/**
 * Throws the ProblemErrors "backup-unknown", "backup-cut", "backup-altered", "backup-newer" and "backup-refused" (another passphrase).
 * Whoever opens many of one passphrase and salt gives a `keyOf` that remembers.
 */
export async function openBackup(file: Blob, passphrase: string, keyOf: typeof keyOfPassphrase = keyOfPassphrase): Promise<OpenedBackup> {
  const { header, start } = await readHeader(file);
  if (header.schema > SCHEMA) {
    throw new ProblemError("backup-newer", "This backup was made by a newer version of Isoline than this one", "Update Isoline on this device, then restore");
  }
  const how: FrameSeal = { header, key: await keyOf(passphrase, header.salt) };
  const first = await readFrame(file, start, 0, how).catch((cause: unknown) => {
    if (cause instanceof ProblemError && cause.code === "backup-altered") {
      throw new ProblemError("backup-refused", "This passphrase does not open the backup, or its beginning was altered", "Type the passphrase that was chosen when the backup was made", {}, { cause });
    }
    throw cause;
  });
  return {
    manifest: parsed(Manifest, first),
    records: async function* ({ signal, onProgress }, stage) {
      for (let at = first.end, index = 1; at < file.size; index++) {
        signal.throwIfAborted();
        const frame = await readFrame(file, at, index, how);
        yield parsed(RecordsFrame, frame);
        at = frame.end;
        onProgress({ stage, done: at, total: file.size, unit: "bytes" });
      }
    },
  };
}

function parsed<Schema extends v.GenericSchema>(schema: Schema, { content }: ReadFrame): v.InferOutput<Schema> {
  try {
    return v.parse(schema, decodeRecord(content));
  } catch (cause) {
    throw altered(cause);
  }
}
