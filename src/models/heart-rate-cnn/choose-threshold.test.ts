import { expect, it } from "vitest";
import { chooseThreshold } from "./choose-threshold.ts";

/** `counts` of beats of each label and score. */
function patient(...counts: readonly (readonly [count: number, label: number, score: number])[]) {
  const beats = counts.flatMap(([count, label, score]) => Array.from({ length: count }, () => ({ label, score })));
  return { label: Uint8Array.from(beats, ({ label }) => label), scores: Float32Array.from(beats, ({ score }) => score) };
}

const choose = (...patients: ReturnType<typeof patient>[]) =>
  chooseThreshold(
    patients.map(({ label }) => label),
    patients.map(({ scores }) => scores),
  );

it("parts the scores where they part", () => {
  const { threshold, f1 } = choose(patient([990, 0, 0.2], [10, 1, 0.7]));
  expect(threshold).toBeCloseTo(0.205, 9);
  expect(f1).toBeCloseTo(1, 9);
});

it("weights anomalous beats to one in a hundred, so that few false alarms outweigh some hits", () => {
  // 50 anomalous beats among 1000 weigh as 9.596: 20 false alarms for 10 hits (1.92) do not pay, 1 false alarm does
  const beats = (falseAlarms: number) => patient([950 - falseAlarms, 0, 0.1], [falseAlarms, 0, 0.4], [10, 1, 0.4], [40, 1, 0.8]);
  expect(choose(beats(20)).threshold).toBeCloseTo(0.405, 9);
  expect(choose(beats(20)).f1).toBeCloseTo((2 * 0.8) / 1.8, 9);
  expect(choose(beats(1)).threshold).toBeCloseTo(0.105, 9);
});

it("pools the patients, whatever their share of anomalous beats", () => {
  const both = choose(patient([990, 0, 0.2], [10, 1, 0.7]), patient([100, 0, 0.3], [100, 1, 0.8]));
  expect(both).toEqual(choose(patient([990, 0, 0.2], [100, 0, 0.3], [10, 1, 0.7], [100, 1, 0.8])));
});

it("leaves out beats without a score or a label", () => {
  const counted = patient([990, 0, 0.2], [10, 1, 0.7]);
  expect(choose(counted, patient([100, 255, 0.95], [1, 0, NaN]))).toEqual(choose(counted));
});
