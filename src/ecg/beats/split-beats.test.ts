import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNLABELLED } from "../table.ts";
import { splitBeats, splitByPatient } from "./split-beats.ts";

/** 60 normal beats, 12 of class 2, 4 of class 3 and one that nobody labelled. */
const label = Uint8Array.from([...Array<number>(60).fill(0), ...Array<number>(12).fill(2), ...Array<number>(4).fill(3), UNLABELLED]);
const beats = { label };
const classCounts = (indices: Uint32Array) => [0, 2, 3].map((own) => indices.filter((beat) => label[beat] === own).length);

describe("splitting beats", () => {
  it("keeps back a share of each class and no unlabelled beat, and repeats with its seed", () => {
    const { training, validation } = splitBeats(beats, 0.25, 3);
    expect(classCounts(training)).toEqual([45, 9, 3]);
    expect(classCounts(validation)).toEqual([15, 3, 1]);
    expect(new Set([...training, ...validation]).size).toBe(76);
    expect(splitBeats(beats, 0.25, 3)).toEqual({ training, validation });
    expect(splitBeats(beats, 0.25, 4).validation).not.toEqual(validation);
  });
});

describe("splitting beats by patient", () => {
  it("has no patient on both sides and every labelled beat on one, whoever they are", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ patient: fc.integer({ min: 0, max: 6 }), own: fc.constantFrom(0, 1, UNLABELLED) }), { maxLength: 60 }), fc.double({ min: 0.05, max: 0.5, noNaN: true }), fc.integer(), (rows, validationShare, seed) => {
        const patient = Uint32Array.from(rows, (row) => row.patient);
        const labels = Uint8Array.from(rows, ({ own }) => own);
        const split = splitByPatient({ label: labels }, patient, { validationShare, seed });
        const patients = new Set(rows.filter(({ own }) => own !== UNLABELLED).map((row) => row.patient));
        if (patients.size < 2) return split === null;
        if (split === null) return false;
        const left = new Set(Array.from(split.training, (beat) => patient[beat]));
        const right = new Set(Array.from(split.validation, (beat) => patient[beat]));
        return left.size > 0 && right.size > 0 && [...left].every((each) => !right.has(each)) && split.training.length + split.validation.length === labels.filter((own) => own !== UNLABELLED).length;
      }),
    );
  });

  it("comes near the share that was asked for", () => {
    const patient = Uint32Array.from({ length: 1000 }, (_, beat) => Math.floor(beat / 50));
    const split = splitByPatient({ label: new Uint8Array(1000) }, patient, { validationShare: 0.2, seed: 3 });
    expect(split?.validation).toHaveLength(200);
  });
});
