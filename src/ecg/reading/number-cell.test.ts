import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMissingMark, MISSING, parseNumber, UNREADABLE, type DecimalMark } from "./number-cell.ts";

/** What numpy's `%.18e` writes, with `digits` in place of 18: exact decimals, which `toExponential` gives up to 100 digits. */
const longForm = (value: number, digits: number) => value.toExponential(digits).replace(/e([+-])(\d)$/, "e$10$2");

/** The decimal in the middle between two neighbouring doubles near 1, or one unit of its last digit beside it: the hardest to round. */
const betweenDoubles = fc.tuple(fc.bigInt({ min: 1n << 52n, max: (1n << 53n) - 1n }), fc.integer({ min: 2, max: 12 }), fc.integer({ min: -1, max: 1 })).map(([mantissa, bits, beside]) => {
  const half = (2n * mantissa + 1n) * 5n ** BigInt(bits);
  return `${half + BigInt(beside)}e-${bits}`;
});

const parse = (cell: string, decimal: DecimalMark = ".") => parseNumber(`x${cell}x`, 1, cell.length + 1, decimal);

describe("parseNumber", () => {
  it.each([
    ["0", 0], ["-0", -0], ["7", 7], ["-7.25", -7.25], ["+7", 7], [".5", 0.5], ["5.", 5], ["007.50", 7.5],
    ["1e3", 1000], ["1E-3", 0.001], ["1e-400", 0], ["123456789012345678", 123456789012345680], ["0.1", 0.1], ["69.01", 69.01],
  ])("reads %s", (cell, value) => expect(parse(cell)).toBe(value));

  it.each(["", "NA", "na", "N/A", "NaN", "nan", "null", "NULL", "None", "-", "?"])("%j is missing", (cell) => {
    expect(parse(cell)).toBe(MISSING);
    expect(isMissingMark(cell)).toBe(true);
  });

  it.each(["inf", "-Infinity", "1e999", "abc", "7a", "a7", "1.2.3", "--5", "+-5", ".", "e5", "1e", "0x10", "1_000", "1,5", "1,234.5", "1 000", "٣", "7%"])(
    "%j is unreadable",
    (cell) => expect(parse(cell)).toBe(UNREADABLE),
  );

  it("takes only the table's decimal mark", () => {
    expect(parse("71,5", ",")).toBe(71.5);
    expect(parse("-,5e1", ",")).toBe(-5);
    expect(parse("123456789,0123456789", ",")).toBe(Number("123456789.0123456789"));
    for (const cell of ["71.5", "1.234,5", "1,2,3"]) expect(parse(cell, ",")).toBe(UNREADABLE);
  });

  it("is what Number makes of every finite number, in any notation", () => {
    const notations = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc.tuple(fc.double({ min: -1e20, max: 1e20, noNaN: true }), fc.nat({ max: 20 })).map(([value, digits]) => value.toFixed(digits)),
      fc.tuple(fc.integer(), fc.nat()).map(([whole, decimals]) => `${whole}.${decimals}`),
      ...[6, 7, 14, 15, 16, 18, 25, 30].map((digits) => fc.double({ min: -50, max: 50, noNaN: true }).map((value) => longForm(value, digits))),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => longForm(value, 18)),
      fc.float({ min: 0, max: 1, noNaN: true }).map((value) => longForm(value, 18)),
      betweenDoubles,
      fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 31n }), fc.integer({ min: -330, max: 30 })).map(([digits, exponent]) => `${digits}e${exponent}`),
    );
    fc.assert(
      fc.property(notations, (cell) => {
        expect(parse(cell)).toBe(Number(cell));
        expect(parse(cell.replace(".", ","), ",")).toBe(Number(cell));
      }),
      { numRuns: 20_000 },
    );
  });
});
