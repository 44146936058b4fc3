import { expect, it } from "vitest";
import { CLASSES, NORMAL } from "../../beats/classes.ts";
import { classIndexOf, numberOfClass, schemeOf, type LabelCoding } from "./label-coding.ts";

const CODINGS: readonly LabelCoding[] = ["aami", "ecg5000", "one-normal", "one-anomalous"];

it.each(CODINGS)("%s has a number of its own for each class of its scheme, and knows no other", (coding) => {
  const numbers = CLASSES[schemeOf(coding)].map((_, index) => numberOfClass(index, coding));
  expect(numbers.map((number) => classIndexOf(number, coding))).toEqual([...numbers.keys()]);
  expect([-1, 0.5, 6, NaN].map((number) => classIndexOf(number, coding))).toEqual([-1, -1, -1, -1]);
});

it("says which number is the normal beat", () => {
  expect(CODINGS.map((coding) => numberOfClass(NORMAL, coding))).toEqual([0, 1, 1, 0]);
});
