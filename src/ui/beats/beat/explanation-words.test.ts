import { describe, expect, it } from "vitest";
import { attributionWords, reconstructionWords } from "./explanation-words.ts";
import { peakSpan } from "./peak-spans.ts";

const time = { samplesPerBeat: 6, samplingRateHz: 100 };
const asked = { method: "Integrated gradients", code: "V", time };

describe("peakSpan", () => {
  it("finds the stretch at least half as high as the peak", () => expect(peakSpan(Float32Array.of(0.6, 0, 0.5, 1, 0.6, 0.2))).toEqual({ from: 2, to: 4 }));
  it("reaches to the ends", () => expect(peakSpan(Float32Array.of(2, 2, 2))).toEqual({ from: 0, to: 2 }));
  it("finds none where nothing is above 0", () => expect(peakSpan(Float32Array.of(0, -1))).toBeNull());
});

describe("attributionWords", () => {
  it("says where it peaks", () => {
    expect(attributionWords(Float32Array.of(0, 1, 1, 0, -3, 0), asked)).toBe("Integrated gradients: 10–20 ms spoke most for V, 40 ms most against it.");
  });
  it("says so where nothing spoke for or against a class", () => {
    expect(attributionWords(Float32Array.of(0, 1, 0, 0, 0, 0), asked)).toBe("Integrated gradients: 10 ms spoke most for V.");
    expect(attributionWords(Float32Array.of(0, -1, 0, 0, 0, 0), asked)).toBe("Integrated gradients: no sample spoke for V; 10 ms spoke most against it.");
    expect(attributionWords(new Float32Array(6), asked)).toBe("Integrated gradients: no sample spoke for or against V.");
  });
});

describe("reconstructionWords", () => {
  const samples = Float32Array.of(0, 1, 0, 0, 0, 0);
  const reconstruction = Float32Array.of(0, 0.1, 0, 0, 0, 0.1);
  it("compares the error with the threshold", () => {
    expect(reconstructionWords(samples, { reconstruction, error: 26, threshold: 26, time })).toBe("Error 26.00, at or above the threshold 26.00: predicted anomalous. It is largest at 10 ms.");
    expect(reconstructionWords(samples, { reconstruction, error: 1, threshold: 26, time })).toBe("Error 1.00, below the threshold 26.00: predicted normal. It is largest at 10 ms.");
  });
  it("says nothing of where a perfect reconstruction is worst", () => {
    expect(reconstructionWords(samples, { reconstruction: samples, error: 0, threshold: 26, time })).toBe("Error 0.00, below the threshold 26.00: predicted normal.");
  });
});
