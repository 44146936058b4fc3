import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { unpackArchive } from "./unpack-archive.ts";

const zip = (files: Record<string, Uint8Array>, level: 0 | 6 = 6) => zipSync(files, { level });
const unpack = (bytes: Uint8Array) => unpackArchive(bytes, () => true);

/** Places of the entries in the directory. */
const entriesOf = (bytes: Uint8Array) => [...bytes.keys()].filter((at) => [0x50, 0x4b, 1, 2].every((byte, i) => bytes[at + i] === byte));
const [SIZE, ORIGINAL_SIZE, PLACE] = [20, 24, 42];

function changed(bytes: Uint8Array, changes: readonly (readonly [at: number, value: number])[]): Uint8Array {
  const copy = bytes.slice();
  for (const [at, value] of changes) new DataView(copy.buffer).setUint32(at, value, true);
  return copy;
}

describe("an archive", () => {
  const text = new TextEncoder().encode("card".repeat(50));

  it("gives back its files, packed or not", () => {
    for (const level of [0, 6] as const) expect([...unpack(zip({ a: text, "b/c": text }, level))]).toEqual([["a", text], ["b/c", text]]);
  });

  it("has what is admitted only", () => {
    expect([...unpackArchive(zip({ a: text, b: text }), ({ path, bytes }) => path === "b" && bytes === 200).keys()]).toEqual(["b"]);
  });

  it("that claims more than deflate can hold is refused before memory is taken", () => {
    const bytes = zip({ a: text });
    expect(() => unpack(changed(bytes, [[entriesOf(bytes)[0] + ORIGINAL_SIZE, 500e6]]))).toThrow("claims more bytes");
  });

  it.each([0, 6] as const)("whose files share their bytes is refused (level %i)", (level) => {
    const bytes = zip(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`f${i}`, i === 0 ? Uint8Array.from({ length: 5000 }, (__, k) => (k * k) % 251) : new Uint8Array(1)])), level);
    const [first, ...others] = entriesOf(bytes);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const changes = others.flatMap((entry) => [SIZE, ORIGINAL_SIZE, PLACE].map((field) => [entry + field, view.getUint32(first + field, true)] as const));
    expect(() => unpack(changed(bytes, changes))).toThrow("claims more bytes");
  });

  it("whose file has another size than it says is refused", () => {
    const bytes = zip({ a: text });
    expect(() => unpack(changed(bytes, [[entriesOf(bytes)[0] + ORIGINAL_SIZE, 210]]))).toThrow("another size");
  });

  it("that is cut short is refused", () => {
    const bytes = zip({ a: text });
    for (let end = 0; end < bytes.length; end++) expect(() => unpack(bytes.slice(0, end))).toThrow();
  });
});
