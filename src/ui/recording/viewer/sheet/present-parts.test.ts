import { describe, expect, it } from "vitest";
import type { UnusableStretch } from "../../../../ecg/recording/recording.ts";
import { presentParts, stretchesIn } from "./present-parts.ts";

const unusable: readonly UnusableStretch[] = [
  { from: 100, to: 200, cause: "missing" },
  { from: 300, to: 310, cause: "flat" },
  { from: 400, to: 402, cause: "missing" },
  { from: 900, to: 1000, cause: "missing" },
];
const lead = { unusable, samplesMv: new Float32Array(1000) };

describe("presentParts", () => {
  it("leaves out what is missing in the file, not what is flat", () => {
    expect(presentParts(lead, { from: 50, to: 500 }, 1)).toEqual([{ from: 47, to: 100 }, { from: 200, to: 400 }, { from: 402, to: 503 }]);
  });

  it("draws across a gap narrower than a pixel, and stays in the lead", () => {
    expect(presentParts(lead, { from: 0, to: 880 }, 10)).toEqual([{ from: 0, to: 100 }, { from: 200, to: 892 }]);
  });

  it("has no part where all is missing, nor of an empty lead", () => {
    expect(presentParts({ unusable: [{ from: 0, to: 1000, cause: "missing" }], samplesMv: lead.samplesMv }, { from: 10, to: 90 }, 1)).toEqual([]);
    expect(presentParts({ unusable: [], samplesMv: new Float32Array(0) }, { from: 0, to: 10 }, 1)).toEqual([]);
  });
});

it("finds the stretches that reach into a part", () => {
  expect(stretchesIn(unusable, { from: 199, to: 400 }).map(({ from }) => from)).toEqual([100, 300]);
  expect(stretchesIn(unusable, { from: 200, to: 300 })).toEqual([]);
});
