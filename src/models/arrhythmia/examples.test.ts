import { describe, expect, it } from "vitest";
import { AAMI } from "../../ecg/beats/classes.ts";
import { beatExamples, type LabelledFeatures } from "./examples.ts";
import { FEATURES } from "./features.ts";

function patient(label: readonly number[]): LabelledFeatures {
  const values = new Float32Array(label.length * FEATURES.length).map((_, i) => Math.floor(i / FEATURES.length));
  return { features: { count: label.length, values, marred: 0, stretchesWithoutMean: 0 }, label: Uint8Array.from(label) };
}

const many = (count: number, own: number) => new Array<number>(count).fill(own);
const PATIENTS = [patient([...many(80, AAMI.N), ...many(16, AAMI.V), AAMI.Q]), patient([...many(40, AAMI.N), ...many(4, AAMI.V)])];

/** Each example's class and weight. */
function read(classWeight: number) {
  const examples = beatExamples(PATIENTS, classWeight);
  const input = new Float32Array(FEATURES.length);
  const target = new Float32Array(5);
  return Array.from({ length: examples.count }, (_, index) => ({ weight: examples.read(index, input, target, null), own: target.indexOf(1), beat: input[0] }));
}

describe("examples of beats", () => {
  it("are every beat but Q, with its features and class", () => {
    const examples = read(0.5);
    expect(examples).toHaveLength(140);
    expect(examples[79]).toMatchObject({ own: AAMI.N, beat: 79 });
    expect(examples[80]).toMatchObject({ own: AAMI.V, beat: 80 });
    expect(examples[96]).toMatchObject({ own: AAMI.N, beat: 0 });
  });

  it("weigh 1 on average, classes alike at a class weight of 1, and patients as the root of their beats", () => {
    const examples = read(1);
    const total = (from: number, to: number) => examples.slice(from, to).reduce((sum, { weight }) => sum + weight, 0);
    expect(total(0, 140)).toBeCloseTo(140);
    expect(total(80, 96) + total(136, 140)).toBeCloseTo(70);
    expect(total(80, 96) / total(136, 140)).toBeCloseTo(2);
  });
});
