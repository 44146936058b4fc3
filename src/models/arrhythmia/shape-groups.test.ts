import { describe, expect, it } from "vitest";
import { evenly } from "../../ecg/delineation/testing.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import { beatFeatures, FEATURES } from "./features.ts";
import type { GROUP_FEATURES } from "./shape-groups.ts";
import { NORMAL, syntheticBeats } from "./testing.ts";

type Name = (typeof GROUP_FEATURES)[number] | "QRS correlation" | "is common";
const feature = (values: Float32Array, beat: number, name: Name) => values[beat * FEATURES.length + FEATURES.indexOf(name)];

describe("beats of one shape", () => {
  it("tell of each other how they come: ventricular ones early, with a pause", async () => {
    const isVentricular = (beat: number) => beat % 10 === 5;
    const beatsMs = evenly(60, 800).map((ms, beat) => (isVentricular(beat) ? ms - 300 : ms));
    const { values } = await beatFeatures(syntheticBeats({ beatsMs, isVentricular }), quietControl());
    expect(feature(values, 25, "shape's share of early")).toBe(1);
    expect(feature(values, 25, "shape's share of early with a pause")).toBe(1);
    expect(feature(values, 25, "shape's share of timely")).toBe(0);
    expect(feature(values, 25, "best QRS correlation with a normal shape")).toBeLessThan(0.9);
    expect(feature(values, 22, "shape's share of early")).toBe(0);
    expect(feature(values, 22, "shape's share of timely")).toBeGreaterThan(0.8);
    expect(feature(values, 22, "shape's P likeness")).toBeGreaterThan(0.95);
  });

  it("are normal in a second shape too, where they come in time after P waves", async () => {
    const flipped = NORMAL.map((wave) => (Math.abs(wave.centreMs) < 60 ? { ...wave, heightMv: -wave.heightMv } : wave));
    const [first, second] = [NORMAL, flipped].map((waves) => syntheticBeats({ waves }));
    const join = first.lead.samplesMv.length;
    const samplesMv = Float32Array.of(...first.lead.samplesMv, ...second.lead.samplesMv.subarray(0, second.peakSample[15]));
    const peakSample = Uint32Array.of(...first.peakSample, ...second.peakSample.subarray(0, 15).map((peak) => peak + join));
    const { values } = await beatFeatures({ ...first, lead: { ...first.lead, samplesMv }, peakSample }, quietControl());
    expect(feature(values, 48, "is common")).toBe(0);
    expect(feature(values, 48, "QRS correlation")).toBeLessThan(0);
    expect(feature(values, 48, "best QRS correlation with a normal shape")).toBeGreaterThan(0.99);
    expect(feature(values, 48, "least QRS distance to a normal shape")).toBeLessThan(0.05);
  });
});
