import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../ecg/numeric/random.ts";
import { type LabelledRates, withMissedBeats } from "./missed-beats.ts";

const patients = fc
  .array(fc.record({ rate: fc.double({ min: 20, max: 250, noNaN: true }), label: fc.constantFrom(0, 0, 0, 0, 0, 1) }), { minLength: 1, maxLength: 600 })
  .map((rows) => ({ rateBpm: Float64Array.from(rows, ({ rate }) => rate), label: Uint8Array.from(rows, ({ label }) => label) }));

const durationS = (rateBpm: Float64Array) => rateBpm.reduce((sum, rate) => sum + 60 / rate, 0);

it("keeps the recording's length in time and every anomalous beat with its rate", () => {
  fc.assert(
    fc.property(patients, fc.nat(), (patient, seed) => {
      const missed = withMissedBeats(patient, seededRandom(seed));
      expect(missed.label.length).toBe(missed.rateBpm.length);
      expect(durationS(missed.rateBpm)).toBeCloseTo(durationS(patient.rateBpm), 6);
      const anomalous = ({ rateBpm, label }: LabelledRates) => [...rateBpm].filter((_, row) => label[row] === 1);
      expect(anomalous(missed)).toEqual(anomalous(patient));
    }),
  );
});

describe("in a steady rhythm", () => {
  const steady = { rateBpm: new Float64Array(50_000).fill(60), label: new Uint8Array(50_000) };
  const { rateBpm } = withMissedBeats(steady, seededRandom(1));
  /** one letter a beat: L after a long interval, n after one as before */
  const rhythm = Array.from(rateBpm, (rate) => (rate === 30 ? "L" : "n")).join("");

  it("misses beats singly and in episodes, every seventh or so in all, so that the interval is twice as long", () => {
    expect(new Set(rateBpm)).toEqual(new Set([60, 30]));
    const share = 1 - rateBpm.length / 50_000;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.18);
    expect(rhythm).toMatch(/n{20}Ln{20}/);
  });

  it("has episodes of every second to fifth beat", () => {
    for (const ratio of ["L", "Ln", "Lnn", "Lnnn"]) expect(rhythm).toContain(ratio.repeat(4));
  });

  it("has 2:1 block for minutes, in it beats and short runs conducted 1:1", () => {
    const minutes = rhythm.match(/(L{2,}n{1,12}){4,}L{2,}/g) ?? [];
    const durationS = (part: string) => 2 * part.replaceAll("n", "").length + part.replaceAll("L", "").length;
    expect(Math.max(...minutes.map(durationS))).toBeGreaterThan(120);
    expect(rhythm).toMatch(/L{5,}nL{5,}/);
    expect(rhythm).toMatch(/L{3,}n{4,12}L{3,}/);
  });
});

it("changes nothing in what it is given", () => {
  const patient = { rateBpm: new Float64Array(500).fill(60), label: new Uint8Array(500) };
  withMissedBeats(patient, seededRandom(1));
  expect(patient.rateBpm.every((rate) => rate === 60)).toBe(true);
});
