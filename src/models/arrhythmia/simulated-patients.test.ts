import { expect, it } from "vitest";
import { AAMI } from "../../ecg/beats/classes.ts";
import { evenly } from "../../ecg/delineation/testing.ts";
import { simulatedPatients } from "./simulated-patients.ts";
import { syntheticBeats } from "./testing.ts";

const patient = (count: number) => ({ beats: syntheticBeats({ beatsMs: evenly(count, 800) }), label: new Uint8Array(count) });

it("a patient is simulated twice with premature atrial beats and twice in fibrillation, the same for the same seed", () => {
  const simulated = simulatedPatients(patient(120), 1);
  expect(simulated.map(({ label }) => label.length)).toEqual([118, 118, 118, 118]);
  expect(simulated.map(({ label }) => label.includes(AAMI.S))).toEqual([true, false, true, false]);
  expect(simulated[0].beats).not.toEqual(simulated[2].beats);
  for (const { beats, label } of simulated) {
    expect(beats.peakSample).toHaveLength(label.length);
    expect(beats.lead.samplesMv.every(Number.isFinite)).toBe(true);
  }
  expect(simulatedPatients(patient(120), 1)).toEqual(simulated);
  expect(simulatedPatients(patient(120), 2)).not.toEqual(simulated);
});

it.each([0, 1, 2])("%d beats cannot be played", (count) => {
  expect(simulatedPatients(patient(count), 1)).toEqual([]);
});
