import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { matchPeaks } from "../metrics/match-peaks.ts";
import { seededRandom } from "../numeric/random.ts";
import { readWfdb } from "../reading/recording/wfdb/read-wfdb.ts";
import { beatClassOf } from "../recording/annotation-codes.ts";
import { detectPeaks } from "./detect-peaks.ts";
import { elgendiPeaks } from "./elgendi.ts";
import { syntheticEcg } from "./fixtures/synthetic-ecg.ts";
import { measureRPeaks } from "./measure-r-peaks.ts";
import { panTompkinsPeaks } from "./pan-tompkins.ts";

const DETECTORS = [["Elgendi", elgendiPeaks], ["Pan–Tompkins", panTompkinsPeaks], ["the default", detectPeaks]] as const;

describe.each(DETECTORS)("R peaks by %s", (_, detect) => {
  it.each([100, 250, 360, 1000])("are those of a clean ECG at %i Hz", (samplingRateHz) => {
    for (const amplitudeMv of [1.5, -0.8]) {
      const { samplesMv, peaks } = syntheticEcg({ samplingRateHz, durationS: 40, rateBpm: 80, irregularity: 0.05, amplitudeMv, noiseMv: 0.01, wanderMv: 0.3 });
      const { matched, missed, extra } = matchPeaks(peaks, detect(samplesMv, samplingRateHz), Math.ceil(0.01 * samplingRateHz));
      expect([missed, extra, matched]).toEqual([0, 0, peaks.length]);
    }
  });

  it("are none where there is nothing, and ascend within the signal where there is noise", () => {
    for (const length of [0, 1, 2, 5, 40, 400]) {
      expect(detect(new Float32Array(length), 360)).toEqual(new Uint32Array(0));
      const random = seededRandom(length);
      const found = detect(Float32Array.from({ length }, () => random.normal()), 360);
      found.forEach((peak, i) => expect(peak).toBeGreaterThan(i === 0 ? -1 : found[i - 1]));
      expect(found.at(-1) ?? -1).toBeLessThan(Math.max(length, 1));
    }
  });

  it("are the annotated beats of a real minute with ventricular ectopic beats", async () => {
    const { leads, samplingRateHz, annotations } = await realMinute();
    const beats = annotations.sample.filter((__, i) => beatClassOf(annotations.code[i]) !== null);
    expect(matchPeaks(beats, detect(leads[0].samplesMv, samplingRateHz), 18)).toMatchObject({ missed: 0, extra: 0 });
  });
});

describe("the default detector on a real minute", () => {
  it("places peaks as the annotators did", async () => {
    const { leads, samplingRateHz, annotations } = await realMinute();
    const { counts, annotated } = measureRPeaks(leads[0], { samplingRateHz, annotations });
    expect(annotated.length).toBeGreaterThan(50);
    expect(counts.absoluteErrorMs / counts.tolerance150.matched).toBeLessThan(4);
  });
});

/** The first minute of record 119 of the MIT-BIH Arrhythmia Database, see the fixtures' README. */
async function realMinute() {
  const folder = new URL("../reading/recording/wfdb/fixtures/", import.meta.url);
  const files = ["119-minute.hea", "119-minute.dat", "119-minute.atr"].map((name) => new File([readFileSync(new URL(name, folder))], name));
  const { leads, samplingRateHz, annotations } = await readWfdb(files, { signal: new AbortController().signal, onProgress: () => undefined });
  if (annotations === null) throw new Error("The fixture has annotations.");
  return { leads, samplingRateHz, annotations };
}
