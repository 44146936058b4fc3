import { describe, expect, it } from "vitest";
import { slopeAt } from "./slope.ts";

const samplesOf = (count: number, of: (i: number) => number) => Float64Array.from({ length: count }, (_, i) => of(i));

describe("slopeAt", () => {
  it("is that of a straight line at every scale", () => {
    const line = samplesOf(400, (i) => 0.002 * i);
    for (const scaleMs of [1, 3.5, 12, 25]) for (const slope of slopeAt(scaleMs, line, 500).slice(100, 300)) expect(slope).toBeCloseTo(1, 9);
  });

  it("is the derivative of a Gaussian made wider by the scale: variances add up", () => {
    const [sigmaMs, scaleMs, samplingRateHz] = [20, 15, 1000];
    const slope = slopeAt(scaleMs, samplesOf(601, (i) => Math.exp(-((i - 300) ** 2) / (2 * sigmaMs ** 2))), samplingRateHz);
    const wider = Math.hypot(sigmaMs, scaleMs);
    slope.forEach((value, i) => {
      const t = i - 300;
      const derivative = (-t / wider ** 2) * (sigmaMs / wider) * Math.exp(-(t ** 2) / (2 * wider ** 2)) * samplingRateHz;
      expect(Math.abs(value - derivative)).toBeLessThan(0.6);
    });
  });

  it("is the same at every sampling rate", () => {
    const at = (rateHz: number) => slopeAt(20, samplesOf(rateHz, (i) => Math.sin((2 * Math.PI * 3 * i) / rateHz)), rateHz);
    const [slow, fast] = [at(125), at(1000)];
    for (let i = 25; i < 100; i++) expect(Math.abs(slow[i] - fast[8 * i])).toBeLessThan(0.2);
  });

  it("is zero beyond a constant, also at the ends", () => {
    for (const slope of slopeAt(30, new Float64Array(5).fill(2), 360)) expect(slope).toBeCloseTo(0, 9);
  });
});
