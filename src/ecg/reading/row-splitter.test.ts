import fc from "fast-check";
import { describe, expect, it } from "vitest";
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

  const cell = fc.string({ unit: fc.constantFrom("a", "7", ".", "-", "é", " ", "\u00a0"), maxLength: 5 });
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 });

  it("gives the same rows by the plain scan as by Papa Parse", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom<Separator>(",", ";", "\t"), (table, separator) => {
        const text = table.map((cells) => `${cells.join(separator)}\n`).join("");
        // One quoted cell at the end sends the whole text through Papa.
        const throughPapa = split([`${text}"q"\n`], separator).slice(0, -1);
        expect(throughPapa).toEqual(split([text], separator));
        const quoted = table.map((cells) => `${cells.map((c) => `"${c}"`).join(separator)}\n`).join("");
        expect(split([quoted], separator)).toEqual(split([text], separator));
      }),
    );
  });

  it("gives the same rows by both with spaces as separator", () => {
    fc.assert(
      fc.property(rows, (table) => {
        const text = table.map((cells) => `${cells.join(" ")}\n`).join("");
        expect(split([`${text}"q"\n`], " ").slice(0, -1)).toEqual(split([text], " "));
      }),
    );
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
