import { expect, it } from "vitest";
import { AAMI } from "../beats/classes.ts";
import { annotatedBeats } from "./annotated-beats.ts";

it("gives the marks that are beats, each sample once", () => {
  const annotations = {
    sample: Uint32Array.of(10, 50, 80, 80, 90, 90),
    code: Uint8Array.of(28, 1, 5, 8, 28, 13),
    subtype: new Int8Array(6),
    text: new Map([[0, "(N"]]),
  };
  const { sample, beatClass } = annotatedBeats(annotations);
  expect([...sample]).toEqual([50, 80, 90]);
  expect([...beatClass]).toEqual([AAMI.N, AAMI.V, AAMI.Q]);
});
