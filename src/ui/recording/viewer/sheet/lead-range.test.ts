import { expect, it } from "vitest";
import { pyramidLevels } from "../../../../ecg/recording/signal-pyramid.ts";
import { usualRange } from "./lead-range.ts";

const rangeOf = (samples: Float32Array<ArrayBuffer>) => usualRange({ samples, levels: pyramidLevels(samples) }, 250);

it("holds each beat, not an artefact of a second in ten minutes", () => {
  const beats = Float32Array.from({ length: 600 * 250 }, (_, i) => (i % 200 === 0 ? 1.5 : i % 200 === 5 ? -0.5 : 0));
  beats.fill(40, 9000, 9200);
  expect(rangeOf(beats)).toEqual({ lowMv: -0.5, highMv: 1.5 });
});

it("holds all of a short lead, and nothing of none", () => {
  expect(rangeOf(Float32Array.of(0.25))).toEqual({ lowMv: 0.25, highMv: 0.25 });
  expect(rangeOf(Float32Array.of(1, -2, 3))).toEqual({ lowMv: -2, highMv: 3 });
  expect(rangeOf(new Float32Array(0))).toEqual({ lowMv: 0, highMv: 0 });
});
