import { expect, it } from "vitest";
import { scaleWarning } from "./learnt-scale.ts";

const scaled = Float32Array.of(1, -1, 1, -1);
const beats = (...each: Float32Array[]) => ({ count: each.length, samplesPerBeat: 4, samples: Float32Array.from(each.flatMap((beat) => [...beat])) });

it("says nothing of beats with mean 0 and standard deviation 1", () => {
  expect(scaleWarning(beats(scaled, scaled))).toBeNull();
  expect(scaleWarning(beats())).toBeNull();
});

it("counts beats that are shifted, on another scale, or constant", () => {
  const shifted = scaled.map((value) => value + 0.5);
  const small = scaled.map((value) => value / 2);
  const constant = new Float32Array(4);
  expect(scaleWarning(beats(scaled, shifted, small, constant))).toContain("3 of 4 beats are not scaled");
  expect(scaleWarning(beats(small))).toContain("No beat is scaled");
});
