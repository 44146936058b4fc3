import { seal, unseal } from "../sealing/seal.ts";
import { altered, cutShort } from "./backup-problem.ts";
import type { BackupHeader } from "./header.ts";

/** Before a frame stands the length of what is sealed in it, 32 bits, big-endian. */
const LENGTH_BYTES = 4;

/** A lead's block of 16 MB with what belongs to it; a longer frame is none of ours. */
const LONGEST_FRAME = 64 * 2 ** 20;

/** The key of a backup's passphrase, and the header that its frames are bound to. */
export interface FrameSeal {
  readonly key: CryptoKey;
  readonly header: BackupHeader;
}

/**
 * Content as the frame at `index`: sealed by AES-256-GCM and bound to file and place, after the STREAM construction (Hoang,
 * Reyhanitabar, Rogaway and Vizár 2015): frames that are missing, added, exchanged or altered are noticed, and so is a file
 * that was cut short.
 */
export async function frameOf(content: Uint8Array<ArrayBuffer>, index: number, isLast: boolean, { key, header }: FrameSeal): Promise<Uint8Array<ArrayBuffer>> {
  const sealed = await seal(key, content, contextOf(header, index, isLast));
  const frame = new Uint8Array(LENGTH_BYTES + sealed.length);
  new DataView(frame.buffer).setUint32(0, sealed.length);
  frame.set(sealed, LENGTH_BYTES);
  return frame;
}

/** The content of a frame, and where the next one begins: at the end of the file after the last. */
export interface ReadFrame {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly end: number;
}

/** The frame at `index`, which begins at `start`. Throws the ProblemErrors "backup-cut" and "backup-altered". */
export async function readFrame(file: Blob, start: number, index: number, { key, header }: FrameSeal): Promise<ReadFrame> {
  if (start + LENGTH_BYTES > file.size) throw cutShort();
  const end = start + LENGTH_BYTES + new DataView(await file.slice(start, start + LENGTH_BYTES).arrayBuffer()).getUint32(0);
  if (end - start > LONGEST_FRAME) throw altered();
  if (end > file.size) throw cutShort();
  const sealed = new Uint8Array(await file.slice(start + LENGTH_BYTES, end).arrayBuffer());
  const opened = (isLast: boolean) => unseal(key, sealed, contextOf(header, index, isLast));
  const isLast = end === file.size;
  try {
    return { content: await opened(isLast), end };
  } catch (cause) {
    // A sound frame at the file's end that was not written as the last: what came after it is missing.
    const isCut = isLast && (await opened(false).then(() => true, () => false));
    throw isCut ? cutShort() : altered(cause);
  }
}

function contextOf({ fileId, schema }: BackupHeader, index: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([fileId, schema, index, isLast]));
}
