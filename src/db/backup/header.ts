import * as v from "valibot";
import { ProblemError } from "../../ecg/problem.ts";
import { decodeRecord, encodeRecord } from "../sealing/record-codec.ts";
import { altered, backupNewer, cutShort } from "./backup-problem.ts";

/** What stands at the beginning of a backup in the clear: what is needed to open it, nothing about what is in it. */
export interface BackupHeader {
  /** 1: every content is one frame; 2: in pieces, since a record may be of any length */
  readonly format: 1 | 2;
  /** random: binds every frame to this file */
  readonly fileId: string;
  /** of the store that was backed up */
  readonly schema: number;
  /** of the key's derivation from the passphrase */
  readonly salt: Uint8Array<ArrayBuffer>;
}

/** With the format in place of the digit. */
const MAGIC = /^Isoline backup ([1-9])\n$/;
const magicOf = (format: number) => `Isoline backup ${format}\n`;
const MAGIC_BYTES = magicOf(2).length;
const LONGEST = 1024;

const Header = v.strictObject({
  fileId: v.pipe(v.string(), v.uuid()),
  schema: v.pipe(v.number(), v.integer(), v.minValue(6)),
  salt: v.custom<Uint8Array<ArrayBuffer>>((salt) => salt instanceof Uint8Array && salt.length === 32),
});

/** Magic, length (16 bits, big-endian), header. */
export function headerBytes({ format, ...header }: BackupHeader): Uint8Array<ArrayBuffer> {
  const encoded = encodeRecord(header);
  const bytes = new Uint8Array(MAGIC_BYTES + 2 + encoded.length);
  bytes.set(new TextEncoder().encode(magicOf(format)));
  new DataView(bytes.buffer).setUint16(MAGIC_BYTES, encoded.length);
  bytes.set(encoded, MAGIC_BYTES + 2);
  return bytes;
}

/** The header of a file, and where its frames begin. Throws the ProblemErrors "backup-unknown", "backup-newer", "backup-cut" and "backup-altered". */
export async function readHeader(file: Blob): Promise<{ readonly header: BackupHeader; readonly start: number }> {
  const bytes = new Uint8Array(await file.slice(0, LONGEST).arrayBuffer());
  const begun = new TextDecoder().decode(bytes.subarray(0, MAGIC_BYTES));
  const magic = MAGIC.exec(begun + magicOf(2).slice(begun.length));
  if (begun === "" || magic === null) {
    throw new ProblemError("backup-unknown", "This file is no backup of Isoline", "Choose a file whose name ends in .isoline-backup");
  }
  if (bytes.length < MAGIC_BYTES + 2) throw cutShort();
  const format = Number(magic[1]);
  if (format !== 1 && format !== 2) throw backupNewer();
  const start = MAGIC_BYTES + 2 + new DataView(bytes.buffer).getUint16(MAGIC_BYTES);
  if (start > LONGEST) throw altered();
  if (start > bytes.length) throw cutShort();
  return { header: { format, ...parsed(bytes.slice(MAGIC_BYTES + 2, start)) }, start };
}

function parsed(bytes: Uint8Array<ArrayBuffer>): Omit<BackupHeader, "format"> {
  try {
    return v.parse(Header, decodeRecord(bytes));
  } catch (cause) {
    throw altered(cause);
  }
}
