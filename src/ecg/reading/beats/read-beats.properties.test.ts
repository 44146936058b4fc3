import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProblemError } from "../../problem.ts";
import { CLASSES } from "../../beats/classes.ts";
import { UNLABELLED } from "../../table.ts";
import { utf16 } from "../testing.ts";
import type { BeatAnswers } from "./beat-question.ts";
import { numberOfClass, schemeOf, type LabelCoding } from "./label-coding.ts";
import { beatFile, longForm, readBeats, readBeatTable } from "./testing.ts";

interface Beat {
  readonly samples: readonly number[];
  readonly classIndex: number;
}

const FORMS = ["heartbeat", "ptb", "ucr", "tutorial", "arff"] as const;

const sample = fc.oneof(fc.float({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 }).map((level) => Math.fround(level / 255)), fc.constantFrom(0, 1, 1e-7));

const style = fc.record({
  form: fc.constantFrom(...FORMS),
  notation: fc.constantFrom("shortest", "long", "seven digits"),
  separator: fc.constantFrom(",", ";", "\t", "  "),
  decimalComma: fc.boolean(),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  hasHeader: fc.boolean(),
  hasIndex: fc.boolean(),
  endsInLineEnd: fc.boolean(),
  hasClass: fc.boolean(),
});
type Style = typeof style extends fc.Arbitrary<infer S> ? S : never;

const beatsAndStyle = style.chain((chosen) => {
  const length = chosen.form === "heartbeat" || chosen.form === "ptb" ? 187 : 140;
  const classes = CLASSES[schemeOf(codingOf(chosen.form))].length;
  // A first sample of 0.5 is no class and no index, whatever else is drawn.
  const beat = fc.record({ samples: fc.array(sample, { minLength: length - 1, maxLength: length - 1 }).map((rest) => [0.5, ...rest]), classIndex: fc.nat({ max: classes - 1 }) });
  return fc.tuple(fc.array(beat, { minLength: 1, maxLength: 5 }), fc.constant(chosen));
});

function write(beats: readonly Beat[], chosen: Style): string {
  const { form, notation, lineEnd, hasHeader, hasIndex } = chosen;
  const isArff = form === "arff";
  const separator = isArff ? "," : chosen.separator;
  const coding = codingOf(form);
  const number = (value: number) => {
    const plain = notation === "long" ? longForm(value) : notation === "seven digits" ? value.toExponential(9) : String(value);
    return chosen.decimalComma && separator !== "," ? plain.replace(".", ",") : plain;
  };
  const label = (index: number) => (isArff ? `b'${numberOfClass(index, coding)}'` : number(numberOfClass(index, coding)));
  const row = ({ samples, classIndex }: Beat, i: number) => {
    const labels = chosen.hasClass ? [label(classIndex)] : [];
    const cells = samples.map(number);
    return [...(hasIndex && !isArff ? [String(i)] : []), ...(form === "ucr" ? [...labels, ...cells] : [...cells, ...labels])];
  };
  const rows = beats.map((beat, i) => row(beat, i));
  const header = isArff
    ? ["% beats", "@relation beats", ...beats[0].samples.map((_, i) => `@attribute a${i} numeric`), ...(chosen.hasClass ? ["@attribute target {b'1',b'2'}"] : []), "@data"]
    : hasHeader ? [rows[0].map((_, i) => `c${i}`).join(separator)] : [];
  return [...header, ...rows.map((cells) => cells.join(separator))].join(lineEnd) + (chosen.endsInLineEnd ? lineEnd : "");
}

function codingOf(form: Style["form"]): LabelCoding {
  return form === "heartbeat" ? "aami" : form === "tutorial" ? "one-normal" : form === "ptb" ? "one-anomalous" : "ecg5000";
}

function answersFor({ form, hasHeader, hasIndex, hasClass }: Style): BeatAnswers {
  const isArff = form === "arff";
  const coding = hasClass ? codingOf(form) : null;
  return { kind: "beats", hasHeader: hasHeader && !isArff, hasIndex: hasIndex && !isArff, labelPlace: !hasClass ? "none" : form === "ucr" ? "first" : "last", coding, samplingRateHz: null };
}

/** The outcome, a ProblemError included; any other failure is thrown. */
async function outcomeOf(file: File, chunkBytes?: number): Promise<{ readonly kind: string }> {
  try {
    return await readBeats([file], chunkBytes === undefined ? {} : { chunkBytes });
  } catch (cause) {
    if (cause instanceof ProblemError) return { kind: "problem", code: cause.code, sentence: cause.sentence } as { kind: string };
    throw cause;
  }
}

/** Tables take long to write; a busy machine may take several times as long. */
const TIMEOUT = { timeout: 60_000 };

describe("a beat table written in any form", () => {
  it("is read back, with the answers that describe it", TIMEOUT, async () => {
    await fc.assert(
      fc.asyncProperty(beatsAndStyle, async ([beats, chosen]) => {
        const { beats: read } = await readBeatTable(write(beats, chosen), { answers: answersFor(chosen) });
        expect(read.count).toBe(beats.length);
        expect(read.samples).toEqual(Float32Array.from(beats.flatMap(({ samples }) => samples)));
        expect([...read.label]).toEqual(beats.map(({ classIndex }) => (chosen.hasClass ? classIndex : UNLABELLED)));
        expect(read.scheme).toBe(chosen.hasClass ? schemeOf(codingOf(chosen.form)) : null);
      }),
      { numRuns: 60 },
    );
  });

  it("is read the same from bytes as from text, and wherever the chunks end", TIMEOUT, async () => {
    await fc.assert(
      fc.asyncProperty(beatsAndStyle, fc.integer({ min: 200, max: 4000 }), async ([beats, chosen], chunkBytes) => {
        const text = write(beats, chosen);
        const answers = answersFor(chosen);
        const fromBytes = await readBeatTable(text, { answers });
        const chunked = await readBeatTable(text, { answers, chunkBytes });
        const fromText = await readBeatTable(utf16(text, "le", true), { answers });
        expect(chunked).toEqual(fromBytes);
        expect(fromText.beats).toEqual(fromBytes.beats);
      }),
      { numRuns: 25 },
    );
  });
});

describe("whatever the bytes are", () => {
  const damage = fc.array(fc.record({ at: fc.double({ min: 0, max: 0.9999, noNaN: true }), length: fc.nat({ max: 6 }), text: fc.constantFrom("", ",", "\n", "\r", '"', "NaN", "e", "-", ".", "9", "x", "\0", "é", "{", "@data\n", "%", "1e400", ";", " ") }), { minLength: 1, maxLength: 4 });

  it("a damaged table ends in a table, a question or a ProblemError, the same for all chunks", TIMEOUT, async () => {
    await fc.assert(
      fc.asyncProperty(beatsAndStyle, damage, fc.integer({ min: 500, max: 3000 }), async ([beats, chosen], wounds, chunkBytes) => {
        const text = wounds.reduce((whole, { at, length, text: instead }) => {
          const from = Math.floor(at * whole.length);
          return whole.slice(0, from) + instead + whole.slice(from + length);
        }, write(beats, chosen));
        const outcome = await outcomeOf(beatFile(text));
        expect(outcome.kind).toMatch(/^(table|question|problem)$/);
        expect(await outcomeOf(beatFile(text), chunkBytes)).toEqual(outcome);
      }),
      { numRuns: 60 },
    );
  });

  it("random bytes end in a table, a question or a ProblemError", TIMEOUT, async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect((await outcomeOf(beatFile(new Uint8Array(bytes)))).kind).toMatch(/^(table|question|problem)$/);
      }),
      { numRuns: 200 },
    );
  });
});
