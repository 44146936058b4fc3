import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { UNLABELLED } from "../../ecg/table.ts";
import { seededRandom } from "../../ecg/numeric/random.ts";
import { BEATS_EACH_SIDE, STRETCH_BEATS, STRETCH_ROWS } from "./build.ts";
import { stretchLoss, trainingPatient, trainingStretches, validationStretches } from "./examples.ts";
import { CHANNELS } from "./windows.ts";

/** A steady rhythm in which every `every`-th beat is early. */
function patient(beats: number, every: number) {
  const early = (_: unknown, row: number) => row % every === every - 1;
  return { rateBpm: Float64Array.from({ length: beats }, (_, row) => (early(_, row) ? 90 : 60)), label: Uint8Array.from({ length: beats }, (_, row) => (early(_, row) ? 1 : 0)) };
}

const input = new Float32Array(STRETCH_ROWS * CHANNELS);
const target = new Float32Array(STRETCH_BEATS * 2);
const labels = () => Array.from({ length: STRETCH_BEATS }, (_, beat) => target[2 * beat]);
const weights = () => Array.from({ length: STRETCH_BEATS }, (_, beat) => target[2 * beat + 1]);

describe("weights", () => {
  it("are such that patients of any length count alike", () => {
    const [short, long] = [trainingPatient(patient(500, 50)), trainingPatient(patient(4000, 400))];
    const total = ({ label, normalWeight }: typeof short) => label.length * normalWeight;
    expect(total(short)).toBeCloseTo(total(long), 9);
    expect(short.anomalousWeight).toBe(short.normalWeight);
  });

  it("keep a patient with very many anomalies from deciding alone", () => {
    const { label, normalWeight, anomalousWeight } = trainingPatient(patient(2000, 2));
    expect((label.reduce((sum, value) => sum + value, 0) * anomalousWeight) / normalWeight).toBeCloseTo(100, 9);
  });

  it("are 0 for beats after the last, and for beats that nobody labelled", () => {
    const { rateBpm, label } = patient(STRETCH_BEATS + 10, 20);
    label[3] = UNLABELLED;
    const stretches = validationStretches([trainingPatient({ rateBpm, label })]);
    expect(stretches.count).toBe(2);
    stretches.read(0, input, target, null);
    expect(weights().map((weight) => weight > 0)).toEqual(Array.from({ length: STRETCH_BEATS }, (_, beat) => beat !== 3));
    stretches.read(1, input, target, null);
    expect(weights().filter((weight) => weight > 0)).toHaveLength(10);
  });
});

describe("stretches", () => {
  it("have each label at the beat whose window it belongs to", () => {
    const stretches = validationStretches([trainingPatient(patient(300, 20))]);
    stretches.read(1, input, target, null);
    labels().forEach((label, beat) => {
      expect(input[(beat + BEATS_EACH_SIDE) * CHANNELS] > 1).toBe(label === 1);
      expect(label).toBe((STRETCH_BEATS + beat) % 20 === 19 ? 1 : 0);
    });
  });

  it("begin anywhere in training and vary, the same for the same seed", () => {
    const stretches = trainingStretches([trainingPatient(patient(1000, 20)), trainingPatient(patient(50, 20))], 4);
    const draw = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: stretches.count }, (_, index) => {
        stretches.read(index, input, target, random);
        return [...input];
      });
    };
    expect(stretches.count).toBe(8);
    expect(draw(1)).toEqual(draw(1));
    expect(new Set(draw(1).map(String)).size).toBe(8);
  });
});

describe("stretchLoss", () => {
  beforeAll(() => tf.setBackend("cpu"));

  it("is the weighted cross-entropy by hand", async () => {
    const targets = tf.tensor3d([[[1, 2], [0, 0.5]], [[0, 1], [1, 0]]]); // prettier-ignore
    const outputs = tf.tensor3d([[[0.8], [0.4]], [[0.1], [0]]]); // prettier-ignore
    const loss = await stretchLoss(targets, outputs).data();
    expect(loss[0]).toBeCloseTo(-(2 * Math.log(0.8) + 0.5 * Math.log(0.6)) / 2, 5);
    expect(loss[1]).toBeCloseTo(-Math.log(0.9) / 2, 5);
  });
});
