import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNLABELLED } from "../table.ts";
import { CLASS_COUNT, CLASSIFIED, LABELS, PROBABILITIES } from "./fixtures/scikit-learn-beats.ts";
import { classificationFigures, figuresOfCounts, likeliestClasses, oneAgainstTheRest } from "./multi-class.ts";

describe("classificationFigures", () => {
  const figures = classificationFigures({ label: LABELS, probabilities: PROBABILITIES, classCount: CLASS_COUNT });

  it("agrees with scikit-learn, ties included", () => {
    expect(figures.confusion).toEqual(CLASSIFIED.confusion);
    expect(figures.accuracy).toBeCloseTo(CLASSIFIED.accuracy, 12);
    expect(figures.macroF1).toBeCloseTo(CLASSIFIED.macroF1, 12);
    CLASSIFIED.perClass.forEach((expected, c) => {
      const measured = { ...figures.perClass[c], rocAuc: figures.rocAuc[c]?.area };
      for (const name of ["accuracy", "rocAuc", "precision", "recall", "f1", "support"] as const) {
        expect(measured[name], `${name} of class ${c}`).toBeCloseTo(expected[name], 12);
      }
    });
  });

  it("leaves out beats that nobody labelled", () => {
    const extra = { label: Uint8Array.of(UNLABELLED, ...LABELS), probabilities: Float32Array.of(0, 0, 0, 1, ...PROBABILITIES) };
    expect(classificationFigures({ ...extra, classCount: CLASS_COUNT })).toEqual(figures);
  });

  it("has no figure where there is none, and takes the mean F1 over classes that have beats", () => {
    const two = classificationFigures({ label: Uint8Array.of(0, 0, 1), probabilities: Float32Array.of(0.9, 0.1, 0, 0.2, 0, 0.8, 0.3, 0.7, 0), classCount: 3 });
    expect(two.confusion).toEqual([[1, 0, 1], [0, 1, 0], [0, 0, 0]]);
    expect(two.perClass[2]).toEqual({ support: 0, accuracy: 2 / 3, precision: 0, recall: null, f1: 0 });
    expect(two.rocAuc[2]).toBeNull();
    expect(two.macroF1).toBeCloseTo((2 / 3 + 1) / 2, 12);
    const none = classificationFigures({ label: Uint8Array.of(UNLABELLED), probabilities: Float32Array.of(1, 0), classCount: 2 });
    expect(none).toMatchObject({ accuracy: null, macroF1: null, perClass: [{ support: 0, accuracy: null, precision: null, recall: null, f1: null }, {}] });
  });
});

describe("likeliestClasses", () => {
  it("takes the first of equals", () => {
    expect(likeliestClasses(Float32Array.of(0.2, 0.4, 0.4, 0.5, 0.5, 0), 3)).toEqual(Uint8Array.of(1, 0));
  });
});

describe("oneAgainstTheRest", () => {
  const matrix = fc.array(fc.array(fc.nat({ max: 50 }), { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 });
  const all = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

  it("counts every beat once for each class; recall weighted by support is the accuracy", () => {
    fc.assert(
      fc.property(matrix, (confusion) => {
        const { accuracy, perClass } = figuresOfCounts(confusion);
        const beats = all(confusion.flat());
        confusion.forEach((_, c) => expect(all(Object.values(oneAgainstTheRest(confusion, c)))).toBe(beats));
        if (accuracy !== null) expect(all(perClass.map(({ recall, support }) => (recall ?? 0) * support)) / beats).toBeCloseTo(accuracy, 10);
      }),
    );
  });
});
