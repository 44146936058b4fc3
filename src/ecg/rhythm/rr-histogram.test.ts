import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rrHistogram } from "./rr-histogram.ts";
import { rrSeries } from "./rr-series.ts";
import { classesOf, peaksAfter, repeated, seriesOf } from "./testing.ts";

const total = (counts: Uint32Array) => counts.reduce((sum, count) => sum + count, 0);

describe("rrHistogram", () => {
  it("has bins of whole samples, near 1/128 s", () => {
    const at360 = rrSeries(Uint32Array.from({ length: 400 }, (_, beat) => beat * 300), { samplingRateHz: 360 });
    expect(rrHistogram(at360)?.binWidthMs).toBeCloseTo(3000 / 360);
    expect(rrHistogram(seriesOf(repeated(800, 400)))?.binWidthMs).toBe(8);
  });
  it("has wider ones for a short recording", () => {
    expect(rrHistogram(seriesOf(repeated(800, 20)))?.binWidthMs).toBe(31);
  });
  it("counts NN intervals apart from the others, the bin's edges half a sample below its lengths", () => {
    const histogram = rrHistogram(seriesOf([...repeated(800, 300), 500, 1100, 800], { classes: classesOf(`${"N".repeat(301)}VNN`) }));
    expect(histogram?.fromMs).toBe(495.5);
    expect(histogram && [total(histogram.nn), total(histogram.other)]).toEqual([301, 2]);
    expect(histogram?.nn[(800 - 496) / 8]).toBe(301);
  });
  it("counts long pauses in its last bin and says how many", () => {
    const histogram = rrHistogram(seriesOf([...repeated(800, 2000), 9000, 800]));
    expect(histogram?.beyond).toBe(1);
    expect(histogram?.other.at(-1)).toBe(1);
    expect(histogram?.other.length).toBeLessThan(60);
  });
  it("is null without intervals", () => {
    expect(rrHistogram(seriesOf([]))).toBeNull();
  });
  it("counts every interval once, within its bins' range unless beyond", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 150, max: 4000 }), { minLength: 1, maxLength: 500 }), fc.constantFrom(100, 130, 250, 360, 1000), (lengths, samplingRateHz) => {
        const rr = rrSeries(peaksAfter(lengths), { samplingRateHz });
        const histogram = rrHistogram(rr);
        if (histogram === null) throw new Error("There are intervals.");
        const { fromMs, binWidthMs, nn, other, beyond } = histogram;
        expect(total(nn) + total(other)).toBe(lengths.length);
        const toMs = fromMs + binWidthMs * nn.length;
        expect(rr.intervalMs.filter((ms) => ms > toMs)).toHaveLength(beyond);
        expect(rr.intervalMs.every((ms) => ms > fromMs)).toBe(true);
      }),
    );
  });
});
