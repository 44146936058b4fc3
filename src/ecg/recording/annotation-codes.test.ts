import { expect, it } from "vitest";
import { CLASSES } from "../beats/classes.ts";
import { ANNOTATION_KINDS, beatClassOf } from "./annotation-codes.ts";

it.each([
  ["N", "NLRBej"],
  ["S", "AaJSn"],
  ["V", "VEr"],
  ["F", "F"],
  ["Q", "/fQ?"],
])("beats of class %s are %s", (beatClass, letters) => {
  const index = CLASSES.aami.findIndex(({ code }) => code === beatClass);
  const found = [...ANNOTATION_KINDS.values()].filter((kind) => kind.beatClass === index).map(({ letter }) => letter);
  expect(found.sort()).toEqual(Array.from(letters).sort());
});

it("rhythms, waves, noise and codes that mean nothing are no beats", () => {
  for (const code of [0, 14, 16, 22, 24, 27, 28, 31, 32, 33, 37, 39, 40, 45]) expect(beatClassOf(code)).toBeNull();
});
