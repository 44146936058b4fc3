import { describe, expect, it } from "vitest";
import { commonRange, rangeOf, wavePath } from "./wave-path.ts";

const box = { width: 20, height: 10, range: { low: 0, high: 1 } };

describe("wavePath", () => {
  it("draws from edge to edge, high values on top", () => expect(wavePath(Float32Array.of(0, 1, 0.5), box)).toBe("M0,10L10,0L20,5"));
  it("draws a beat beyond the range whole", () => expect(wavePath(Float32Array.of(-1, 1, 3), box)).toBe("M0,10L10,5L20,0"));
  it("draws a flat beat as a line at its height", () => {
    expect(wavePath(Float32Array.of(0, 0), box)).toBe("M0,10L20,10");
    expect(wavePath(Float32Array.of(2, 2), { ...box, range: { low: 2, high: 2 } })).toBe("M0,10L20,10");
  });
});

it("finds the range of a beat", () => expect(rangeOf(Float32Array.of(3, -2, 1))).toEqual({ low: -2, high: 3 }));

it("draws on one scale that a single outlier does not spoil", () => {
  const samples = Float32Array.from({ length: 400 }, (_, i) => (i === 7 ? 1000 : i % 2));
  const { low, high } = commonRange({ count: 200, samplesPerBeat: 2, samples });
  expect(low).toBe(0);
  expect(high).toBeLessThan(2);
});

it("estimates the scale of a large table from beats all over it", () => {
  const count = 20_000;
  const samples = Float32Array.from({ length: count * 2 }, (_, i) => (i % 2) * Math.floor(i / 2));
  const { low, high } = commonRange({ count, samplesPerBeat: 2, samples });
  expect(low).toBe(0);
  expect(high / count).toBeCloseTo(0.99, 2);
});
