import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellTexts, type CellRow } from "./cell-row.ts";
import type { Dialect } from "./dialect.ts";
import { parseNumber } from "./number-cell.ts";
import { RowSplitter } from "./row-splitter.ts";
import { readNumberLine } from "./number-line.ts";

const COMMAS: Dialect = { separator: ",", decimal: "." };

function read(line: string, dialect = COMMAS, most = 20): number[] | null {
  const bytes = new TextEncoder().encode(`x${line}\n9`);
  const cells = new Float64Array(most);
  const count = readNumberLine(bytes, 1, bytes.length - 2, { dialect, cells });
  return count < 0 ? null : [...cells.subarray(0, count)];
}

/** The same line through the splitter, whose numbers are those of the heart-rate reader. */
function readAsText(line: string, { separator, decimal }: Dialect): number[] {
  let cells: string[] = [];
  const splitter = new RowSplitter({ separator, fileName: "", onRow: (row: CellRow) => (cells = cellTexts(row)) });
  splitter.feed(`${line.replace(/\r$/, "")}\n`);
  return cells.map((cell) => parseNumber(cell, 0, cell.length, decimal));
}

describe("readNumberLine", () => {
  it.each<[string, number[]]>([
    ["1", [1]],
    ["1.000000000000000000e+00,-2.5e-1,0", [1, -0.25, 0]],
    [" 1 , 2 ,.5,5. \r", [1, 2, 0.5, 5]],
    ["9.779411554336547852e-01,1e3,-0", [0.9779411554336547852, 1000, -0]],
  ])("reads %j", (line, values) => expect(read(line)).toEqual(values));

  it.each(["", ",", "1,", ",1", "1,,2", "1,x", "1 2", "1,2e", "1,2e+", "--1", "-", ".", "1..2", "NaN", "+1", '"1"', "1;2", "1\r,2", "1\r\r", "é", "1,2e1000"])("leaves %j to the splitter", (line) => {
    expect(read(line)).toBeNull();
  });

  it("leaves a line of more cells than fit to the splitter", () => {
    expect(read("1,2,3", COMMAS, 3)).toEqual([1, 2, 3]);
    expect(read("1,2,3,4", COMMAS, 3)).toBeNull();
  });

  it("counts runs of spaces once, and takes only the table's decimal mark", () => {
    expect(read("  1   2.5  3 ", { separator: " ", decimal: "." })).toEqual([1, 2.5, 3]);
    expect(read("1,5;2", { separator: ";", decimal: "," })).toEqual([1.5, 2]);
    expect(read("1.5;2", { separator: ";", decimal: "," })).toBeNull();
  });

  it("reads what the splitter reads, or leaves it", () => {
    const pieces = fc.constantFrom("0", "1", "25", ".", ",", ";", " ", "-", "+", "e", "E-0", "\t", "1.125218300000000052e-01", "0.00000000000000000000012", "123456789012345678901", "\r");
    const dialects = fc.constantFrom<Dialect>(COMMAS, { separator: ";", decimal: "," }, { separator: " ", decimal: "." }, { separator: "\t", decimal: "." });
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), dialects, (texts, dialect) => {
        const line = texts.join("");
        const cells = read(line, dialect);
        if (cells !== null) expect(cells).toEqual(readAsText(line, dialect));
      }),
      { numRuns: 5000 },
    );
  });
});
