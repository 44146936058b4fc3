import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNLABELLED } from "../table.ts";
import { confusionAt } from "./confusion.ts";
import { detection, detectionAt } from "./detection.ts";
import { DETECTED_AT_24, ERRORS, LABELS } from "./fixtures/scikit-learn-beats.ts";

describe("detection", () => {
  it("agrees with scikit-learn, errors at the threshold being anomalous", () => {
    const sorted = detection(ERRORS, LABELS);
    const figures = detectionAt(sorted, 24);
    expect(figures.counts).toEqual(DETECTED_AT_24.counts);
    for (const name of ["precision", "recall", "f1"] as const) expect(figures[name]).toBeCloseTo(DETECTED_AT_24[name], 12);
    expect(sorted.rocAuc?.area).toBeCloseTo(DETECTED_AT_24.rocAuc, 12);
    expect(sorted.rocAuc?.standardError).toBeCloseTo(DETECTED_AT_24.standardError, 12);
  });

  it("counts as going through all labelled beats does, at any threshold", () => {
    const label = LABELS.map((own, beat) => (beat % 7 === 0 ? UNLABELLED : own));
    const anomalous = label.map((own) => (own === UNLABELLED ? UNLABELLED : Math.min(1, own)));
    const sorted = detection(ERRORS, label);
    fc.assert(
      fc.property(fc.double({ min: 10, max: 40, noNaN: true }), (threshold) => {
        expect(detectionAt(sorted, threshold).counts).toEqual(confusionAt(ERRORS, anomalous, threshold));
      }),
    );
  });

  it("has no figures of what is not there", () => {
    const sorted = detection(Float32Array.of(1, 2), Uint8Array.of(0, 0));
    expect(sorted.rocAuc).toBeNull();
    expect(detectionAt(sorted, 3)).toMatchObject({ precision: null, recall: null, f1: null });
  });
});
