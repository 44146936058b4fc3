import * as v from "valibot";
import { ProblemError } from "../../ecg/problem.ts";
import { decodeRecord, encodeRecord } from "../sealing/record-codec.ts";
import { altered, cutShort } from "./backup-problem.ts";

/** What stands at the beginning of a backup in the clear: what is needed to open it, nothing about what is in it. */
export interface BackupHeader {
  /** random: binds every frame to this file */
  readonly fileId: string;
  /** of the store that was backed up */
  readonly schema: number;
  /** of the key's derivation from the passphrase */
  readonly salt: Uint8Array<ArrayBuffer>;
}

const MAGIC = new TextEncoder().encode("Isoline backup 1\n");
const LONGEST = 1024;

const Header = v.strictObject({
  fileId: v.pipe(v.string(), v.uuid()),
  schema: v.pipe(v.number(), v.integer(), v.minValue(6)),
  salt: v.custom<Uint8Array<ArrayBuffer>>((salt) => salt instanceof Uint8Array && salt.length === 32),
});

/** Magic, length (16 bits, big-endian), header. */
export function headerBytes(header: BackupHeader): Uint8Array<ArrayBuffer> {
  const encoded = encodeRecord({ ...header });
  const bytes = new Uint8Array(MAGIC.length + 2 + encoded.length);
  bytes.set(MAGIC);
  new DataView(bytes.buffer).setUint16(MAGIC.length, encoded.length);
  bytes.set(encoded, MAGIC.length + 2);
  return bytes;
}

/** The header of a file, and where its frames begin. Throws the ProblemErrors "backup-unknown", "backup-cut" and "backup-altered". */
export async function readHeader(file: Blob): Promise<{ readonly header: BackupHeader; readonly start: number }> {
  const bytes = new Uint8Array(await file.slice(0, LONGEST).arrayBuffer());
  if (bytes.length === 0 || !MAGIC.every((byte, at) => at >= bytes.length || byte === bytes[at])) {
    throw new ProblemError("backup-unknown", "This file is no backup of Isoline", "Choose a file whose name ends in .isoline-backup");
  }
  if (bytes.length < MAGIC.length + 2) throw cutShort();
  const start = MAGIC.length + 2 + new DataView(bytes.buffer).getUint16(MAGIC.length);
  if (start > LONGEST) throw altered();
  if (start > bytes.length) throw cutShort();
  return { header: parsed(bytes.slice(MAGIC.length + 2, start)), start };
}

function parsed(bytes: Uint8Array<ArrayBuffer>): BackupHeader {
  try {
    return v.parse(Header, decodeRecord(bytes));
  } catch (cause) {
    throw altered(cause);
  }
}
