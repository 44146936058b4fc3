import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { csvCell } from "./csv-cell.ts";

describe("csvCell", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", `"'\t'=1"`],
    [" =1+1", "' =1+1"],
    ["＝1+1", "'＝1+1"],
    ["P 1;=1+1", `"P 1;'=1+1"`],
    ["a; b", '"a; b"'],
    ["-3.5", "-3.5"],
    ["+1e-3", "+1e-3"],
    ["007", "007"],
    ['say "hi", twice', '"say ""hi"", twice"'],
    ["=A,B", `"'=A,B"`],
    ["two\nlines", '"two\nlines"'],
    ["", ""],
  ])("writes %j as %j", (text, cell) => expect(csvCell(text)).toBe(cell));

  it("comes back as itself, and never as a formula, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 12 }), { minLength: 2, maxLength: 5 }), (texts) => {
        const [row] = Papa.parse<string[]>(texts.map(csvCell).join(","), { delimiter: ",", newline: "\n" }).data;
        expect(row).toHaveLength(texts.length);
        row.forEach((cell, i) => {
          expect(cell.replaceAll("'", "")).toBe(texts[i].replaceAll("'", ""));
          if (/^\s*[=@]|^[\t\r]/.test(texts[i])) expect(cell.startsWith("'")).toBe(true);
        });
      }),
    );
  });
});
