import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BOUNDARIES, NOT_FOUND, type Boundary, type Delineation } from "../../../../ecg/delineation/delineation.ts";
import { moveCalipers, readCalipers, snapTime, startCalipers, type MeasuredLead } from "./caliper-maths.ts";

function leadOf(samples: readonly number[], peaks: readonly number[] = [], marks: Partial<Record<Boundary, readonly number[]>> = {}): MeasuredLead {
  const delineation = Object.fromEntries(BOUNDARIES.map((boundary) => [boundary, Int32Array.from(marks[boundary] ?? peaks.map(() => NOT_FOUND))])) as unknown as Delineation;
  return { samplesMv: Float32Array.from(samples), samplingRateHz: 100, peakSample: Uint32Array.from(peaks), delineation };
}

describe("readCalipers", () => {
  it("gives ms, bpm and mV from the earlier to the later moment, whichever was placed first", () => {
    const samples = Array.from({ length: 200 }, (_, i) => i / 100);
    const reading = readCalipers({ firstS: 1.5, secondS: 0.7 }, leadOf(samples));
    expect(reading.intervalMs).toBeCloseTo(800);
    expect(reading.rateBpm).toBeCloseTo(75);
    expect(reading.differenceMv).toBeCloseTo(0.8);
  });

  it("has no rate where both stand on one moment, and reads the last sample beyond the end", () => {
    expect(readCalipers({ firstS: 1, secondS: 1 }, leadOf([1, 2]))).toEqual({ intervalMs: 0, rateBpm: null, differenceMv: 0 });
    expect(readCalipers({ firstS: 0, secondS: 9 }, leadOf([1, 3])).differenceMv).toBe(2);
  });
});

describe("snapTime", () => {
  const ramp = Array.from({ length: 300 }, (_, i) => i);

  it("takes an R peak before a nearer boundary, a boundary before a peak of the signal", () => {
    const lead = leadOf(ramp.with(143, 999), [100], { tEnd: [140] });
    expect(snapTime(0.97, leadOf(ramp, [100], { qrsOnset: [96] }), 0.05)).toBe(1);
    expect(snapTime(1.42, lead, 0.05)).toBe(1.4);
  });

  it("finds a peak or trough of the signal, else the sample under it", () => {
    expect(snapTime(1.42, leadOf(ramp.with(143, 999)), 0.05)).toBe(1.43);
    expect(snapTime(1.42, leadOf(ramp.with(140, -999)), 0.05)).toBe(1.4);
    expect(snapTime(1.4249, leadOf(ramp), 0.05)).toBe(1.42);
  });

  it("stays within reach and within the lead", () => {
    const samples = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 200 });
    fc.assert(fc.property(samples, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.2, noNaN: true }), (values, share, reachS) => {
      const timeS = (share * (values.length - 1)) / 100;
      const snapped = snapTime(timeS, leadOf(values, values.length > 20 ? [10, 20] : []), reachS);
      expect(Math.abs(snapped - timeS)).toBeLessThanOrEqual(Math.max(reachS, 0.005) + 1e-9);
      expect(snapped).toBeGreaterThanOrEqual(0);
      expect(snapped).toBeLessThanOrEqual((values.length - 1) / 100);
    }));
  });
});

describe("moving calipers", () => {
  it("moves one, or both with their distance kept at the recording's ends", () => {
    const calipers = { firstS: 4, secondS: 3 };
    expect(moveCalipers(calipers, "second", 12, 10)).toEqual({ firstS: 4, secondS: 10 });
    expect(moveCalipers(calipers, "both", 0.2, 10)).toEqual({ firstS: 1, secondS: 0 });
    expect(moveCalipers(calipers, "both", 12, 10)).toEqual({ firstS: 10, secondS: 9 });
  });

  it("begins with two R peaks, else in the thirds of the strip", () => {
    const lead = leadOf([], [100, 180, 260]);
    expect(startCalipers(lead, 1, { fromS: 0, toS: 10 })).toEqual({ firstS: 1.8, secondS: 2.6 });
    expect(startCalipers(lead, null, { fromS: 1.2, toS: 10 })).toEqual({ firstS: 1.8, secondS: 2.6 });
    expect(startCalipers(lead, null, { fromS: 3, toS: 6 })).toEqual({ firstS: 4, secondS: 5 });
  });
});
