import { describe, expect, it } from "vitest";
import { UNLABELLED } from "../../../ecg/table.ts";
import { findEvents } from "../../../ecg/heart-rate/events.ts";
import { eventAt, labelWords, pageOf, stepEvent } from "./event-steps.ts";

const score = Float32Array.of(NaN, 0.9, 0.1, 0.7, 0.8, 0.1, 0.6);
const label = Uint8Array.of(0, 1, 0, 0, 1, 0, UNLABELLED);
const series = { timeS: Float64Array.from(score.keys()), rateBpm: Float64Array.from(score.keys(), (row) => 60 + row), label };
const events = findEvents(series, score, 0.5);

describe("stepEvent", () => {
  it("goes from event to event in time and stops at the ends", () => {
    expect(events.map(({ startRow }) => startRow)).toEqual([1, 3, 6]);
    expect(stepEvent(events, null, 1)?.startRow).toBe(1);
    expect(stepEvent(events, null, -1)?.startRow).toBe(6);
    expect(stepEvent(events, 4, 1)?.startRow).toBe(6);
    expect(stepEvent(events, 4, -1)?.startRow).toBe(1);
    expect(stepEvent(events, 6, 1)).toBeNull();
    expect(stepEvent([], null, 1)).toBeNull();
  });
  it("goes on from a selected event that a higher threshold has taken away", () => {
    const fewer = findEvents(series, score, 0.85);
    expect(stepEvent(fewer, 4, -1)?.startRow).toBe(1);
  });
});

describe("eventAt", () => {
  it("finds the event a row belongs to", () => {
    expect(eventAt(events, 3)).toBe(events[1]);
    expect(eventAt(events, 5)).toBeNull();
    expect(eventAt(events, null)).toBeNull();
  });
  it("keeps an event selected when a lower threshold widens it", () => {
    expect(eventAt(findEvents(series, score, 0.05), 4)?.startRow).toBe(1);
  });
});

it("turns to the page of an event", () => {
  expect(pageOf(events, events[2], 2)).toBe(1);
  expect(pageOf(events, null, 2)).toBe(0);
});

it("says what the labels are", () => {
  expect(events.map(labelWords)).toEqual(["anomalous", "1 of 2 anomalous", "–"]);
  expect(labelWords({ beats: 2, trueBeats: 0 })).toBe("normal");
});
