import { expect, it } from "vitest";
import { reconstructionErrors } from "./reconstruction.ts";

it("sums absolute differences beat by beat", () => {
  const beats = { count: 2, samplesPerBeat: 3, samples: Float32Array.of(1, 2, 3, -1, 0, 1) };
  expect([...reconstructionErrors(beats, Float32Array.of(1, 2, 3, 1, -0.5, 0))]).toEqual([0, 3.5]);
});
