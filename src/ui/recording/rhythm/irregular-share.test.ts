import { expect, it } from "vitest";
import type { RhythmEvent } from "../../../ecg/rhythm/rhythm-event.ts";
import { irregularShare } from "./irregular-share.ts";

const event = (kind: RhythmEvent["kind"], startSample: number, endSample: number): RhythmEvent => ({
  kind, severity: 3, firstBeat: 0, lastBeat: 1, startSample, endSample, value: 90, unit: "bpm", sentence: "",
});

it("adds up the irregular stretches alone", () => {
  const events = [event("irregular-rhythm", 0, 100), event("tachycardia", 50, 900), event("irregular-rhythm", 300, 500)];
  expect(irregularShare(events, 1000)).toBeCloseTo(0.3);
});
