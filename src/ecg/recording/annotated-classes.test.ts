import { describe, expect, it } from "vitest";
import { AAMI } from "../beats/classes.ts";
import { UNLABELLED } from "../table.ts";
import { annotatedClasses } from "./annotated-classes.ts";

/** Marks as [sample, WFDB code]: 1 N, 5 V, 8 A, 28 a change of rhythm. */
const marks = (...rows: readonly (readonly [sample: number, code: number])[]) => ({
  sample: Uint32Array.from(rows, ([sample]) => sample),
  code: Uint8Array.from(rows, ([, code]) => code),
  subtype: new Int8Array(rows.length),
  text: new Map<number, string>(),
});

describe("annotatedClasses", () => {
  it("gives each R peak the class of the beat marked within 150 ms", () => {
    const annotations = marks([10, 28], [100, 1], [460, 5], [820, 8]);
    expect(annotatedClasses(annotations, Uint32Array.of(104, 406, 600, 875), 360)).toEqual(Uint8Array.of(AAMI.N, AAMI.V, UNLABELLED, UNLABELLED));
    expect(annotatedClasses(annotations, Uint32Array.of(100, 460, 820), 360)).toEqual(Uint8Array.of(AAMI.N, AAMI.V, AAMI.S));
    expect(annotatedClasses(annotations, new Uint32Array(0), 360)).toEqual(new Uint8Array(0));
  });

  it("has none where no beat is marked", () => {
    expect(annotatedClasses(marks([10, 28]), Uint32Array.of(100), 360)).toBeNull();
    expect(annotatedClasses(marks(), Uint32Array.of(100), 360)).toBeNull();
  });
});
