import type { Random } from "../../../src/ecg/numeric/random.ts";
import { HOSTILE_NUMBERS, HOSTILE_TEXTS } from "./hostile.ts";
import { mutateBytes, type Bytes } from "./mutate-bytes.ts";
import { pick, pickWeighted } from "./pick.ts";

type TextChange = (text: string, random: Random) => string;

const NUMBER = /[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?/gi;
const CELL = /[^,;\t\n ]+/g;
/** Mostly short, so that cases stay cheap; now and then longer than a reader's buffers. */
const LENGTHS: readonly (readonly [number, number])[] = [[60, 100], [30, 3000], [9, 70_000], [1, 1_100_000]];

/** Replaces one of what `pattern` finds. */
function replaceOne(text: string, pattern: RegExp, random: Random, by: (found: string) => string): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const { index, 0: own } = pick(random, found);
  return text.slice(0, index) + by(own) + text.slice(index + own.length);
}

const inLines = (change: (lines: string[], random: Random) => readonly string[]): TextChange => (text, random) => change(text.split("\n"), random).join("\n");

const CHANGES: readonly (readonly [number, TextChange])[] = [
  [4, (text, random) => replaceOne(text, NUMBER, random, () => pick(random, HOSTILE_NUMBERS))],
  [3, (text, random) => replaceOne(text, CELL, random, () => pick(random, HOSTILE_TEXTS))],
  [1, (text, random) => replaceOne(text, CELL, random, (cell) => `"${cell}`)],
  [1, (text, random) => replaceOne(text, CELL, random, (cell) => cell.repeat(1 + Math.floor(pickWeighted(random, LENGTHS) / cell.length)))],
  [2, (text, random) => insert(text, random, pick(random, [...HOSTILE_TEXTS, ...HOSTILE_NUMBERS]))],
  [0.5, (text, random) => insert(text, random, pick(random, [",", ";", "\t", " ", '"', "\n", "{", "[", "0", "a", "-", "#", "(", "\u00e9"]).repeat(pickWeighted(random, LENGTHS)))],
  [2, inLines((lines, random) => lines.toSpliced(random.integer(lines.length), 1))],
  [2, inLines((lines, random) => lines.toSpliced(random.integer(lines.length + 1), 0, pick(random, lines)))],
  [1, inLines((lines, random) => lines.toSpliced(random.integer(lines.length), 1, pick(random, lines)))],
  [1, inLines((lines, random) => [pick(random, ["# note", "sep=;", "", "%", "// x", "\ufeff", "Sample Rate,500", "a,b,c", "{", "<html>"]), ...lines])],
  [1, (text, random) => text.replaceAll("\n", pick(random, ["\r\n", "\r", "\n\n", "\n\r", "\u2028", "\v"]))],
  [1, (text, random) => text.replaceAll(pick(random, [",", ";", "\t", " "]), pick(random, [",", ";", "\t", " ", ", ", '","', "|"]))],
  [1, (text, random) => text.slice(0, random.integer(text.length + 1))],
  [1, (text, random) => (random.uniform() < 0.5 ? text.toUpperCase() : text.replaceAll(".", ","))],
];

function insert(text: string, random: Random, piece: string): string {
  const at = random.integer(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

/** One change of lines, cells or numbers of a text. */
export const mutateString: TextChange = (text, random) => pickWeighted(random, CHANGES)(text, random);

/** One change of a file of text: mostly of its lines and cells, sometimes of its bytes or its encoding. */
export function mutateText(bytes: Bytes, random: Random): Bytes {
  const way = random.uniform();
  if (way < 0.15) return mutateBytes(bytes, random);
  const text = new TextDecoder().decode(bytes);
  if (way < 0.19) return utf16(text, random.uniform() < 0.5);
  if (way < 0.21) return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
  return new TextEncoder().encode(mutateString(text, random));
}

function utf16(text: string, isLittleEndian: boolean): Bytes {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  view.setUint16(0, 0xfeff, isLittleEndian);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i + 2, text.charCodeAt(i), isLittleEndian);
  return new Uint8Array(view.buffer);
}
