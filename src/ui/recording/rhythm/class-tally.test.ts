import { describe, expect, it } from "vitest";
import { AAMI } from "../../../ecg/beats/classes.ts";
import { UNLABELLED } from "../../../ecg/table.ts";
import type { BeatLabels } from "../recording-view.ts";
import { annotationAgreement, classTally } from "./class-tally.ts";

const { N, S, V } = AAMI;
const labels: BeatLabels = {
  predicted: Uint8Array.of(N, N, V, V, S, N),
  confidence: new Float32Array(6),
  truth: Uint8Array.of(N, N, V, N, N, UNLABELLED),
  relabels: new Map([[3, N]]),
  current: Uint8Array.of(N, N, V, N, S, N),
};

it("counts the annotated classes and those of now, relabelled beats as relabelled", () => {
  const tally = classTally(labels).map(({ beatClass, truth, predicted }) => [beatClass.code, truth?.count, predicted?.count]);
  expect(tally).toEqual([["N", 4, 4], ["S", 0, 1], ["V", 1, 1], ["F", 0, 0], ["Q", 0, 0]]);
  expect(classTally({ ...labels, truth: null })[0].truth).toBeNull();
});

describe("annotationAgreement", () => {
  it("measures the model's own classes over the annotated beats", () => {
    const agreement = annotationAgreement(labels);
    expect(agreement?.beats).toBe(5);
    expect(agreement?.accuracy).toBeCloseTo(3 / 5);
    expect(agreement?.confusion[N]).toEqual([2, 1, 1, 0, 0]);
    expect(agreement?.perClass[V]).toMatchObject({ code: "V", beats: 1, sensitivity: 1, positivePredictivity: 0.5, falsePositiveRate: 0.25 });
    expect(agreement?.perClass[S]).toMatchObject({ sensitivity: null, positivePredictivity: 0, falsePositiveRate: 0.2 });
  });
  it("is null where there is nothing to measure against", () => {
    expect(annotationAgreement({ ...labels, truth: null })).toBeNull();
    expect(annotationAgreement({ ...labels, truth: new Uint8Array(6).fill(UNLABELLED) })).toBeNull();
  });
});
