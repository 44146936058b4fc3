import fc from "fast-check";
import { fileOf, type Files } from "../file-target.ts";
import { HOSTILE_NUMBERS, HOSTILE_TEXTS } from "../mutate/hostile.ts";

/** Files of bytes that mean nothing, of texts, and of rows of odd cells; `words` are those that a reader looks for. */
export function arbitraryTables(names: readonly string[], words: readonly string[]): fc.Arbitrary<Files> {
  const cell = fc.oneof(
    { weight: 4, arbitrary: fc.double({ min: -1000, max: 1000, noNaN: true }).map((value) => value.toPrecision(4)) },
    { weight: 2, arbitrary: fc.nat({ max: 300 }).map(String) },
    { weight: 2, arbitrary: fc.constantFrom(...words) },
    fc.constantFrom(...HOSTILE_NUMBERS),
    fc.constantFrom(...HOSTILE_TEXTS),
    fc.string({ maxLength: 8 }),
  );
  const style = fc.record({ separator: fc.constantFrom(",", ";", "\t", " "), lineEnd: fc.constantFrom("\n", "\r\n", "\r") });
  const regular = fc
    .integer({ min: 1, max: 6 })
    .chain((width) => fc.tuple(style, fc.array(fc.constantFrom(...words), { minLength: width, maxLength: width }), fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 })))
    .map(([{ separator, lineEnd }, header, rows]) => [header, ...rows].map((cells) => cells.join(separator)).join(lineEnd));
  const content = fc.oneof(
    { weight: 5, arbitrary: regular },
    { weight: 3, arbitrary: fc.array(fc.oneof(cell, fc.constantFrom(",", ";", "\t", "\n", '"', "\r", "#", "sep=;")), { maxLength: 60 }).map((pieces) => pieces.join("")) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  );
  return fc.array(fc.tuple(fc.constantFrom(...names), content), { minLength: 1, maxLength: 2 }).map((files) => files.map(([name, own]) => fileOf(name, own)));
}
