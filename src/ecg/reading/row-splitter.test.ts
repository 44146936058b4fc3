import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it, vi } from "vitest";
import { cellTexts } from "./cell-row.ts";
import { ProblemError } from "../problem.ts";
import { MAX_LINE_BYTES } from "./file-bytes.ts";
import { RowSplitter, type Separator } from "./row-splitter.ts";

interface Split {
  readonly line: number;
  readonly cells: readonly string[];
  readonly malformed: boolean;
}

function split(pieces: readonly string[], separator: Separator = ",", skipLines = 0): Split[] {
  const rows: Split[] = [];
  const splitter = new RowSplitter({
    separator,
    skipLines,
    fileName: "heart.csv",
    onRow: (row) => rows.push({ line: row.line, cells: cellTexts(row), malformed: row.malformed }),
  });
  for (const piece of pieces) splitter.feed(piece);
  splitter.end();
  return rows;
}

/** The peer: every row that a line break ends, and one that it does not as the splitter gives it. */
function splitByPapa(text: string, separator: Separator): Split[] {
  const { data, errors, meta } = new Papa.Parser({ delimiter: separator, newline: "\n", quoteChar: '"' }).parse(text, 0, true) as Papa.ParseResult<string[]>;
  const malformed = new Set(errors.map(({ row }) => row));
  const trimmed = (cell: string) => cell.replace(/^[\0- \u00a0]+|[\0- \u00a0]+$/g, "");
  let line = 1;
  const rows = data.map((cells, row) => {
    const begins = line;
    line += 1 + cells.join("").split("\n").length - 1;
    return { line: begins, cells: (separator === " " ? cells.filter((cell) => cell !== "") : cells).map(trimmed), malformed: malformed.has(row) };
  });
  const rest = text.slice(meta.cursor);
  return rest === "" ? rows : [...rows, { line, cells: [trimmed(rest)], malformed: true }];
}

describe("RowSplitter", () => {
  it.each<[string, Separator, readonly (readonly string[])[]]>([
    ["a,b\n1,2\n", ",", [["a", "b"], ["1", "2"]]],
    ["a,b\n1,2", ",", [["a", "b"], ["1", "2"]]],
    [",\n\n", ",", [["", ""], [""]]],
    [" a\u00a0;\tb \n", ";", [["a", "b"]]],
    ["  1   2 3  \n", " ", [["1", "2", "3"]]],
    ['"a ""x""",b\n', ",", [['a "x"', "b"]]],
    ['"a,b",c\n', ",", [["a,b", "c"]]],
    ['5"x,b\n', ",", [['5"x', "b"]]],
    ['"1"  "2" 3\n', " ", [["1", "2", "3"]]],
  ])("splits %j", (text, separator, cells) => {
    expect(split([text], separator)).toEqual(cells.map((row, i) => ({ line: i + 1, cells: row, malformed: false })));
  });

  it("counts lines through quoted line breaks and lines passed over", () => {
    expect(split(['# "one\n# two\na,"x\ny\nz"\nb,c\n'], ",", 2).map(({ line }) => line)).toEqual([3, 6]);
    expect(split(["# a comm", "ent\n", "a,b\n"], ",", 1)).toEqual([{ line: 2, cells: ["a", "b"], malformed: false }]);
  });

  it.each(['"a"b,c\n"d",e\n', 'a,"b\n', '1,2\n"x'])("marks a quote that is not closed well: %j", (text) => {
    expect(split([text]).some(({ malformed }) => malformed)).toBe(true);
  });

  it("refuses a line that does not end", () => {
    expect(() => split(["a,b\n", "7".repeat(MAX_LINE_BYTES), "77"])).toThrow(ProblemError);
    expect(() => split(["a,b\n", '"', "7\n".repeat(MAX_LINE_BYTES)])).toThrow(/line 2/);
  });

  it.each<Separator>([",", ";", "\t", " "])("gives the same rows as Papa Parse, good and malformed ones, between %j", (separator) => {
    const texts = fc.string({ unit: fc.constantFrom("a", "7", "é", " ", "\u00a0", '"', '"', separator, separator, "\n"), maxLength: 60 });
    fc.assert(
      fc.property(texts, (text) => {
        expect(split([`${text}\n`], separator)).toEqual(splitByPapa(`${text}\n`, separator));
      }),
      { numRuns: 5000 },
    );
  });

  it("looks at each character once, whatever the quotes in a broken row and the pieces it comes in", () => {
    const codes = vi.spyOn(String.prototype, "charCodeAt");
    const looks = (text: string, pieces: number): number => {
      codes.mockClear();
      split(Array.from({ length: pieces }, (_, piece) => text.slice((piece * text.length) / pieces, ((piece + 1) * text.length) / pieces)));
      return codes.mock.calls.length;
    };
    for (const text of [`1,"${'"a'.repeat(500)}${" ".repeat(1000)}\n2,3\n`, `1,"${"\n".repeat(2000)}`, `1,"${'"b" '.repeat(500)}\n2,3\n`]) {
      for (const pieces of [1, 10, 1000]) expect(looks(text, pieces)).toBeLessThan(3 * text.length);
    }
    codes.mockRestore();
  });

  it("does not depend on where the text is cut into pieces", () => {
    const texts = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", " "), maxLength: 40 });
    fc.assert(
      fc.property(texts, fc.array(fc.nat({ max: 40 }), { maxLength: 6 }), (text, cuts) => {
        const ends = [...cuts.map((cut) => Math.min(cut, text.length)), text.length].sort((a, b) => a - b);
        const pieces = ends.map((end, i) => text.slice(i === 0 ? 0 : ends[i - 1], end));
        expect(split(pieces)).toEqual(split([text]));
      }),
      { numRuns: 1000 },
    );
  });
});
