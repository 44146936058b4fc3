import { seal, unseal } from "../sealing/seal.ts";
import { altered, cutShort } from "./backup-problem.ts";
import type { BackupHeader } from "./header.ts";

/** Before a frame stands the length of what is sealed in it, 32 bits, big-endian. */
const LENGTH_BYTES = 4;

/** Of a content in one frame: a training's beats are one record of any length. */
const PIECE_BYTES = 4 * 2 ** 20;

/** Of what is sealed in a frame, by the file's format: a longer one is none of ours. Frames of format 1 held a whole content. */
const LONGEST_SEALED = { 1: 2 ** 30, 2: PIECE_BYTES + 1024 } as const;

/** Before each piece of a content, from format 2 on. */
const MORE_FOLLOWS = 0;
const ENDS_HERE = 1;

/** The key of a backup's passphrase, and the header that its frames are bound to. */
export interface FrameSeal {
  readonly key: CryptoKey;
  readonly header: BackupHeader;
}

/**
 * The frame at `index`: sealed by AES-256-GCM and bound to file and place, after the STREAM construction (Hoang,
 * Reyhanitabar, Rogaway and Vizár 2015): frames that are missing, added, exchanged or altered are noticed, and so is a file
 * that was cut short.
 */
export async function frameOf(framed: Uint8Array<ArrayBuffer>, index: number, isLast: boolean, { key, header }: FrameSeal): Promise<Uint8Array<ArrayBuffer>> {
  const sealed = await seal(key, framed, contextOf(header, index, isLast));
  const frame = new Uint8Array(LENGTH_BYTES + sealed.length);
  new DataView(frame.buffer).setUint32(0, sealed.length);
  frame.set(sealed, LENGTH_BYTES);
  return frame;
}

/** Gives the frames of one content after another, from the file's first frame on. */
export function framing(how: FrameSeal): (content: Uint8Array<ArrayBuffer>, isLast: boolean) => AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let index = 0;
  return async function* (content, isLast) {
    for (const piece of piecesOf(content)) yield await frameOf(piece, index++, isLast && piece[0] === ENDS_HERE, how);
  };
}

/** A content in pieces of a frame each, with what tells the last from the others. */
export function* piecesOf(content: Uint8Array<ArrayBuffer>): Generator<Uint8Array<ArrayBuffer>> {
  for (let from = 0; from === 0 || from < content.length; from += PIECE_BYTES) {
    const piece = content.subarray(from, from + PIECE_BYTES);
    const framed = new Uint8Array(1 + piece.length);
    framed[0] = from + PIECE_BYTES < content.length ? MORE_FOLLOWS : ENDS_HERE;
    framed.set(piece, 1);
    yield framed;
  }
}

/** A content of one frame or several, and the frame that comes next: at the end of the file there is none. */
export interface ReadContent {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly next: FramePlace;
}

export interface FramePlace {
  /** in bytes from the file's beginning */
  readonly start: number;
  readonly index: number;
}

/** The content that begins with the frame at a place. Throws the ProblemErrors "backup-cut" and "backup-altered". */
export async function readContent(file: Blob, place: FramePlace, how: FrameSeal): Promise<ReadContent> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let next = place; ; ) {
    const { framed, end } = await readFrame(file, next, how);
    next = { start: end, index: next.index + 1 };
    if (how.header.format === 1) return { content: framed, next };
    pieces.push(framed.subarray(1));
    if (framed[0] === ENDS_HERE) return { content: joined(pieces), next };
    // Sealed as if the file ended here, or as no piece is.
    if (framed[0] !== MORE_FOLLOWS || next.start === file.size) throw altered();
  }
}

async function readFrame(file: Blob, { start, index }: FramePlace, { key, header }: FrameSeal): Promise<{ readonly framed: Uint8Array<ArrayBuffer>; readonly end: number }> {
  if (start + LENGTH_BYTES > file.size) throw cutShort();
  const length = new DataView(await file.slice(start, start + LENGTH_BYTES).arrayBuffer()).getUint32(0);
  const end = start + LENGTH_BYTES + length;
  if (length > LONGEST_SEALED[header.format]) throw altered();
  if (end > file.size) throw cutShort();
  const sealed = new Uint8Array(await file.slice(start + LENGTH_BYTES, end).arrayBuffer());
  const opened = (isLast: boolean) => unseal(key, sealed, contextOf(header, index, isLast));
  const isLast = end === file.size;
  try {
    return { framed: await opened(isLast), end };
  } catch (cause) {
    // A sound frame at the file's end that was not written as the last: what came after it is missing.
    const isCut = isLast && (await opened(false).then(() => true, () => false));
    throw isCut ? cutShort() : altered(cause);
  }
}

function joined(pieces: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  if (pieces.length === 1) return pieces[0];
  const content = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    content.set(piece, at);
    at += piece.length;
  }
  return content;
}

/** From format 2 on the format is bound too: otherwise a file could be read as one of another. */
function contextOf({ format, fileId, schema }: BackupHeader, index: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([...(format === 1 ? [] : [format]), fileId, schema, index, isLast]));
}
