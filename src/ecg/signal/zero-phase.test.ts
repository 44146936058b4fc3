import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { butterworth } from "./butterworth.ts";
import { zeroPhase } from "./zero-phase.ts";

const bandPass = butterworth({ kind: "band-pass", lowHz: 5, highHz: 20 }, { order: 2, samplingRateHz: 250 });
const lowPass = butterworth({ kind: "low-pass", edgeHz: 20 }, { order: 3, samplingRateHz: 250 });
const signal = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 300 }).map((values) => Float32Array.from(values, (value) => value / 500));

describe("zeroPhase", () => {
  it("moves no wave: a pulse's answer is symmetric about it", () => {
    const pulse = new Float32Array(501);
    pulse[250] = 1;
    const answer = zeroPhase(bandPass, pulse);
    for (let i = 0; i <= 200; i++) expect(answer[250 - i]).toBeCloseTo(answer[250 + i], 6);
    expect(answer.indexOf(answer.reduce((a, b) => Math.max(a, b), 0))).toBe(250);
  });

  it("is linear, and keeps what a low-pass should: a level and a straight line", () => {
    fc.assert(
      fc.property(signal, fc.double({ min: -3, max: 3, noNaN: true }), (samples, factor) => {
        const scaled = zeroPhase(lowPass, samples.map((value) => value * factor));
        zeroPhase(lowPass, samples).forEach((value, i) => expect(scaled[i]).toBeCloseTo(value * factor, 4));
        expect(zeroPhase(lowPass, new Float32Array(samples.length).fill(factor)).every((value) => Math.abs(value - factor) < 1e-5)).toBe(true);
      }),
    );
    const line = Float32Array.from({ length: 400 }, (_, i) => 0.01 * i);
    zeroPhase(lowPass, line).forEach((value, i) => expect(value).toBeCloseTo(line[i], 2));
  });

  it("gives a finite value for every sample, however few, and changes none", () => {
    expect(zeroPhase(bandPass, new Float32Array(0))).toEqual(new Float32Array(0));
    fc.assert(
      fc.property(signal, (samples) => {
        const before = samples.slice();
        const filtered = zeroPhase(bandPass, samples);
        expect(filtered).toHaveLength(samples.length);
        expect(filtered.every(Number.isFinite)).toBe(true);
        expect(samples).toEqual(before);
      }),
    );
  });
});
