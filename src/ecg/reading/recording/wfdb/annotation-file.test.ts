import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProblemError } from "../../../problem.ts";
import { ANNOTATION_KINDS, annotationCodeOf } from "../../../recording/annotation-codes.ts";
import type { Annotations } from "../../../recording/annotations.ts";
import { parseAnnotations, writeAnnotations } from "./annotation-file.ts";
import { fixture } from "./testing.ts";

const parse = (bytes: readonly number[] | Uint8Array) => parseAnnotations(Uint8Array.from(bytes), "made.atr");
const bytesOf = async (name: string) => new Uint8Array(await fixture(name).arrayBuffer());
const letters = (code: Uint8Array) => [...code].map((each) => ANNOTATION_KINDS.get(each)?.letter).join("");

describe("published annotations", () => {
  it("of MIT-BIH have beats, rhythms and their texts", async () => {
    const { annotations } = parse(await bytesOf("119-minute.atr"));
    const { sample, code, text } = annotations;
    expect(letters(code)).toBe("+NVNNNNNVNNNNNVNNNNNNNNN+VNVNVNVNVNV+NNNNN+VNVNVNV+NNNNNVNNVNNVNVNN+VNV");
    expect([...sample.subarray(0, 4)]).toEqual([32, 309, 503, 977]);
    expect([...text]).toEqual([[0, "(N"], [24, "(B"], [36, "(N"], [42, "(B"], [50, "(N"], [67, "(B"]]);
    expect(parse(writeAnnotations(annotations)).annotations).toEqual(annotations);
  });

  it("of LUDB are written back to the very bytes", async () => {
    const bytes = await bytesOf("1.ii");
    const { annotations } = parse(bytes);
    expect(letters(annotations.code).slice(0, 9)).toBe("(N)(t)(p)");
    expect(writeAnnotations(annotations)).toEqual(bytes);
  });
});

describe("words of the format", () => {
  it("SKIP moves the time by 32 bits, the high word first", () => {
    expect([...parse([0, 0xec, 1, 0, 2, 0, 0x05, 0x04]).annotations.sample]).toEqual([0x1_0002 + 5]);
  });

  it("SUB is a signed byte of its own mark; NUM and CHN are passed over", () => {
    expect([...parse([1, 4, 0xff, 0xf4, 3, 0xf0, 2, 0xf8, 1, 4]).annotations.subtype]).toEqual([-1, 0]);
  });

  it("AUX is padded to a whole word, and zeros at its end are no text", () => {
    const { annotations } = parse([1, 0x70, 3, 0xfc, 0x28, 0x4e, 0, 0, 4, 4]);
    expect([...annotations.text]).toEqual([[0, "(N"]]);
    expect([...annotations.sample]).toEqual([1, 5]);
  });

  it("code 0 moves the time and marks nothing", () => expect([...parse([7, 0, 1, 4]).annotations.sample]).toEqual([8]));

  it("a first note tells in what time the file counts, and is no mark", () => {
    const note = [...new TextEncoder().encode("## time resolution: 1000")];
    expect(parse([0, 22 << 2, note.length, 0xfc, ...note, 5, 4])).toMatchObject({ timeResolutionHz: 1000, annotations: { sample: Uint32Array.of(5), text: new Map() } });
  });

  it("marks that go back in time are put in order with what belongs to them", () => {
    const back = [0, 0xec, 0xff, 0xff, 0xfc, 0xff]; // 4 samples back
    const { annotations } = parse([9, 4, ...back, 0, 0x14, 1, 0xfc, 0x78, 0]);
    expect([...annotations.sample]).toEqual([5, 9]);
    expect([...annotations.code]).toEqual([5, 1]);
    expect([...annotations.text]).toEqual([[0, "x"]]);
  });

  it.each([
    ["an unknown code", [0, 50 << 2]],
    ["a time before the start", [0, 0xec, 0xff, 0xff, 0, 0, 1, 4]],
    ["a text that goes on after the file", [1, 4, 9, 0xfc, 65]],
    ["half a SKIP", [0, 0xec, 1]],
  ])("%s is refused", (_, bytes) => expect(() => parse(bytes)).toThrow(expect.objectContaining({ code: "damaged-annotations" })));
});

const marks: fc.Arbitrary<Annotations> = fc
  .array(
    fc.record({
      step: fc.oneof(fc.nat({ max: 2000 }), fc.constantFrom(0, 1023, 1024, 0x1_0000), fc.nat({ max: 0x0fff_ffff })),
      code: fc.integer({ min: 1, max: 49 }),
      subtype: fc.integer({ min: -128, max: 127 }),
      note: fc.option(fc.string({ unit: "grapheme", maxLength: 20 }).filter((text) => text !== "" && !text.endsWith("\0"))),
    }),
    { maxLength: 15 },
  )
  .map((list) => {
    let time = 0;
    return {
      sample: Uint32Array.from(list, ({ step }) => (time += step)),
      code: Uint8Array.from(list, ({ code }) => code),
      subtype: Int8Array.from(list, ({ subtype }) => subtype),
      text: new Map(list.flatMap(({ note }, i): [number, string][] => (note === null ? [] : [[i, note]]))),
    };
  });

describe("writing", () => {
  it("gives bytes that are read back as the same marks", () => {
    fc.assert(fc.property(marks, (annotations) => {
      expect(parse(writeAnnotations(annotations)).annotations).toEqual(annotations);
    }), { numRuns: 300 });
  });

  it("reaches the last sample that can be counted", () => {
    const far = { sample: Uint32Array.of(3, 0xffff_ffff), code: Uint8Array.of(1, 5), subtype: new Int8Array(2), text: new Map() };
    expect(parse(writeAnnotations(far)).annotations).toEqual(far);
  });

  const one = (change: Partial<Annotations>) => ({ sample: Uint32Array.of(1), code: Uint8Array.of(1), subtype: Int8Array.of(0), text: new Map<number, string>(), ...change });
  it.each([
    ["a code of no mark", one({ code: Uint8Array.of(0) })],
    ["a code above 49", one({ code: Uint8Array.of(50) })],
    ["a text above 255 bytes", one({ text: new Map([[0, "é".repeat(128)]]) })],
    ["a mark before the one above", { sample: Uint32Array.of(2, 1), code: Uint8Array.of(1, 1), subtype: new Int8Array(2), text: new Map() }],
  ])("refuses %s", (_, annotations) => expect(() => writeAnnotations(annotations)).toThrow(ProblemError));
});

it("whatever the bytes are, there are marks in the order of time or a ProblemError", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        const { sample, code, subtype } = parse(bytes).annotations;
        expect([code.length, subtype.length]).toEqual([sample.length, sample.length]);
        expect([...sample]).toEqual([...sample].sort((a, b) => a - b));
      } catch (cause) {
        expect(cause).toBeInstanceOf(ProblemError);
      }
    }),
    { numRuns: 1000 },
  );
});

it("letters lead back to codes", () => {
  for (const { code, letter } of ANNOTATION_KINDS.values()) expect(annotationCodeOf(letter)).toBe(code);
  expect(annotationCodeOf("Z")).toBeNull();
});
