import { describe, expect, it } from "vitest";
import { AAMI } from "../../../../ecg/beats/classes.ts";
import { stepAbnormal, stepBeat } from "./beat-steps.ts";

const { N, S, V } = AAMI;
const peakSample = Uint32Array.of(100, 200, 300, 400, 500);
const labels = { current: Uint8Array.of(V, N, N, S, N) };
const inView = { from: 150, to: 350 };

describe("stepping from beat to beat", () => {
  it("goes on from the one picked, to the ends and no further", () => {
    expect(stepBeat({ peakSample, inView, from: 2, by: 1 })).toBe(3);
    expect(stepBeat({ peakSample, inView, from: 4, by: 1 })).toBeNull();
    expect(stepBeat({ peakSample, inView, from: 0, by: -1 })).toBeNull();
  });

  it("begins in the strip where none is picked", () => {
    expect(stepBeat({ peakSample, inView, from: null, by: 1 })).toBe(1);
    expect(stepBeat({ peakSample, inView, from: null, by: -1 })).toBe(2);
  });

  it("finds the next abnormal beat either way", () => {
    expect(stepAbnormal({ peakSample, labels, inView, from: 1, by: 1 })).toBe(3);
    expect(stepAbnormal({ peakSample, labels, inView, from: 3, by: 1 })).toBeNull();
    expect(stepAbnormal({ peakSample, labels, inView, from: null, by: -1 })).toBe(0);
  });

  it("has nowhere to go without beats", () => {
    expect(stepAbnormal({ peakSample: new Uint32Array(0), labels: { current: new Uint8Array(0) }, inView, from: null, by: 1 })).toBeNull();
  });
});
