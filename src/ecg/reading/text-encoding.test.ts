import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessEncoding, LineDecoder, type Encoding } from "./text-encoding.ts";
import { utf16 } from "./testing.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

function decode(bytes: Uint8Array, encoding: Encoding, chunkBytes: number): string {
  const decoder = new LineDecoder(encoding, "heart.csv");
  let text = "";
  for (let from = 0; from < bytes.length; from += chunkBytes) text += decoder.decode(bytes.subarray(from, from + chunkBytes), 1);
  return text + decoder.end(1);
}

describe("guessEncoding", () => {
  it.each<[string, Uint8Array, Encoding]>([
    ["ASCII", utf8("t,hr\n1,70\n"), "utf-8"],
    ["UTF-8", utf8("Zoë,70\n"), "utf-8"],
    ["UTF-8 cut inside a character", utf8("Zoë").slice(0, 3), "utf-8"],
    ["UTF-16 LE with mark", utf16("t", "le", true), "utf-16le"],
    ["UTF-16 BE with mark", utf16("t", "be", true), "utf-16be"],
    ["UTF-16 LE", utf16("t,hr\n1,70\n", "le", false), "utf-16le"],
    ["UTF-16 BE", utf16("t,hr\n1,70\n", "be", false), "utf-16be"],
    ["Latin letters in one byte", Uint8Array.of(0x5a, 0x6f, 0xeb, 0x2c), "windows-1252"],
    ["nothing", new Uint8Array(0), "utf-8"],
  ])("%s", (_, bytes, encoding) => expect(guessEncoding(bytes)).toBe(encoding));
});

describe("LineDecoder", () => {
  it("turns every line end into \\n, wherever the chunks end", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "é", "😀", "\r", "\n", ","), maxLength: 30 });
    fc.assert(
      fc.property(text, fc.constantFrom<Encoding>("utf-8", "utf-16le", "utf-16be"), fc.integer({ min: 1, max: 9 }), (original, encoding, chunkBytes) => {
        const bytes = encoding === "utf-8" ? utf8(original) : utf16(original, encoding === "utf-16le" ? "le" : "be", false);
        expect(decode(bytes, encoding, chunkBytes)).toBe(original.replace(/\r\n|\r/g, "\n"));
      }),
    );
  });

  it("leaves out the byte order mark", () => {
    expect(decode(utf8("\ufeffhr"), "utf-8", 1)).toBe("hr");
    expect(decode(utf16("hr", "be", true), "utf-16be", 1)).toBe("hr");
  });

  it("refuses what is no text, in the middle or at the end", () => {
    expect(() => decode(Uint8Array.of(0x61, 0xff, 0x61), "utf-8", 9)).toThrow(/heart\.csv, line 1: .*UTF-8/);
    expect(() => decode(Uint8Array.of(0x61, 0xc3), "utf-8", 9)).toThrow(/UTF-8/);
    expect(() => decode(Uint8Array.of(0x61, 0x00, 0x61), "utf-16le", 9)).toThrow(/UTF-16LE/);
  });
});
