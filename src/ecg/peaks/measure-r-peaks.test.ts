import { describe, expect, it } from "vitest";
import { annotationCodeOf } from "../recording/annotation-codes.ts";
import type { Annotations } from "../recording/annotations.ts";
import { syntheticEcg } from "./fixtures/synthetic-ecg.ts";
import { measureRPeaks } from "./measure-r-peaks.ts";

const { samplesMv, peaks } = syntheticEcg({ samplingRateHz: 360, durationS: 60, rateBpm: 60 });
const lead = { samplesMv, unusable: [] };

const measure = (annotations: Annotations, options = {}) => measureRPeaks(lead, { samplingRateHz: 360, annotations, ...options });

/** Marks by their letters, in order of time. */
function annotationsOf(marks: readonly (readonly [sample: number, letter: string])[]) {
  const sorted = marks.toSorted(([a], [b]) => a - b);
  return {
    sample: Uint32Array.from(sorted, ([sample]) => sample),
    code: Uint8Array.from(sorted, ([, letter]) => annotationCodeOf(letter) ?? 0),
    subtype: new Int8Array(sorted.length),
    text: new Map<number, string>(),
  };
}

const beats = [...peaks].map((peak, i) => [peak, "NVA"[i % 3]] as const);

describe("measureRPeaks", () => {
  it("takes marks of beats and no others", () => {
    const { counts } = measure(annotationsOf([...beats, [0, "+"], [5000, "~"], [5010, "x"]]));
    expect(counts.tolerance150).toEqual({ matched: peaks.length, missed: 0, extra: 0 });
    expect(counts.absoluteErrorMs / peaks.length).toBeLessThan(1);
  });

  it("leaves ventricular flutter out and reports it apart", () => {
    const inFlutter = (sample: number) => sample >= 7200 && sample <= 14_400;
    const marks = [...beats.filter(([sample]) => !inFlutter(sample)), [7200, "["], [9000, "!"], [14_400, "]"]] as const;
    const { counts, flutter } = measure(annotationsOf(marks));
    const within = peaks.filter(inFlutter).length;
    expect(counts.tolerance50).toEqual({ matched: peaks.length - within, missed: 0, extra: 0 });
    expect(flutter).toEqual({ episodes: 1, durationS: 20, detected: within });
  });

  it("adds noise where it is asked to", () => {
    const annotations = annotationsOf(beats);
    expect(measure(annotations, { noise: { snrDb: 60, seed: 1 } }).counts.tolerance50).toEqual({ matched: peaks.length, missed: 0, extra: 0 });
    const drowned = measure(annotations, { noise: { snrDb: -20, seed: 1 } }).counts.tolerance50;
    expect(drowned.missed).toBeGreaterThan(peaks.length / 2);
  });

  it("takes flutter without an end to last to the end", () => {
    expect(measure(annotationsOf([[10_800, "["]])).flutter).toMatchObject({ episodes: 1, durationS: 30 });
  });
});
