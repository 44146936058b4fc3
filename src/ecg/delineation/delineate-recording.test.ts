import { describe, expect, it } from "vitest";
import { seededRandom } from "../numeric/random.ts";
import type { Progress } from "../progress.ts";
import { delineate } from "./delineate.ts";
import { delineateRecording } from "./delineate-recording.ts";
import { P_WAVE, QRS_WAVES, syntheticEcg, T_WAVE } from "./testing.ts";

const SAMPLING_RATE_HZ = 100;

/** Irregular, noisy, of two shapes, with P waves in the first part only: so that boundaries rest on those of other beats. */
function irregularEcg(count: number) {
  const random = seededRandom(4);
  const beatsMs = Array.from({ length: count }, () => 600 + 300 * random.uniform()).reduce<number[]>((times, rr) => [...times, (times.at(-1) ?? 0) + Math.round(rr)], []);
  const wavesOf = (beat: number) => (beat % 7 === 3 ? [{ centreMs: 0, sigmaMs: 35, heightMv: 1.5 }, T_WAVE] : beat < count / 2 ? [P_WAVE, ...QRS_WAVES, T_WAVE] : [...QRS_WAVES, T_WAVE]);
  const { samplesMv, rPeaks } = syntheticEcg({ samplingRateHz: SAMPLING_RATE_HZ, beatsMs, durationMs: (beatsMs.at(-1) ?? 0) + 1000, wavesOf });
  return { samplesMv: samplesMv.map((value) => value + 0.03 * random.normal()), rPeaks };
}

describe("delineating a recording by stretches", { timeout: 60_000 }, () => {
  const { samplesMv, rPeaks } = irregularEcg(1300);

  it("finds what delineating all of it finds", async () => {
    const control = { signal: new AbortController().signal, onProgress: () => undefined };
    expect(await delineateRecording(samplesMv, SAMPLING_RATE_HZ, rPeaks, control)).toEqual(delineate(samplesMv, SAMPLING_RATE_HZ, rPeaks));
  });

  it("finds nothing where there are no beats", async () => {
    const control = { signal: new AbortController().signal, onProgress: () => undefined };
    expect((await delineateRecording(samplesMv, SAMPLING_RATE_HZ, new Uint32Array(), control)).qrsOnset).toHaveLength(0);
  });

  it("says how far it is, and stops there when it is no longer wanted", async () => {
    const controller = new AbortController();
    const told: Progress[] = [];
    const onProgress = (progress: Progress) => {
      told.push(progress);
      controller.abort(new Error("enough"));
    };
    await expect(delineateRecording(samplesMv, SAMPLING_RATE_HZ, rPeaks, { signal: controller.signal, onProgress })).rejects.toThrow("enough");
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ stage: "Finding P, QRS and T", total: 1300, unit: "beats" });
  });
});
