import { describe, expect, it } from "vitest";
import type { Beats } from "../../ecg/beats/table.ts";
import { seededRandom } from "../../ecg/numeric/random.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import { splitBeats } from "../../ecg/beats/split-beats.ts";
import { classExamples, resample } from "./beat-examples.ts";

/** 60 normal beats, 12 of class 2, 4 of class 3 and one that nobody labelled; each sample holds the beat's index. */
const label = Uint8Array.from([...Array<number>(60).fill(0), ...Array<number>(12).fill(2), ...Array<number>(4).fill(3), UNLABELLED]);
const SAMPLES = 5;
const beats: Beats = {
  count: label.length,
  samplesPerBeat: SAMPLES,
  samples: Float32Array.from({ length: label.length * SAMPLES }, (_, i) => Math.floor(i / SAMPLES)),
  scheme: "aami",
  label,
  file: new Uint16Array(label.length),
  line: new Uint32Array(label.length),
};
const NO_AUGMENTATION = { shiftSamples: 0, stretch: 0, scale: 0, noise: 0 };
const options = { classCount: 5, classWeight: 0, normalShare: 1, augmentation: NO_AUGMENTATION };
const classCounts = (indices: Uint32Array) => [0, 2, 3].map((own) => indices.filter((beat) => label[beat] === own).length);

describe("resampling", () => {
  const all = splitBeats(beats, 0, 1).training;
  it("under-samples to the smallest class, each beat once", () => {
    const drawn = resample(beats, all, "under", 1);
    expect(classCounts(drawn)).toEqual([4, 4, 4]);
    expect(new Set(drawn).size).toBe(12);
  });

  it("over-samples to the largest class, every beat as often as any other", () => {
    const drawn = resample(beats, all, "over", 1);
    expect(classCounts(drawn)).toEqual([60, 60, 60]);
    expect(new Set(drawn).size).toBe(76);
    expect(drawn.filter((beat) => beat === 60).length).toBe(5);
  });

  it("leaves the beats as they are", () => expect(resample(beats, all, "none", 1)).toBe(all));
});

describe("examples of classes", () => {
  const all = splitBeats(beats, 0, 1).training;
  const read = (index: number, changes: Partial<typeof options>, random = seededRandom(1)) => {
    const input = new Float32Array(SAMPLES);
    const target = new Float32Array(5);
    const weight = classExamples(beats, all, { ...options, ...changes }).read(index, input, target, random);
    return { beat: input[0], own: target.indexOf(1), weight };
  };

  it("gives every beat once with its class, and weights of 1 on average", () => {
    const count = classExamples(beats, all, options).count;
    const seen = Array.from({ length: count }, (_, index) => read(index, { classWeight: 1 }));
    expect(new Set(seen.map(({ beat }) => beat)).size).toBe(76);
    for (const { beat, own } of seen) expect(own).toBe(label[beat]);
    expect(seen.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(count, 9);
    const total = (wanted: number) => seen.filter(({ own }) => own === wanted).reduce((sum, { weight }) => sum + weight, 0);
    expect(total(0)).toBeCloseTo(total(3), 9);
  });

  it("reads a share of the normal beats, drawn anew and weighing as much together as all did", () => {
    const examples = classExamples(beats, all, { ...options, normalShare: 0.25 });
    expect(examples.count).toBe(16 + 15);
    const random = seededRandom(2);
    const epoch = () => Array.from({ length: examples.count }, (_, index) => read(index, { normalShare: 0.25 }, random)).filter(({ own }) => own === 0);
    const [first, second] = [epoch(), epoch()];
    expect(first.map(({ beat }) => beat)).not.toEqual(second.map(({ beat }) => beat));
    expect(first.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(60, 9);
  });
});
