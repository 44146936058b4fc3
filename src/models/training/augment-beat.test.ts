import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../ecg/numeric/random.ts";
import { augmentBeat } from "./augment-beat.ts";

const NOTHING = { shiftSamples: 0, stretch: 0, scale: 0, noise: 0 };
const ramp = Float32Array.from({ length: 50 }, (_, t) => t / 10);

function augmented(most: Partial<typeof NOTHING>, seed: number): Float32Array {
  const output = new Float32Array(ramp.length);
  augmentBeat(ramp, output, { ...NOTHING, ...most }, seededRandom(seed));
  return output;
}

describe("augmenting a beat", () => {
  it("changes nothing where nothing may change", () => {
    expect(augmented({}, 1)).toEqual(ramp);
  });

  it("moves, stretches and scales by no more than is allowed, and stays a ramp", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const shifted = augmented({ shiftSamples: 2 }, seed);
        for (let t = 2; t < 48; t++) expect(Math.abs(shifted[t] - ramp[t])).toBeLessThanOrEqual(0.2 + 1e-6);
        const stretched = augmented({ stretch: 0.1 }, seed);
        for (let t = 1; t < 45; t++) expect(stretched[t] / ramp[t]).toSatisfy((speed: number) => speed > 1 / 1.1001 && speed < 1.1001);
        const scaled = augmented({ scale: 0.2 }, seed);
        for (let t = 1; t < 50; t++) expect(scaled[t] / ramp[t]).toSatisfy((factor: number) => factor > 0.7999 && factor < 1.2001);
      }),
    );
  });

  it("adds noise of no more than the spread allowed", () => {
    const differences = Array.from({ length: 200 }, (_, seed) => augmented({ noise: 0.1 }, seed).map((value, t) => value - ramp[t]));
    const spread = Math.sqrt(differences.flatMap((each) => [...each]).reduce((sum, value) => sum + value * value, 0) / (200 * 50));
    // Uniform between 0 and 0.1, so 0.1 / √3 over many beats.
    expect(spread).toBeCloseTo(0.1 / Math.sqrt(3), 2);
  });
});
