import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOVE_KEYS, placeAfter } from "./grid-moves.ts";

/** 0 1 2 3 / 4 5 6 7 / 8 9 */
const shape = { count: 10, columns: 4, rowsInSight: 2 };

describe("placeAfter", () => {
  it("goes along the rows and stops at the ends", () => {
    expect(placeAfter("ArrowRight", 3, shape)).toBe(4);
    expect(placeAfter("ArrowLeft", 4, shape)).toBe(3);
    expect(placeAfter("ArrowLeft", 0, shape)).toBe(0);
    expect(placeAfter("ArrowRight", 9, shape)).toBe(9);
  });
  it("goes up and down within a column", () => {
    expect(placeAfter("ArrowDown", 1, shape)).toBe(5);
    expect(placeAfter("ArrowUp", 5, shape)).toBe(1);
    expect(placeAfter("ArrowUp", 2, shape)).toBe(2);
  });
  it("goes down into a last row that is not full, and no further", () => {
    expect(placeAfter("ArrowDown", 7, shape)).toBe(9);
    expect(placeAfter("ArrowDown", 8, shape)).toBe(8);
  });
  it("goes by screens", () => {
    expect(placeAfter("PageDown", 1, shape)).toBe(9);
    expect(placeAfter("PageDown", 3, shape)).toBe(9);
    expect(placeAfter("PageUp", 9, shape)).toBe(1);
    expect(placeAfter("PageUp", 5, shape)).toBe(1);
  });
  it("goes to the ends", () => {
    expect(placeAfter("Home", 6, shape)).toBe(0);
    expect(placeAfter("End", 6, shape)).toBe(9);
  });
  it("never leaves the grid", () => fc.assert(fc.property(
    fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 9 }), fc.nat(), fc.constantFrom(...MOVE_KEYS),
    (count, columns, rowsInSight, from, key) => {
      const place = placeAfter(key, from % count, { count, columns, rowsInSight });
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThan(count);
    },
  )));
});
