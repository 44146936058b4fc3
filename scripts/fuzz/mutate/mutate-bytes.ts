import type { Random } from "../../../src/ecg/numeric/random.ts";
import { EDGE_INTEGERS, HOSTILE_BYTES } from "./hostile.ts";
import { pick } from "./pick.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

/** The bytes with [from, to) replaced. */
export function splice(bytes: Bytes, from: number, to: number, by: ArrayLike<number>): Bytes {
  const result = new Uint8Array(bytes.length - (to - from) + by.length);
  result.set(bytes.subarray(0, from));
  result.set(by, from);
  result.set(bytes.subarray(to), from + by.length);
  return result;
}

/** A copy with a whole number written over the bytes at `at`, as far as they go. */
export function withInteger(bytes: Bytes, at: number, value: number, { size, isLittleEndian }: { readonly size: number; readonly isLittleEndian: boolean }): Bytes {
  const own = Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) % 256);
  const copy = bytes.slice();
  (isLittleEndian ? own : own.reverse()).forEach((byte, i) => at + i < copy.length && (copy[at + i] = byte));
  return copy;
}

const CHANGES: readonly ((bytes: Bytes, random: Random) => Bytes)[] = [
  (bytes, random) => {
    const copy = bytes.slice();
    copy[random.integer(copy.length)] ^= 1 << random.integer(8);
    return copy;
  },
  (bytes, random) => {
    const copy = bytes.slice();
    copy[random.integer(copy.length)] = random.integer(256);
    return copy;
  },
  (bytes, random) => withInteger(bytes, random.integer(bytes.length), pick(random, EDGE_INTEGERS), { size: pick(random, [1, 2, 4, 8]), isLittleEndian: random.uniform() < 0.7 }),
  (bytes, random) => bytes.slice(0, random.integer(bytes.length + 1)),
  (bytes, random) => bytes.slice(random.integer(Math.min(bytes.length, 16) + 1)),
  (bytes, random) => {
    const from = random.integer(bytes.length);
    return splice(bytes, from, Math.min(bytes.length, from + 1 + random.integer(32)), []);
  },
  (bytes, random) => {
    const from = random.integer(bytes.length);
    const piece = bytes.slice(from, from + 1 + random.integer(64));
    const at = random.integer(bytes.length + 1);
    return splice(bytes, at, at, piece);
  },
  (bytes, random) => {
    const at = random.integer(bytes.length + 1);
    return splice(bytes, at, at, pick(random, HOSTILE_BYTES));
  },
];

/** One change that knows nothing of what the bytes mean. */
export function mutateBytes(bytes: Bytes, random: Random): Bytes {
  return bytes.length === 0 ? Uint8Array.from(pick(random, HOSTILE_BYTES)) : pick(random, CHANGES)(bytes, random);
}
