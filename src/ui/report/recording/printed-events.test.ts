import fc from "fast-check";
import { expect, it } from "vitest";
import { EVENT_KINDS, rhythmEvent, type RhythmEventKind } from "../../../ecg/rhythm/rhythm-event.ts";
import { eventsToPrint, stripStartS } from "./printed-events.ts";
import { STRIP_S } from "./strip-paths.ts";

const peakSample = Uint32Array.from({ length: 300 }, (_, i) => i * 100);
const event = (kind: RhythmEventKind, value: number, firstBeat = 1) => rhythmEvent({ peakSample }, { kind, value, firstBeat, lastBeat: firstBeat + 2, unit: "bpm", sentence: "." });

it("prints the most extreme event of each kind before a second of any", () => {
  const events = [event("bradycardia", 30), event("ventricular-tachycardia", 180), event("ventricular-tachycardia", 220), event("pause", 2.4), event("bradycardia", 40)];
  const printed = (limit: number) => eventsToPrint(events, limit).map(({ kind, value }) => `${kind} ${value}`);
  expect(printed(3)).toEqual(["ventricular-tachycardia 220", "pause 2.4", "bradycardia 30"]);
  expect(printed(4)).toEqual(["ventricular-tachycardia 220", "ventricular-tachycardia 180", "pause 2.4", "bradycardia 30"]);
  expect(printed(9)).toHaveLength(5);
});

it("never prints more than asked, nor one event twice", () => {
  const scene = fc.array(fc.record({ kind: fc.constantFrom(...EVENT_KINDS), value: fc.integer({ min: 1, max: 300 }), at: fc.nat({ max: 290 }) }), { maxLength: 40 });
  fc.assert(
    fc.property(scene, fc.nat({ max: 12 }), (rows, limit) => {
      const events = rows.map(({ kind, value, at }) => event(kind, value, at));
      const printed = eventsToPrint(events, limit);
      expect(new Set(printed).size).toBe(Math.min(limit, events.length));
      printed.forEach((own, i) => {
        expect(events).toContain(own);
        if (i > 0) expect(own.severity).toBeGreaterThanOrEqual(printed[i - 1].severity);
      });
    }),
  );
});

it("shows a short event in the middle, the onset of a long one, and nothing beyond the recording", () => {
  const recording = { samplingRateHz: 100, sampleCount: 6000 };
  expect(stripStartS({ startSample: 3000, endSample: 3120 }, recording)).toBeCloseTo(30.6 - STRIP_S / 2, 9);
  expect(stripStartS({ startSample: 3000, endSample: 5000 }, recording)).toBeCloseTo(28.8, 9);
  expect(stripStartS({ startSample: 50, endSample: 100 }, recording)).toBe(0);
  expect(stripStartS({ startSample: 5900, endSample: 5950 }, recording)).toBeCloseTo(60 - STRIP_S, 9);
  expect(stripStartS({ startSample: 50, endSample: 100 }, { samplingRateHz: 100, sampleCount: 300 })).toBe(0);
});
