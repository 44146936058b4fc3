import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseClock, parseIso, parseTime } from "./time-cell.ts";

describe("parseClock", () => {
  it.each([["0:00:00", 0], ["1:02:03", 3723], ["01:02:03.5", 3723.5], ["1:02:03,25", 3723.25], ["100:00:00", 360_000]])("%s", (cell, timeS) =>
    expect(parseClock(cell)).toBe(timeS),
  );
  it.each(["", "1:2:3", "1:60:00", "1:00:60", "12:30", "-1:00:00", "1:00:00 PM", "1:00:00."])("%j is none", (cell) => expect(parseClock(cell)).toBeNaN());
});

describe("parseIso", () => {
  it.each([
    ["1970-01-01", 0],
    ["1970-01-01T00:00:01Z", 1],
    ["2024-03-01 12:00:00", Date.UTC(2024, 2, 1, 12) / 1000],
    ["2024-03-01T12:00", Date.UTC(2024, 2, 1, 12) / 1000],
    ["2024/03/01 12:00:00", Date.UTC(2024, 2, 1, 12) / 1000],
    ["2024-02-29T23:59:59.999Z", Date.UTC(2024, 1, 29, 23, 59, 59, 999) / 1000],
    ["2024-03-01T12:00:00+05:30", Date.UTC(2024, 2, 1, 6, 30) / 1000],
    ["2024-03-01T12:00:00-0100", Date.UTC(2024, 2, 1, 13) / 1000],
    ["2024-03-01 12:00:00 +02", Date.UTC(2024, 2, 1, 10) / 1000],
    ["1969-12-31T23:59:59Z", -1],
  ])("%s", (cell, timeS) => expect(parseIso(cell)).toBe(timeS));

  it.each(["", "2024", "2024-13-01", "2024-00-01", "2023-02-29", "1900-02-29", "2024-04-31", "2024-03-01T24:00:00", "01/03/2024", "01.03.2024", "2024-03/01", "24-03-01"])(
    "%j is none",
    (cell) => expect(parseIso(cell)).toBeNaN(),
  );

  it("agrees with Date on every date it writes", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("0000-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59.999Z"), noInvalidDate: true }), (date) => {
        expect(Math.round(parseIso(date.toISOString()) * 1000)).toBe(date.getTime());
      }),
      { numRuns: 1000 },
    );
  });
});

describe("parseTime", () => {
  const parse = (cell: string, kind: Parameters<typeof parseTime>[3], decimal: "." | "," = ".") => parseTime(cell, 0, cell.length, kind, decimal);

  it("gives seconds for every kind", () => {
    expect(parse("1.5", "seconds")).toBe(1.5);
    expect(parse("1,5", "seconds", ",")).toBe(1.5);
    expect(parse("1500", "milliseconds")).toBe(1.5);
    expect(parse("0:00:01.5", "clock")).toBe(1.5);
    expect(parse("1970-01-01 00:00:01.5", "iso")).toBe(1.5);
  });

  it.each(["", "NA", "inf", "1e999", "soon"])("%j is NaN", (cell) => {
    for (const kind of ["seconds", "milliseconds", "clock", "iso"] as const) expect(parse(cell, kind)).toBeNaN();
  });
});
