import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstIntervalFrom, INTERVAL_KINDS, intervalKind, intervalTimeS, tachogram } from "./tachogram.ts";
import { classesOf, repeated, seriesOf } from "./testing.ts";

const ectopy = seriesOf([800, 800, 500, 1100, 800, 1600, 800], { classes: classesOf("NNNVNNNN") });

it("tells why an interval is no NN interval", () => {
  expect(Array.from(ectopy.endBeat.keys(), (i) => intervalKind(ectopy, i))).toEqual(["nn", "nn", "ectopic", "ectopic", "nn", "outlier", "outlier"]);
});

it("finds intervals by time", () => {
  expect(firstIntervalFrom(ectopy, 0)).toBe(0);
  expect(firstIntervalFrom(ectopy, 1.6)).toBe(1);
  expect(firstIntervalFrom(ectopy, 1.61)).toBe(2);
  expect(firstIntervalFrom(ectopy, 99)).toBe(7);
});

describe("tachogram", () => {
  it("draws every interval where there is room, each kind by itself", () => {
    const { nn, ectopic, outlier } = tachogram(ectopy, { fromS: 0, toS: 10, columns: 1000 });
    expect([...nn]).toEqual([0, 1, 4]);
    expect([...ectopic]).toEqual([2, 3]);
    expect([...outlier]).toEqual([5, 6]);
  });
  it("keeps the extremes of a column, in the order of time", () => {
    const rr = seriesOf([800, 860, 820, 780, 800]);
    expect([...tachogram(rr, { fromS: 0, toS: 10, columns: 1 }).nn]).toEqual([1, 3]);
    expect([...tachogram(seriesOf(repeated(800, 5)), { fromS: 0, toS: 10, columns: 1 }).nn]).toEqual([0]);
  });
  it("loses no extreme of its window and draws two of a kind a column at most", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 200, max: 3000 }), { minLength: 1, maxLength: 300 }), fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 1, max: 200, noNaN: true }), (lengths, columns, fromS, widthS) => {
        const rr = seriesOf(lengths);
        const toS = fromS + widthS;
        const inside = Array.from(rr.endBeat.keys()).filter((i) => intervalTimeS(rr, i) >= fromS && intervalTimeS(rr, i) <= toS);
        const drawn = tachogram(rr, { fromS, toS, columns });
        for (const kind of INTERVAL_KINDS) {
          const ofKind = inside.filter((i) => intervalKind(rr, i) === kind).map((i) => rr.intervalMs[i]);
          const shown = Array.from(drawn[kind], (i) => rr.intervalMs[i]);
          expect(Math.min(...shown)).toBe(Math.min(...ofKind));
          expect(Math.max(...shown)).toBe(Math.max(...ofKind));
          expect(shown.length).toBeLessThanOrEqual(2 * columns);
          expect([...drawn[kind]]).toEqual([...drawn[kind]].sort((a, b) => a - b));
        }
      }),
    );
  });
});
