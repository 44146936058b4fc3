import { expect, it } from "vitest";
import type { AnomalyEvent } from "../../ecg/heart-rate/events.ts";
import { mostAnomalous, summariseVerdicts } from "./report-events.ts";

const event = (startRow: number, score: number): AnomalyEvent => ({
  startRow, endRow: startRow, startS: startRow, durationS: 0, beats: 1, peakRow: startRow, peakRateBpm: 100, score, trueBeats: null,
});

it("keeps the highest scores, in time order", () => {
  expect(mostAnomalous([event(1, 0.5), event(5, 0.9), event(9, 0.7)], 2).map(({ startRow }) => startRow)).toEqual([5, 9]);
});

it("counts verdicts and what is left", () => {
  const events = [event(1, 1), event(5, 1), event(9, 1)];
  expect(summariseVerdicts(events, new Map([[5, "rejected"], [9, "accepted"], [77, "accepted"]]))).toBe("3 events: 1 accepted, 1 rejected, 1 not reviewed");
  expect(summariseVerdicts([], new Map())).toBe("0 events");
});
