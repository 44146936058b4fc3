import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventAfter, eventBefore, findEvents } from "./events.ts";
import { UNLABELLED } from "../table.ts";

const series = {
  timeS: Float64Array.of(0, 1, 2, 2.5, 3.5, 4.5, 5, 6),
  rateBpm: Float64Array.of(60, 60, 110, 120, 60, 60, 130, 60),
  label: Uint8Array.of(0, 0, 1, 0, 0, 0, UNLABELLED, UNLABELLED),
};
const score = Float32Array.of(NaN, 0.1, 0.75, 1, 0.25, 0.25, 0.5, 0);

describe("findEvents", () => {
  it("describes each run of predicted rows", () => {
    expect(findEvents(series, score, 0.5)).toEqual([
      { startRow: 2, endRow: 3, startS: 2, durationS: 0.5, beats: 2, peakRow: 3, peakRateBpm: 120, score: 1, trueBeats: 1 },
      { startRow: 6, endRow: 6, startS: 5, durationS: 0, beats: 1, peakRow: 6, peakRateBpm: 130, score: 0.5, trueBeats: null },
    ]);
  });

  it("covers the predicted rows exactly, with a row that is not predicted between any two events", () => {
    const scores = fc.array(fc.oneof(fc.constant(NaN), fc.constantFrom(0, 0.25, 0.5, 0.75, 1)), { maxLength: 60 });
    fc.assert(
      fc.property(scores, fc.constantFrom(0, 0.5, 1), (list, threshold) => {
        const rows = list.length;
        const patient = { timeS: Float64Array.from(list.keys()), rateBpm: new Float64Array(rows).fill(60), label: new Uint8Array(rows) };
        const events = findEvents(patient, Float32Array.from(list), threshold);
        const covered = events.flatMap(({ startRow, beats }) => Array.from({ length: beats }, (_, i) => startRow + i));
        expect(covered).toEqual(Array.from(list.keys()).filter((row) => list[row] >= threshold));
        events.forEach((event, i) => {
          expect(event.endRow - event.startRow + 1).toBe(event.beats);
          expect(event.score).toBe(Math.max(...list.slice(event.startRow, event.endRow + 1)));
          if (i > 0) expect(event.startRow).toBeGreaterThan(events[i - 1].endRow + 1);
        });
      }),
    );
  });
});

describe("stepping through events", () => {
  const events = findEvents(series, score, 0.5);

  it("finds the next one after a row and the one before it", () => {
    expect([0, 2, 3, 5, 6].map((row) => eventAfter(events, row))).toEqual([0, 1, 1, 1, null]);
    expect([0, 2, 4, 6, 7].map((row) => eventBefore(events, row))).toEqual([null, null, 0, 0, 1]);
  });
});
