import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNLABELLED } from "../table.ts";
import { ProblemError } from "../problem.ts";
import { csvFile, read, readTable, utf16 } from "./testing.ts";

interface Row {
  readonly timeS: number;
  readonly patient: string;
  readonly bpm: number;
  readonly label: 0 | 1 | null;
  readonly note: string;
}

/** Values with few decimals, so that they are the same in every notation. */
const row: fc.Arbitrary<Row> = fc.record({
  timeS: fc.integer({ min: 0, max: 80_000_000 }).map((ms) => ms / 1000),
  patient: fc.constantFrom("007", "7", "Ann", "Zoë", "P 1", "42"),
  bpm: fc.integer({ min: 30_00, max: 250_00 }).map((rate) => rate / 100),
  label: fc.constantFrom(0, 1, null),
  note: fc.string({ maxLength: 8 }).map((text) => text.trim()),
});
const table = fc.array(row, { minLength: 2, maxLength: 30 });

const dialect = fc.record({
  separator: fc.constantFrom(",", ";", "\t"),
  decimalComma: fc.boolean(),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  encoding: fc.constantFrom("utf-8", "utf-8 with mark", "utf-16le", "utf-16be"),
  quoteAll: fc.boolean(),
  comments: fc.nat({ max: 2 }),
  time: fc.constantFrom("seconds", "milliseconds", "clock", "iso"),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
  endsInLineEnd: fc.boolean(),
});
type TestDialect = typeof dialect extends fc.Arbitrary<infer D> ? D : never;

const EPOCH_S = Date.UTC(2024, 1, 28, 12) / 1000;

function write(rows: readonly Row[], style: TestDialect): Uint8Array<ArrayBuffer> {
  const { separator, lineEnd } = style;
  const decimal = (value: number) => (style.decimalComma && separator !== "," ? String(value).replace(".", ",") : String(value));
  const time = (timeS: number) => {
    if (style.time === "seconds") return decimal(timeS);
    if (style.time === "milliseconds") return String(Math.round(timeS * 1000));
    const iso = new Date(Math.round((timeS + EPOCH_S) * 1000)).toISOString();
    return style.time === "iso" ? iso : new Date(Math.round(timeS * 1000)).toISOString().slice(11, 23);
  };
  const quote = (cell: string) => (style.quoteAll || /["\n\r]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const line = (cells: readonly string[]) => style.order.map((column) => quote(cells[column])).join(separator);
  const timeName = style.time === "milliseconds" ? "time (ms)" : style.time === "seconds" ? "time (s)" : "time";
  const lines = [
    ...Array.from({ length: style.comments }, (_, i) => `# remark ${i}`),
    line([timeName, "patient", "hr", "label", "note"]),
    ...rows.map(({ timeS, patient, bpm, label, note }) => line([time(timeS), patient, decimal(bpm), label === null ? "" : String(label), note])),
  ];
  const text = lines.join(lineEnd) + (style.endsInLineEnd ? lineEnd : "");
  if (style.encoding === "utf-16le") return utf16(text, "le", true);
  if (style.encoding === "utf-16be") return utf16(text, "be", true);
  return new TextEncoder().encode(style.encoding === "utf-8" ? text : `\ufeff${text}`);
}

describe("a table written in any dialect", () => {
  it("comes back with the same values", async () => {
    await fc.assert(
      fc.asyncProperty(table, dialect, async (rows, style) => {
        // Times of day of one patient must not jump by half a day, or they pass midnight: see clock-days.
        const inOrder = style.time === "clock" ? rows.map((r) => ({ ...r, timeS: r.timeS % 40_000 })) : rows;
        const read = await readTable([csvFile(write(inOrder, style))]);
        expect(read.timeKind).toBe(style.time);
        expect(read.patients.map(({ patientId }) => patientId)).toEqual([...new Set(rows.map(({ patient }) => patient))]);
        const found = new Map<number, unknown>();
        for (const { patientId, sourceRow, timeS, rateBpm, label, extra } of read.patients) {
          expect([...timeS]).toEqual([...timeS].sort((a, b) => a - b));
          const note = extra[0];
          sourceRow.forEach((source, i) => {
            const text = note.kind === "text" ? note.texts[note.codes[i]] : Number.isNaN(note.values[i]) ? "" : note.values[i];
            found.set(source, { timeMs: Math.round(timeS[i] * 1000), patient: patientId, bpm: rateBpm[i], label: label[i], note: text });
          });
        }
        inOrder.forEach((r, source) => {
          const zeroMs = style.time === "iso" ? EPOCH_S * 1000 : 0;
          const { note, ...rest } = found.get(source) as { note: string | number };
          expect(rest).toEqual({ timeMs: Math.round(r.timeS * 1000) + zeroMs, patient: r.patient, bpm: r.bpm, label: r.label ?? UNLABELLED });
          // Numbers keep their value, not their notation; NA and NaN become empty.
          const isSameNumber = r.note !== "" && Number(note) === Number(r.note.replace(",", "."));
          if (!isSameNumber && !/^nan?$/i.test(r.note)) expect(note).toBe(r.note);
        });
      }),
      { numRuns: 150 },
    );
  });

  it("is the same wherever the chunks end", async () => {
    await fc.assert(
      fc.asyncProperty(table, dialect, fc.integer({ min: 1, max: 97 }), async (rows, style, chunkBytes) => {
        const file = csvFile(write(rows.slice(0, 6), style));
        expect(await outcomeOf(file, chunkBytes)).toEqual(await outcomeOf(file));
      }),
      { numRuns: 40 },
    );
  });
});

/** The outcome, a ProblemError included; any other failure is thrown. */
async function outcomeOf(file: File, chunkBytes?: number): Promise<unknown> {
  try {
    return await read([file], chunkBytes === undefined ? {} : { chunkBytes });
  } catch (cause) {
    if (cause instanceof ProblemError) return { kind: "problem", code: cause.code, sentence: cause.sentence };
    throw cause;
  }
}

describe("whatever the bytes are", () => {
  const pieces = fc.constantFrom(
    "t", "time", "hr", "rr (ms)", "patient", "label", "ecg", "cycle_id", "hr_diff", "peak_label", "1111", "0", "1", "0.5", "-3", "1e999", "7,5", "NaN", "", " ",
    '"', '""', "#", "sep=;", ",", ";", "\t", "\n", "\r\n", "\r", "0:00:01", "2024-02-30", "2024-02-29", "é", "<b>", "=1+1", "\0", "70", "800", "A",
  );
  const almostCsv = fc.array(pieces, { maxLength: 60 }).map((texts) => new TextEncoder().encode(texts.join("")));
  const regular = fc
    .tuple(fc.array(pieces, { minLength: 1, maxLength: 4 }), fc.array(fc.array(pieces, { minLength: 1, maxLength: 4 }), { maxLength: 6 }))
    .map(([header, rows]) => new TextEncoder().encode([header, ...rows].map((cells) => cells.join(",")).join("\n")));

  it.each<[string, fc.Arbitrary<Uint8Array>]>([
    ["random bytes", fc.uint8Array({ maxLength: 300 })],
    ["text that is nearly a table", almostCsv],
    ["rows and columns of odd cells", regular],
  ])("%s end in a table, a question or a ProblemError, the same for all chunks", async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 3, max: 40 }), async (content, chunkBytes) => {
        const file = csvFile(new Uint8Array(content));
        const outcome = await outcomeOf(file);
        expect(outcome).toHaveProperty("kind", expect.stringMatching(/^(table|question|problem)$/));
        expect(await outcomeOf(file, chunkBytes)).toEqual(outcome);
      }),
      { numRuns: 300 },
    );
  });
});
