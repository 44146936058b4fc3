import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AAMI, CLASSES } from "../beats/classes.ts";
import { UNLABELLED } from "../table.ts";
import { instantaneousRate, intervalBeforeBeat, rrSeries } from "./rr-series.ts";
import { classesOf, peaksAfter, repeated, seriesOf } from "./testing.ts";

const normalOf = (intervalsMs: readonly number[], classes: Uint8Array | null = null) => Array.from(seriesOf(intervalsMs, { classes }).isNormal);

describe("rrSeries", () => {
  it("has an interval less than there are peaks, in ms", () => {
    const { endBeat, intervalMs } = rrSeries(Uint32Array.of(77, 370, 662), { samplingRateHz: 360 });
    expect(Array.from(endBeat)).toEqual([1, 2]);
    expect(intervalMs[0]).toBeCloseTo(813.8889, 4);
    expect(instantaneousRate({ intervalMs })[0]).toBeCloseTo(73.7201, 4);
    for (const none of [new Uint32Array(0), Uint32Array.of(5)]) expect(rrSeries(none, { samplingRateHz: 360 }).intervalMs).toHaveLength(0);
  });

  it("leaves out an interval across an unusable stretch, unless the stretch is too short to hide a beat", () => {
    const stretch = (from: number, to: number) => ({ from, to, cause: "saturated" as const });
    const counted = (...unusable: ReturnType<typeof stretch>[]) => Array.from(seriesOf(repeated(800, 4), { unusable }).endBeat);
    expect(counted(stretch(1000, 1100))).toEqual([1, 3, 4]);
    expect(counted(stretch(1000, 1079))).toEqual([1, 2, 3, 4]);
    expect(counted(stretch(700, 900))).toEqual([3, 4]);
    expect(counted(stretch(0, 100), stretch(850, 3100))).toEqual([]);
    expect(counted(stretch(3200 + 1, 9999))).toEqual([1, 2, 3, 4]);
    expect(Array.from(intervalBeforeBeat(seriesOf([800, 810, 820], { unusable: [stretch(900, 1000)] })))).toEqual([0, 800, 0, 820]);
  });

  it("marks what is more than a fifth off the interval before", () => {
    expect(normalOf([1000, 1200, 1000, 799, 1000, 801])).toEqual([1, 1, 1, 0, 0, 1]);
  });

  it("takes intervals of ectopic beats out, and compares the next with the last that is left", () => {
    expect(normalOf([800, 500, 1100, 800, 810], classesOf("NNVNNN"))).toEqual([1, 0, 0, 1, 1]);
    expect(normalOf([800, 820, 800], classesOf("NSFQ"))).toEqual([0, 0, 0]);
    expect(normalOf([800, 820], Uint8Array.of(UNLABELLED, UNLABELLED, AAMI.N))).toEqual([1, 1]);
  });

  it("refuses peaks that do not ascend, and classes of other beats", () => {
    expect(() => rrSeries(Uint32Array.of(10, 10), { samplingRateHz: 360 })).toThrow(RangeError);
    expect(() => rrSeries(Uint32Array.of(10, 20), { samplingRateHz: 360, classes: classesOf("N") })).toThrow("1 classes for 2 R peaks");
    expect(() => rrSeries(Uint32Array.of(10, 20), { samplingRateHz: 0 })).toThrow(RangeError);
  });

  it("counts just the intervals that no long stretch touches", () => {
    const scene = fc.record({ steps: fc.array(fc.integer({ min: 1, max: 3000 }), { maxLength: 40 }), cuts: fc.uniqueArray(fc.nat({ max: 60_000 }), { maxLength: 12 }) });
    fc.assert(
      fc.property(scene, ({ steps, cuts }) => {
        const peaks = peaksAfter(steps);
        const ends = cuts.toSorted((a, b) => a - b);
        const unusable = Array.from({ length: ends.length >> 1 }, (_, i) => ({ from: ends[2 * i], to: ends[2 * i + 1], cause: "missing" as const }));
        const expected = steps.flatMap((_, i) => (unusable.some(({ from, to }) => to - from >= 80 && from <= peaks[i + 1] && to > peaks[i]) ? [] : [i + 1]));
        const { endBeat, intervalMs } = rrSeries(peaks, { samplingRateHz: 1000, unusable });
        expect(Array.from(endBeat)).toEqual(expected);
        expect(Array.from(intervalMs)).toEqual(expected.map((beat) => steps[beat - 1]));
      }),
    );
  });
});

it("names the classes of EC57 by their place", () => {
  expect(Object.entries(AAMI)).toEqual(CLASSES.aami.map(({ code }, index) => [code, index]));
});
