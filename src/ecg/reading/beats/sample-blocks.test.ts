import { expect, it } from "vitest";
import { SampleBlocks } from "./sample-blocks.ts";

it.each([
  ["none", 0, 187],
  ["a few", 3, 187],
  ["more than a block", 30_000, 100],
  ["just a block", 1 << 10, 1 << 10],
])("gives back what was added: %s", (_, count, samplesPerBeat) => {
  const blocks = new SampleBlocks(samplesPerBeat);
  const beat = new Float32Array(samplesPerBeat);
  for (let i = 0; i < count; i++) blocks.add(beat.fill(i));
  expect(blocks.count).toBe(count);
  const samples = blocks.finish();
  expect(samples).toHaveLength(count * samplesPerBeat);
  expect(samples.every((value, i) => value === Math.floor(i / samplesPerBeat))).toBe(true);
});
