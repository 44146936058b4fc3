import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../numeric/random.ts";
import { fftInPlace } from "./fft.ts";
import { powerSpectrum } from "./power-spectrum.ts";

describe("fftInPlace", () => {
  it("is the discrete Fourier transform", () => {
    const values = fc.integer({ min: 0, max: 6 }).chain((log) => fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2 ** log, maxLength: 2 ** log }));
    fc.assert(
      fc.property(values, (signal) => {
        const re = Float64Array.from(signal);
        const im = new Float64Array(signal.length);
        fftInPlace(re, im);
        re.forEach((_, k) => {
          const turn = (-2 * Math.PI * k) / signal.length;
          expect(re[k]).toBeCloseTo(signal.reduce((sum, value, i) => sum + value * Math.cos(turn * i), 0), 8);
          expect(im[k]).toBeCloseTo(signal.reduce((sum, value, i) => sum + value * Math.sin(turn * i), 0), 8);
        });
      }),
    );
  });

  it("refuses other lengths than powers of 2", () => {
    expect(() => fftInPlace(new Float64Array(12), new Float64Array(12))).toThrow(RangeError);
    expect(() => fftInPlace(new Float64Array(0), new Float64Array(0))).toThrow(RangeError);
  });
});

describe("powerSpectrum", () => {
  const power = ({ density, stepHz }: ReturnType<typeof powerSpectrum>) => density.reduce((sum, value) => sum + value * stepHz, 0);

  it("holds a sine's power at its frequency", () => {
    const spectrum = powerSpectrum(Float32Array.from({ length: 10_000 }, (_, i) => 3 + 2 * Math.sin((2 * Math.PI * 20 * i) / 250)), 250);
    expect(spectrum.density.indexOf(Math.max(...spectrum.density)) * spectrum.stepHz).toBeCloseTo(20, 0);
    expect(power(spectrum)).toBeCloseTo(2, 2);
  });

  it("spreads white noise's variance evenly", () => {
    const random = seededRandom(1);
    const spectrum = powerSpectrum(Float32Array.from({ length: 100_000 }, () => 0.5 * random.normal()), 360);
    expect(power(spectrum)).toBeCloseTo(0.25, 1);
    const half = spectrum.density.subarray(0, spectrum.density.length >> 1).reduce((sum, value) => sum + value * spectrum.stepHz, 0);
    expect(half).toBeCloseTo(0.125, 1);
  });
});
