import { describe, expect, it } from "vitest";
import { unwrapMidnights } from "./clock-days.ts";

const HOUR = 3600;

function unwrap(hours: readonly number[], patient: readonly number[] = hours.map(() => 0)) {
  const midnights: number[] = [];
  const timeS = Float64Array.from(hours, (hour) => hour * HOUR);
  const unwrapped = unwrapMidnights(timeS, Uint32Array.from(patient), Math.max(...patient) + 1, (row) => midnights.push(row));
  expect([...timeS]).toEqual(hours.map((hour) => hour * HOUR));
  return { hours: Array.from(unwrapped, (time) => time / HOUR), midnights };
}

describe("unwrapMidnights", () => {
  it("adds a day after each midnight, for each patient on its own", () => {
    expect(unwrap([23, 22, 1, 23.5, 2, 0.5], [0, 1, 0, 1, 0, 1])).toEqual({ hours: [23, 22, 25, 23.5, 26, 24.5], midnights: [2, 5] });
    expect(unwrap([13, 0.5, 12, 23, 1])).toEqual({ hours: [13, 24.5, 36, 47, 49], midnights: [1, 4] });
  });

  it("leaves rows out of order and long pauses alone", () => {
    expect(unwrap([5, 3, 6])).toEqual({ hours: [5, 3, 6], midnights: [] });
    expect(unwrap([0, 13, 14])).toEqual({ hours: [0, 13, 14], midnights: [] });
  });

  it("puts a row from before midnight back before it", () => {
    expect(unwrap([23, 0.5, 23.5, 1]).hours).toEqual([23, 24.5, 23.5, 25]);
  });

  it("takes times beyond 24 hours as they are", () => {
    expect(unwrap([23, 0.5, 25])).toEqual({ hours: [23, 0.5, 25], midnights: [] });
  });
});
