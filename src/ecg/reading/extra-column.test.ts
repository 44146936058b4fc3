import { describe, expect, it } from "vitest";
import { ExtraColumnBuilder } from "./extra-column.ts";

function build(cells: readonly string[], decimal: "." | "," = ".") {
  const builder = new ExtraColumnBuilder("note", decimal);
  for (const cell of cells) builder.push(`<${cell}>`, 1, cell.length + 1);
  return builder.finish();
}

describe("ExtraColumnBuilder", () => {
  it("keeps numbers, with NaN where there is none", () => {
    expect(build(["1", "", "-2.5", "NA"])).toEqual({ kind: "number", name: "note", values: Float64Array.of(1, NaN, -2.5, NaN) });
    expect(build(["1,5"], ",")).toEqual({ kind: "number", name: "note", values: Float64Array.of(1.5) });
  });

  it("becomes text at the first cell that is none, and keeps what came before", () => {
    expect(build(["1.5", "", "x", "1.5"])).toEqual({ kind: "text", name: "note", codes: Uint32Array.of(0, 1, 2, 0), texts: ["1.5", "", "x"] });
  });

  it.each(["007", "-01", "12345678901234567890", "1e999", "inf", "0x1", "-", "?", "none", "n/a"])("keeps %s as a text", (cell) => {
    expect(build([cell])).toMatchObject({ kind: "text", texts: [cell] });
  });

  it.each(["0", "0.5", "-0.5", "10"])("takes %s for a number", (cell) => expect(build([cell])).toMatchObject({ kind: "number" }));
});
