import { describe, expect, it } from "vitest";
import { AAMI } from "../../ecg/beats/classes.ts";
import { seededRandom } from "../../ecg/numeric/random.ts";
import { playBeats, withFibrillatoryWaves } from "./play-beats.ts";
import type { PlannedBeat } from "./simulated-rhythms.ts";
import { syntheticBeats } from "./testing.ts";

const RATE_HZ = 1000;
const beats = syntheticBeats({ samplingRateHz: RATE_HZ });
const planned = (changes: Partial<PlannedBeat>): PlannedBeat => ({ source: 5, beatClass: AAMI.N, intervalMs: 800, pWave: { share: 1, laterMs: 0 }, ...changes });

/** Of `played`'s beat, `length` samples from `from` ms after its R peak. */
const cut = ({ lead, peakSample }: typeof beats, beat: number, from: number, length: number) => lead.samplesMv.subarray(peakSample[beat] + from, peakSample[beat] + from + length);
const largest = (samples: Float32Array) => samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

describe("beats played as planned", () => {
  it("come at the planned intervals, with the QRS complexes and T waves that were recorded", () => {
    const played = playBeats(beats, [planned({}), planned({ source: 7, intervalMs: 500 }), planned({ source: 9, intervalMs: 1100 })]);
    expect([...played.peakSample].map((peak, i, all) => (i === 0 ? 0 : peak - all[i - 1]))).toEqual([0, 500, 1100]);
    expect(cut(played, 0, -90, 300)).toEqual(cut(beats, 5, -90, 300));
    expect(cut(played, 2, -90, 500)).toEqual(cut(beats, 9, -90, 500));
  });

  it("have their P waves, none, or inverted ones", () => {
    const p = (pWave: PlannedBeat["pWave"]) => cut(playBeats(beats, [planned({}), planned({ pWave })]), 1, -250, 150).slice();
    const [whole, none, inverted] = [p({ share: 1, laterMs: 0 }), p(null), p({ share: -1, laterMs: 0 })];
    expect(largest(whole)).toBeGreaterThan(0.05);
    expect(largest(whole.map((value, i) => value - cut(beats, 5, -250, 150)[i]))).toBeLessThan(0.03);
    expect(largest(none)).toBeLessThan(0.03);
    inverted.forEach((value, i) => expect(value + whole[i]).toBeCloseTo(2 * none[i], 5));
  });

  it("go over into each other without a jump", () => {
    const { lead } = playBeats(beats, [800, 300, 260, 1500, 800].map((intervalMs) => planned({ intervalMs })));
    const step = (samples: Float32Array) => largest(samples.map((value, i) => value - samples[Math.max(0, i - 1)]));
    expect(step(lead.samplesMv)).toBeLessThan(1.2 * step(beats.lead.samplesMv));
  });

  it("can be none", () => {
    expect(playBeats(beats, []).peakSample).toHaveLength(0);
  });
});

it("fibrillatory waves are of 4 to 9 Hz, low, and the same for the same seed", () => {
  const flat = playBeats(beats, Array.from({ length: 12 }, (_, beat) => planned({ source: 2 + beat, pWave: null })));
  const waves = withFibrillatoryWaves(flat, seededRandom(4)).lead.samplesMv.map((value, i) => value - flat.lead.samplesMv[i]);
  expect(largest(waves)).toBeGreaterThan(0.01);
  expect(largest(waves)).toBeLessThan(0.3);
  const crossings = waves.filter((value, i) => i > 0 && value > 0 && waves[i - 1] <= 0).length;
  const seconds = waves.length / RATE_HZ;
  expect(crossings / seconds).toBeGreaterThan(3.9);
  expect(crossings / seconds).toBeLessThan(9.5);
  expect(withFibrillatoryWaves(flat, seededRandom(4))).toEqual(withFibrillatoryWaves(flat, seededRandom(4)));
});
