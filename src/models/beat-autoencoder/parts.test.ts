import { expect, it } from "vitest";
import { parts } from "./parts.ts";

const beats = { count: 11, samplesPerBeat: 2, samples: Float32Array.from({ length: 22 }, (_, i) => i) };

it("leaves out each beat once, and learns from all others", () => {
  const three = parts(beats, 3, 7);
  expect(three.flatMap(({ left }) => [...left]).sort((a, b) => a - b)).toEqual([...Array(11).keys()]);
  for (const { left, training, validation } of three) {
    expect([...validation.samples]).toEqual([...left].flatMap((beat) => [2 * beat, 2 * beat + 1]));
    expect(training.count + validation.count).toBe(11);
    expect(new Set([...training.samples, ...validation.samples]).size).toBe(22);
  }
});

it("leaves out the same beats with the same seed, others with another", () => {
  expect(parts(beats, 3, 7)).toEqual(parts(beats, 3, 7));
  expect(parts(beats, 3, 8)).not.toEqual(parts(beats, 3, 7));
});
