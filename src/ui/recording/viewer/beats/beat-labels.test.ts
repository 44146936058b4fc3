import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AAMI } from "../../../../ecg/beats/classes.ts";
import { UNLABELLED } from "../../../../ecg/table.ts";
import type { BeatLabels } from "../../recording-view.ts";
import { placeLabels } from "./beat-labels.ts";

const { N, S, V } = AAMI;

function labelsOf(predicted: readonly number[], more: { readonly truth?: readonly number[]; readonly relabels?: ReadonlyMap<number, number> } = {}): BeatLabels {
  const current = Uint8Array.from(predicted);
  more.relabels?.forEach((classIndex, beat) => (current[beat] = classIndex));
  return {
    predicted: Uint8Array.from(predicted),
    confidence: new Float32Array(predicted.length),
    truth: more.truth === undefined ? null : Uint8Array.from(more.truth),
    relabels: more.relabels ?? new Map(),
    current,
  };
}

const place = (labels: BeatLabels, peaks: readonly number[], pxPerSample = 1) =>
  placeLabels({ labels, peakSample: Uint32Array.from(peaks), fromSample: 0, toSample: 1e6, xOfSample: (sample) => sample * pxPerSample });

describe("placeLabels", () => {
  it("says each beat's class, whether it was relabelled, and the file's class where the model differs", () => {
    const labels = labelsOf([N, V, S], { truth: [N, S, UNLABELLED], relabels: new Map([[2, V]]) });
    expect(place(labels, [10, 110, 210])).toEqual([
      { beat: 0, xPx: 10, isLettered: true, classIndex: N, isRelabelled: false, truth: null },
      { beat: 1, xPx: 110, isLettered: true, classIndex: V, isRelabelled: false, truth: S },
      { beat: 2, xPx: 210, isLettered: true, classIndex: V, isRelabelled: true, truth: null },
    ]);
  });

  it("keeps to the beats in view", () => {
    const found = placeLabels({ labels: labelsOf([N, N, N, N]), peakSample: Uint32Array.of(5, 50, 60, 100), fromSample: 50, toSample: 100, xOfSample: (sample) => sample });
    expect(found.map(({ beat }) => beat)).toEqual([1, 2]);
  });

  it("leaves the abnormal beat its letter where there is room for one", () => {
    expect(place(labelsOf([N, V, N]), [100, 110, 120]).map(({ isLettered }) => isLettered)).toEqual([false, true, false]);
  });

  it("loses no abnormal beat among normal ones that share its pixel, and lets no two letters overlap", () => {
    const beats = fc.array(fc.record({ gap: fc.integer({ min: 1, max: 400 }), classIndex: fc.constantFrom(N, N, N, N, V) }), { minLength: 1, maxLength: 300 });
    fc.assert(fc.property(beats, fc.constantFrom(0.001, 0.02, 0.1, 1), (rows, pxPerSample) => {
      let at = 0;
      const peaks = rows.map(({ gap }) => (at += gap));
      const placed = place(labelsOf(rows.map(({ classIndex }) => classIndex)), peaks, pxPerSample);
      const lettered = placed.filter(({ isLettered }) => isLettered);
      expect(lettered.length).toBeGreaterThan(0);
      lettered.forEach(({ xPx }, i) => expect(i === 0 || xPx - lettered[i - 1].xPx >= 17).toBe(true));
      rows.forEach(({ classIndex }, beat) => {
        if (classIndex === V) expect(placed.some((label) => label.classIndex === V && Math.abs(label.xPx - peaks[beat] * pxPerSample) < 4)).toBe(true);
      });
    }));
  });
});
