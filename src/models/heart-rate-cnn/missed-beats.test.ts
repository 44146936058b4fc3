import fc from "fast-check";
import { expect, it } from "vitest";
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

it("misses beats singly and in episodes: some percent, so that the interval is about twice as long", () => {
  const steady = { rateBpm: new Float64Array(50_000).fill(60), label: new Uint8Array(50_000) };
  const { rateBpm } = withMissedBeats(steady, seededRandom(1));
  const share = 1 - rateBpm.length / 50_000;
  expect(share).toBeGreaterThan(0.04);
  expect(share).toBeLessThan(0.12);
  expect(new Set(rateBpm)).toEqual(new Set([60, 30]));
  const long = [...rateBpm.keys()].filter((row) => rateBpm[row] === 30);
  expect(long.filter((row, i) => row - long[i - 1] === 1).length).toBeGreaterThan(50);
});

it("changes nothing in what it is given", () => {
  const patient = { rateBpm: new Float64Array(500).fill(60), label: new Uint8Array(500) };
  withMissedBeats(patient, seededRandom(1));
  expect(patient.rateBpm.every((rate) => rate === 60)).toBe(true);
});
