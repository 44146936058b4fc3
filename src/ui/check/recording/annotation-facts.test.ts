import { expect, it } from "vitest";
import { annotationFacts } from "./annotation-facts.ts";

it("counts beats by class, and names each rhythm once", () => {
  const code = Uint8Array.of(28, 1, 5, 1, 8, 28, 5, 14, 28, 28);
  const text = new Map([[0, "(N"], [5, "(AFIB"], [8, "(N"]]);
  expect(annotationFacts({ sample: Uint32Array.from(code.keys()), code, subtype: new Int8Array(code.length), text })).toEqual({
    beats: 5, perClass: [2, 1, 2, 0, 0], rhythms: ["N", "AFIB"], otherMarks: 2,
  });
});
