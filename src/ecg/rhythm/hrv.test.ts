import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heartRateVariability } from "./hrv.ts";
import { rrSeries } from "./rr-series.ts";
import { classesOf, repeated, seriesOf } from "./testing.ts";

/** Waves and scatter, every tenth interval 300 ms short. */
const varied = (intervals: number) =>
  Array.from({ length: intervals }, (_, i) => 800 + Math.round(60 * Math.sin(i / 7)) + ((i * i * 37) % 67) - 33 - (i % 10 === 3 ? 300 : 0));

describe("heartRateVariability", () => {
  it("agrees with NumPy on 500 intervals, 100 of which are left out", () => {
    const hrv = heartRateVariability(seriesOf(varied(500)));
    expect(hrv).toMatchObject({ nnIntervals: 400, nnPairs: 349, leftOut: 100 });
    expect(hrv.usableS).toBeCloseTo(320.098, 9);
    expect(hrv.meanRateBpm).toBeCloseTo(74.97703828202613, 9);
    expect(hrv.sdnnMs).toBeCloseTo(46.82367045937578, 9);
    expect(hrv.rmssdMs).toBeCloseTo(26.50949983801828, 9);
    expect(hrv.pnn50).toBeCloseTo(0.04011461318051576, 9);
    expect(hrv.sd1Ms).toBeCloseTo(18.771959333037103, 9);
    expect(hrv.sd2Ms).toBeCloseTo(63.7918638006862, 9);
  });

  it("says nothing where there is too little to tell", () => {
    const twoMinutes = heartRateVariability(seriesOf(varied(200)));
    expect(twoMinutes).toMatchObject({ sdnnMs: null, sd2Ms: null });
    expect(twoMinutes.rmssdMs).toBeGreaterThan(20);
    const halfAMinute = heartRateVariability(seriesOf(repeated(1000, 30)));
    expect(halfAMinute).toEqual({
      nnIntervals: 30, nnPairs: 29, leftOut: 0, usableS: 30, meanRateBpm: 60,
      sdnnMs: null, rmssdMs: null, pnn50: null, sd1Ms: null, sd2Ms: null,
    });
    for (const peaks of [new Uint32Array(0), Uint32Array.of(7)]) {
      expect(heartRateVariability(rrSeries(peaks, { samplingRateHz: 250 }))).toMatchObject({ nnIntervals: 0, usableS: 0, meanRateBpm: null, sdnnMs: null });
    }
  });

  it("counts a difference of just 50 ms in no pNN50, at any sampling rate", () => {
    const steps = [300, 318, 300, 318, 337];
    let sample = 0;
    const peaks = Uint32Array.from([0, ...Array.from({ length: 100 }, (_, i) => (sample += steps[i % steps.length]))]);
    // Of 5 steps in turn +18, −18, +18, +19, −37 samples; 18 at 360 Hz are 50 ms.
    expect(heartRateVariability(rrSeries(peaks, { samplingRateHz: 360 })).pnn50).toBeCloseTo(39 / 99, 9);
  });

  it("pairs no intervals across an ectopic beat or an unusable stretch", () => {
    const around = [...repeated(800, 40), ...repeated(900, 40)];
    const least = { leastForSdnnS: 0, leastForRmssdS: 0 };
    expect(heartRateVariability(seriesOf(around), least).rmssdMs).toBeCloseTo(Math.sqrt(100 ** 2 / 79), 9);
    const classes = classesOf("N".repeat(81)).fill(2, 40, 41);
    expect(heartRateVariability(seriesOf(around, { classes }), least)).toMatchObject({ nnPairs: 76, rmssdMs: 0, leftOut: 2 });
    const unusable = [{ from: 32_100, to: 32_300, cause: "flat" as const }];
    expect(heartRateVariability(seriesOf(around, { unusable }), least)).toMatchObject({ nnPairs: 77, rmssdMs: 0, leftOut: 0 });
  });

  it("keeps Brennan's relations and is never NaN", () => {
    const steps = fc.array(fc.integer({ min: 300, max: 2500 }), { maxLength: 80 });
    fc.assert(
      fc.property(steps, (intervals) => {
        const hrv = heartRateVariability(seriesOf(intervals), { leastForSdnnS: 0, leastForRmssdS: 0 });
        for (const figure of Object.values(hrv)) expect(figure === null || (Number.isFinite(figure) && figure >= 0)).toBe(true);
        // The mean difference is no part of SD1: 2 SD1² (n − 1) / n = RMSSD² − (mean difference)².
        if (hrv.sd1Ms !== null && hrv.rmssdMs !== null) {
          expect(2 * hrv.sd1Ms ** 2 * ((hrv.nnPairs - 1) / hrv.nnPairs)).toBeLessThanOrEqual(hrv.rmssdMs ** 2 * (1 + 1e-9));
        }
      }),
    );
  });
});
