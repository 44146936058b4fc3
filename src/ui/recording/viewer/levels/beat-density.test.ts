import { expect, it } from "vitest";
import { AAMI } from "../../../../ecg/beats/classes.ts";
import { beatDensity } from "./beat-density.ts";

const { N, S, V, F, Q } = AAMI;

it("counts ventricular and fusion beats apart from supraventricular ones, in the column of their time", () => {
  const { ventricular, supraventricular, most } = beatDensity(Uint32Array.of(0, 10, 249, 250, 500, 999), Uint8Array.of(V, F, N, S, Q, V), { sampleCount: 1000, columns: 4 });
  expect(Array.from(ventricular)).toEqual([2, 0, 0, 1]);
  expect(Array.from(supraventricular)).toEqual([0, 1, 0, 0]);
  expect(most).toBe(2);
});

it("has empty columns without beats", () => {
  const { ventricular, most } = beatDensity(new Uint32Array(0), new Uint8Array(0), { sampleCount: 1, columns: 3 });
  expect(Array.from(ventricular)).toEqual([0, 0, 0]);
  expect(most).toBe(1);
});
