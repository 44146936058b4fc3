import { describe, expect, it } from "vitest";
import { rrSeries } from "../rhythm/rr-series.ts";
import { delineate } from "./delineate.ts";
import { INTERVALS, intervals } from "./intervals.ts";
import { endMs, evenly, onsetMs, P_WAVE, Q_WAVE, QRS_WAVES, S_WAVE, syntheticEcg, T_WAVE } from "./testing.ts";
import type { Delineation } from "./delineation.ts";

const ecg = syntheticEcg({ samplingRateHz: 500, beatsMs: evenly(8, 850), durationMs: 7600, wavesOf: () => [P_WAVE, ...QRS_WAVES, T_WAVE] });
const delineation = delineate(ecg.samplesMv, 500, ecg.rPeaks);
const rr = rrSeries(ecg.rPeaks, { samplingRateHz: 500 });

/** Beats a second apart at 1000 Hz, all alike but for what is changed. */
function delineated(beats: number, change: Partial<Record<keyof Delineation, (beat: number) => number>> = {}): Delineation {
  const marks = { pOnset: -200, pPeak: -150, pEnd: -100, qrsOnset: -40, qrsEnd: 50, tOnset: 150, tPeak: 250, tEnd: 360 };
  const of = (boundary: keyof Delineation) => Int32Array.from({ length: beats }, (_, beat) => change[boundary]?.(beat) ?? 1000 * (beat + 1) + marks[boundary]);
  return { pOnset: of("pOnset"), pPeak: of("pPeak"), pEnd: of("pEnd"), qrsOnset: of("qrsOnset"), qrsEnd: of("qrsEnd"), tOnset: of("tOnset"), tPeak: of("tPeak"), tEnd: of("tEnd") };
}
const secondly = (beats: number, classes: Uint8Array | null = null) => rrSeries(Uint32Array.from({ length: beats }, (_, beat) => 1000 * (beat + 1)), { samplingRateHz: 1000, classes });

describe("intervals", () => {
  it("of a synthetic ECG", () => {
    const { pr, qrs, qt } = intervals(delineation, rr);
    expect(Math.abs((pr?.medianMs ?? NaN) - (onsetMs(Q_WAVE) - onsetMs(P_WAVE)))).toBeLessThan(25);
    expect(Math.abs((qrs?.medianMs ?? NaN) - (endMs(S_WAVE) - onsetMs(Q_WAVE)))).toBeLessThan(20);
    expect(Math.abs((qt?.medianMs ?? NaN) - (endMs(T_WAVE) - onsetMs(Q_WAVE)))).toBeLessThan(30);
  });

  it("are medians with quartiles; QTc leaves out the beat without an RR interval before it", () => {
    expect(intervals(delineated(5), secondly(5))).toEqual({
      pr: { medianMs: 160, lowMs: 160, highMs: 160, beats: 5 },
      qrs: { medianMs: 90, lowMs: 90, highMs: 90, beats: 5 },
      qt: { medianMs: 400, lowMs: 400, highMs: 400, beats: 5 },
      qtcBazett: { medianMs: 400, lowMs: 400, highMs: 400, beats: 4 },
      qtcFridericia: { medianMs: 400, lowMs: 400, highMs: 400, beats: 4 },
    });
  });

  it("correct QT for the rate as Bazett and Fridericia do", () => {
    const half = rrSeries(Uint32Array.from({ length: 5 }, (_, beat) => 500 * beat), { samplingRateHz: 1000 });
    const { qtcBazett, qtcFridericia } = intervals(delineated(5), half);
    expect(qtcBazett?.medianMs).toBeCloseTo(400 / Math.sqrt(0.5), 6);
    expect(qtcFridericia?.medianMs).toBeCloseTo(400 / Math.cbrt(0.5), 6);
  });

  it("are null with too few beats, where less than half have the wave, where beats differ, where no heart has such", () => {
    const none = () => -1;
    expect(Object.values(intervals(delineated(2), secondly(2)))).toEqual(INTERVALS.map(() => null));
    const rarelyP = intervals(delineated(9, { pOnset: (beat) => (beat < 4 ? 1000 * (beat + 1) - 200 : -1) }), secondly(9));
    expect([rarelyP.pr, rarelyP.qrs?.beats]).toEqual([null, 9]);
    expect(intervals(delineated(6, { pOnset: none, tEnd: none }), secondly(6))).toMatchObject({ pr: null, qt: null, qtcBazett: null, qtcFridericia: null });
    expect(intervals(delineated(8, { tEnd: (beat) => 1000 * (beat + 1) + 300 + 40 * (beat % 4) }), secondly(8)).qt).not.toBeNull();
    expect(intervals(delineated(8, { tEnd: (beat) => 1000 * (beat + 1) + 250 + 90 * (beat % 4) }), secondly(8)).qt).toBeNull();
    expect(intervals(delineated(5, { qrsEnd: (beat) => 1000 * (beat + 1) + 280 }), secondly(5)).qrs).toBeNull();
  });

  it("have no QTc where QT is not measured, however alike QTc is from beat to beat", () => {
    // QT is as long as √RR makes it, and so differs too much from beat to beat.
    const gapMs = (beat: number) => 500 + 300 * (beat % 4);
    const peaks = Array.from({ length: 12 }, (_, beat) => 1000 + Array.from({ length: beat }, (_, i) => gapMs(i + 1)).reduce((sum, ms) => sum + ms, 0));
    const marks = delineated(12, {
      pOnset: () => -1, qrsOnset: (beat) => peaks[beat] - 40, qrsEnd: (beat) => peaks[beat] + 50,
      tEnd: (beat) => Math.round(peaks[beat] - 40 + 400 * Math.sqrt(gapMs(beat) / 1000)),
    });
    const measured = intervals(marks, rrSeries(Uint32Array.from(peaks), { samplingRateHz: 1000 }));
    expect(measured).toMatchObject({ qt: null, qtcBazett: null, qtcFridericia: null });
    expect(measured.qrs?.medianMs).toBe(90);
  });

  it("leave out ectopic beats, and beats with something unusable in them", () => {
    const classes = Uint8Array.of(0, 2, 0, 255, 1, 0);
    expect(intervals(delineated(6), secondly(6, classes)).qrs?.beats).toBe(4);
    const unusable = [{ from: 2100, to: 2110, cause: "saturated" }, { from: 4500, to: 4600, cause: "flat" }] as const;
    expect(intervals(delineated(6), secondly(6), { unusable }).qrs?.beats).toBe(5);
  });
});
