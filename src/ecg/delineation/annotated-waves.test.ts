import { expect, it } from "vitest";
import { annotatedWaves } from "./annotated-waves.ts";

it("reads onset, peak and end of each wave; a wave may lack an onset or an end", () => {
  const marks: [sample: number, code: number][] = [[10, 39], [20, 24], [30, 40], [50, 5], [60, 40], [80, 39], [90, 27], [110, 39], [120, 1], [130, 40]];
  const waves = annotatedWaves({ sample: Uint32Array.from(marks, ([sample]) => sample), code: Uint8Array.from(marks, ([, code]) => code), subtype: new Int8Array(marks.length), text: new Map() });
  expect(Object.fromEntries(Object.entries(waves).map(([boundary, samples]) => [boundary, [...samples]]))).toEqual({
    pOnset: [10],
    pPeak: [20],
    pEnd: [30],
    qrsOnset: [110],
    qrsEnd: [60, 130],
    tOnset: [80],
    tPeak: [90],
    tEnd: [],
  });
});
