import { describe, expect, it } from "vitest";
import { buffersOf, buffersToMove } from "./buffers.ts";

describe("buffersOf", () => {
  it("finds each buffer once, in records, arrays and views that share it", () => {
    const shared = new ArrayBuffer(16);
    const own = new Float32Array(3);
    const value = {
      left: new Uint8Array(shared, 0, 8),
      right: [new Uint8Array(shared, 8), { deep: own }, null, "text", 5],
      nothing: undefined,
    };
    expect(buffersOf(value)).toEqual([shared, own.buffer]);
  });

  it("leaves alone what is not plain data", () => {
    expect(buffersOf(new Map([["key", new Float64Array(1)]]))).toEqual([]);
    expect(buffersOf(null)).toEqual([]);
  });
});

describe("buffersToMove", () => {
  it("takes all of a few", () => {
    const value = [new Uint8Array(1), new Float64Array(9)];
    expect(buffersToMove(value)).toEqual(value.map(({ buffer }) => buffer));
  });

  it("takes the largest of very many", () => {
    const large = new Float64Array(9);
    const moved = buffersToMove([...Array.from({ length: 20_000 }, () => new Uint8Array(1)), large]);
    expect(moved).toHaveLength(10_000);
    expect(moved).toContain(large.buffer);
  });
});
