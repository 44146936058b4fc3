import { describe, expect, it } from "vitest";
import { sampleFacts } from "./sample-facts.ts";

const samples = Float32Array.of(0, 0.25, 1, 0.5);
const inMs = { samplesPerBeat: 4, samplingRateHz: 125 };
const counted = { samplesPerBeat: 4, samplingRateHz: null };
const bare = { samples, reconstruction: null, attribution: null };

describe("sampleFacts", () => {
  it("says moment and amplitude before anything is explained", () => {
    expect(sampleFacts(bare, 1, inMs)).toEqual(["8 ms", "amplitude 0.250"]);
    expect(sampleFacts(bare, 1, counted)).toEqual(["sample 2", "amplitude 0.250"]);
  });
  it("says how a sample was redrawn and by how much that is off, whichever is higher", () => {
    const reconstruction = Float32Array.of(0, 0.5, 0.75, 0.5);
    expect(sampleFacts({ ...bare, reconstruction }, 1, counted)).toEqual(["sample 2", "amplitude 0.250", "redrawn 0.500, off by 0.250"]);
    expect(sampleFacts({ ...bare, reconstruction }, 2, counted).at(-1)).toBe("redrawn 0.750, off by 0.250");
  });
  it("says for or against which class a sample spoke, against the strongest of them", () => {
    const attribution = { values: Float32Array.of(0, 0.1, -0.4, 0.0001), code: "V" };
    const last = (sample: number) => sampleFacts({ ...bare, attribution }, sample, inMs).at(-1);
    expect([0, 1, 2, 3].map(last)).toEqual(["neither for nor against V", "for V, 25 % of the strongest", "against V, 100 % of the strongest", "neither for nor against V"]);
    expect(sampleFacts({ ...bare, attribution: { values: new Float32Array(4), code: "N" } }, 2, inMs).at(-1)).toBe("neither for nor against N");
  });
});
