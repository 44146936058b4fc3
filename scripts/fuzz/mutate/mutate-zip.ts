import { zipSync } from "fflate";
import type { Random } from "../../../src/ecg/numeric/random.ts";
import { EDGE_INTEGERS } from "./hostile.ts";
import { mutateBytes, withInteger, type Bytes } from "./mutate-bytes.ts";
import { pick } from "./pick.ts";

/** An archive; an empty one where a path is none that an archive can hold. */
export function zipOf(entries: Readonly<Record<string, Uint8Array>>, level: 0 | 1 = 1): Bytes {
  try {
    return new Uint8Array(zipSync(entries, { level }));
  } catch {
    return new Uint8Array(zipSync({})); // the path is too long, or has a lone surrogate
  }
}

/** Of a central directory's entry, without names. */
const ENTRY_BYTES = 46;
/** Fields of a central directory's entry: place from its signature, and size. */
const ENTRY_FIELDS: readonly (readonly [at: number, size: number])[] = [[8, 2], [10, 2], [16, 4], [20, 4], [24, 4], [28, 2], [30, 2], [32, 2], [42, 4]];
/** Of the record at the end: entries, the directory's size and place, the comment's length. */
const END_FIELDS: readonly (readonly [at: number, size: number])[] = [[8, 2], [10, 2], [12, 4], [16, 4], [20, 2]];

const placesOf = (bytes: Bytes, signature: readonly number[]): number[] => [...bytes.keys()].filter((at) => signature.every((byte, i) => bytes[at + i] === byte));

/** One change of an archive's directory: sizes, places, methods and counts that are not so, and entries that share their bytes. */
export function mutateZip(bytes: Bytes, random: Random): Bytes {
  const entries = placesOf(bytes, [0x50, 0x4b, 1, 2]).filter((at) => at + ENTRY_BYTES <= bytes.length);
  const end = placesOf(bytes, [0x50, 0x4b, 5, 6]).at(0);
  if (entries.length === 0 || end === undefined || random.uniform() < 0.3) return mutateBytes(bytes, random);
  const isEnd = random.uniform() < 0.25;
  const [field, size] = pick(random, isEnd ? END_FIELDS : ENTRY_FIELDS);
  const at = isEnd ? end : pick(random, entries);
  if (!isEnd && random.uniform() < 0.2) {
    // The same place and size as another entry: what they hold is counted once in the archive and twice unpacked.
    const copy = bytes.slice();
    const other = pick(random, entries);
    for (const [from, length] of [[10, 2], [20, 4], [24, 4], [42, 4]] as const) copy.set(bytes.slice(other + from, other + from + length), at + from);
    return copy;
  }
  return withInteger(bytes, at + field, pick(random, [...EDGE_INTEGERS, bytes.length, end, 64 * 2 ** 20, 512e6]), { size, isLittleEndian: true });
}
