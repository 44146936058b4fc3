import { ProblemError } from "../../../problem.ts";
import { HIGHEST_CODE } from "../../../recording/annotation-codes.ts";
import type { Annotations } from "../../../recording/annotations.ts";
import { GrowableArray } from "../../growable-array.ts";

/**
 * WFDB annotation files in the MIT format, annot(5): words of 16 bits, little-endian, the upper six a code and the lower
 * ten the samples since the mark before; pseudo-codes above 58 say more of a mark. A word of 0 ends the file.
 */
const SKIP = 59;
const NUM = 60;
const SUB = 61;
const CHN = 62;
const AUX = 63;

const LONGEST_STEP = 1023;
const LONGEST_SKIP = 0x7fff_ffff;
/** The library that reads these files counts a text's bytes in one byte. */
const LONGEST_TEXT_BYTES = 255;

const NOTE = 22;
const TIME_RESOLUTION = /^## time resolution: (\d+(?:\.\d+)?)\s*$/;

/** The marks of a file, and how many a second their times count where the file says so. */
export interface AnnotationFile {
  readonly annotations: Annotations;
  readonly timeResolutionHz: number | null;
}

/**
 * The marks in the order of their time. Of each mark's fields the number (NUM) and the signal (CHN) are passed over.
 * Throws ProblemError `damaged-annotations` with the file's name.
 */
export function parseAnnotations(bytes: Uint8Array, fileName: string): AnnotationFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sample = new GrowableArray((length) => new Uint32Array(length));
  const code = new GrowableArray((length) => new Uint8Array(length));
  const subtype: number[] = [];
  const text = new Map<number, string>();
  let timeResolutionHz: number | null = null;
  let time = 0;
  let timeBefore = 0;
  let isAscending = true;
  /** false after a word that is no mark, so that what says more of it is dropped as well */
  let hasMark = false;
  let at = 0;
  while (at + 2 <= bytes.length) {
    const word = view.getUint16(at, true);
    const kind = word >> 10;
    const low = word & 0x3ff;
    at += 2;
    if (word === 0) break;
    if (kind === SKIP) {
      if (at + 4 > bytes.length) throw damaged(fileName);
      time += view.getInt16(at, true) * 0x1_0000 + view.getUint16(at + 2, true);
      at += 4;
    } else if (kind === SUB) {
      if (hasMark) subtype[subtype.length - 1] = (low << 24) >> 24;
    } else if (kind === AUX) {
      if (at + low > bytes.length) throw damaged(fileName);
      const note = decodeText(bytes.subarray(at, at + low));
      at += low + (low % 2);
      if (!hasMark) continue;
      const resolution = code.length === 1 && code.values()[0] === NOTE ? TIME_RESOLUTION.exec(note) : null;
      if (resolution && Number(resolution[1]) > 0) {
        timeResolutionHz = Number(resolution[1]);
        sample.length = code.length = subtype.length = 0;
        hasMark = false;
      } else if (note !== "") text.set(code.length - 1, note);
    } else if (kind <= HIGHEST_CODE) {
      time += low;
      hasMark = kind !== 0;
      if (!hasMark) continue;
      if (time < 0 || time > 0xffff_ffff) throw damaged(fileName);
      isAscending &&= time >= timeBefore;
      timeBefore = time;
      sample.push(time);
      code.push(kind);
      subtype.push(0);
    } else if (kind !== NUM && kind !== CHN) {
      throw damaged(fileName);
    }
  }
  const annotations = { sample: sample.values().slice(), code: code.values().slice(), subtype: Int8Array.from(subtype), text };
  return { annotations: isAscending ? annotations : inOrderOfTime(annotations), timeResolutionHz };
}

/**
 * The bytes of an annotation file that `parseAnnotations` and the WFDB library read back as the same marks.
 * Marks must be in the order of time. Throws ProblemError `unwritable-annotation` for a code outside 1 … 49, a text longer
 * than 255 bytes in UTF-8, or a mark before the one above it.
 */
export function writeAnnotations({ sample, code, subtype, text }: Annotations): Uint8Array<ArrayBuffer> {
  const bytes = new GrowableArray((length) => new Uint8Array(length));
  const pushWord = (word: number) => {
    bytes.push(word & 0xff);
    bytes.push((word >> 8) & 0xff);
  };
  const encoder = new TextEncoder();
  let time = 0;
  for (let i = 0; i < sample.length; i++) {
    let step = sample[i] - time;
    time = sample[i];
    if (step < 0) throw unwritable(`annotation ${i + 1} lies before the one above it`);
    if (code[i] < 1 || code[i] > HIGHEST_CODE) throw unwritable(`annotation ${i + 1} has the code ${code[i]}, and codes go from 1 to ${HIGHEST_CODE}`);
    while (step > LONGEST_STEP) {
      const skip = Math.min(step, LONGEST_SKIP);
      pushWord(SKIP << 10);
      pushWord(skip >>> 16);
      pushWord(skip & 0xffff);
      step -= skip;
    }
    pushWord((code[i] << 10) | step);
    if (subtype[i] !== 0) pushWord((SUB << 10) | (subtype[i] & 0xff));
    const note = encoder.encode(text.get(i) ?? "");
    if (note.length > LONGEST_TEXT_BYTES) throw unwritable(`the text of annotation ${i + 1} is longer than ${LONGEST_TEXT_BYTES} bytes`);
    if (note.length === 0) continue;
    pushWord((AUX << 10) | note.length);
    for (const byte of note) bytes.push(byte);
    if (note.length % 2 === 1) bytes.push(0);
  }
  pushWord(0);
  return bytes.values().slice();
}

/** Without the zero bytes at its end, which some writers count as part of the text. */
function decodeText(bytes: Uint8Array): string {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, end));
}

function inOrderOfTime({ sample, code, subtype, text }: Annotations): Annotations {
  const order = Uint32Array.from(sample.keys()).sort((a, b) => sample[a] - sample[b] || a - b);
  const sortedText = [...order].flatMap((from, to): [number, string][] => {
    const note = text.get(from);
    return note === undefined ? [] : [[to, note]];
  });
  return { sample: order.map((i) => sample[i]), code: Uint8Array.from(order, (i) => code[i]), subtype: Int8Array.from(order, (i) => subtype[i]), text: new Map(sortedText) };
}

function damaged(fileName: string): ProblemError {
  return new ProblemError("damaged-annotations", "this is no file of annotations in the MIT format, or it is damaged", "Open the recording without it, or copy the file again", {
    file: fileName,
  });
}

function unwritable(what: string): ProblemError {
  return new ProblemError("unwritable-annotation", what, "Correct the annotation and export again");
}
