import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeRecord, encodeRecord } from "./record-codec.ts";

it("gives back any record of plain data, with typed arrays of every kind and maps", () => {
  const arrays = fc.oneof(
    fc.uint8Array(), fc.int8Array(), fc.uint16Array(), fc.int16Array(), fc.uint32Array(), fc.int32Array(),
    fc.float32Array({ noNaN: true }), fc.float64Array({ noNaN: true }),
  );
  const text = fc.string({ unit: "binary" });
  const values = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, fc.constant(null), fc.boolean(), fc.integer(), fc.double({ noNaN: true }).map((x) => x + 0), text, arrays, fc.array(tie("value")), fc.dictionary(text, tie("value"), { noNullPrototype: true })),
  })).value;
  fc.assert(fc.property(fc.dictionary(text, values, { noNullPrototype: true }), fc.array(fc.tuple(fc.integer(), values)), (record, entries) => {
    const whole = { ...record, map: new Map(entries) };
    expect(decodeRecord(encodeRecord(whole))).toEqual(whole);
  }));
});

it("gives arrays of their own, whatever buffer they were a view of", () => {
  const view = new Float32Array(Float32Array.of(1, 2, 3, 4).buffer, 4, 2);
  const { view: read } = decodeRecord(encodeRecord({ name: "x", view })) as { view: Float32Array };
  expect([...read]).toEqual([2, 3]);
  expect(read.buffer.byteLength).toBe(8);
});

it("refuses what it could not give back", () => {
  for (const value of [new Set([1]), /x/, new Error("x"), new ArrayBuffer(1)]) expect(() => encodeRecord({ value })).toThrow(TypeError);
});
