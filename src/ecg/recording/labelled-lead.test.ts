import { describe, expect, it } from "vitest";
import { AAMI } from "../beats/classes.ts";
import { UNLABELLED } from "../table.ts";
import type { Annotations } from "./annotations.ts";
import { classesAt, labelledPeaks, marksFibrillation } from "./labelled-lead.ts";

const [NORMAL, VENTRICULAR, RHYTHM] = [1, 5, 28];
const marks = (beats: readonly (readonly [sample: number, code: number, text?: string])[]): Annotations => ({
  sample: Uint32Array.from(beats, ([sample]) => sample),
  code: Uint8Array.from(beats, ([, code]) => code),
  subtype: new Int8Array(beats.length),
  text: new Map(beats.flatMap(([, , text], i) => (text === undefined ? [] : [[i, text]]))),
});
const file = marks([[100, NORMAL], [150, RHYTHM, "(N"], [200, VENTRICULAR], [300, NORMAL]]);
const found = Uint32Array.of(102, 203, 250, 299);
const words = (given: readonly (readonly [number, number])[], annotations: Annotations | null = file) =>
  labelledPeaks({ annotations, found, given: new Map(given), samplingRateHz: 100 });

describe("the labelled beats of a lead", () => {
  it("are the file's where nobody corrects them", () => {
    expect(words([])).toEqual({ peakSample: Uint32Array.of(100, 200, 300), beatClass: Uint8Array.of(AAMI.N, AAMI.V, AAMI.N) });
  });

  it("have the class that a clinician gave them, at the file's R peak, also where the file marks no beat", () => {
    expect(words([[1, AAMI.F], [2, AAMI.S]])).toEqual({ peakSample: Uint32Array.of(100, 200, 250, 300), beatClass: Uint8Array.of(AAMI.N, AAMI.F, AAMI.S, AAMI.N) });
  });

  it("are those that were found where the file has none, and only what was given a class is labelled", () => {
    const expected = { peakSample: found, beatClass: Uint8Array.of(UNLABELLED, AAMI.V, UNLABELLED, UNLABELLED) };
    expect(words([[1, AAMI.V]], null)).toEqual(expected);
    expect(words([[1, AAMI.V]], marks([[5, RHYTHM, "(N"]]))).toEqual(expected);
  });
});

it("R peaks that are found anew get the class of the labelled beat near them, and none where there is none", () => {
  const labelled = { peakSample: Uint32Array.of(100, 200, 300), beatClass: Uint8Array.of(AAMI.N, UNLABELLED, AAMI.V) };
  expect(classesAt(labelled, Uint32Array.of(97, 150, 201, 314, 400), 100)).toEqual(Uint8Array.of(AAMI.N, UNLABELLED, UNLABELLED, AAMI.V, UNLABELLED));
});

it("fibrillation and flutter are told by the marks of rhythm", () => {
  expect([null, file, marks([[1, RHYTHM, "(AFIB"]]), marks([[1, RHYTHM, "(AFL"]])].map(marksFibrillation)).toEqual([false, false, true, true]);
});
