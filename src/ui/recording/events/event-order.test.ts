import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVENT_KINDS, type RhythmEvent, type RhythmEventKind } from "../../../ecg/rhythm/rhythm-event.ts";
import { countKinds, EVENT_ORDERS, momentToShow, orderedEvents, stepEvent } from "./event-order.ts";

const event = (kind: RhythmEventKind, firstBeat: number, value: number): RhythmEvent => ({
  kind, severity: EVENT_KINDS.indexOf(kind) + 1, firstBeat, lastBeat: firstBeat + 2, startSample: firstBeat * 100, endSample: firstBeat * 100 + 200,
  value, unit: "bpm", sentence: "",
});

const EVENTS = [event("bradycardia", 1, 45), event("pause", 4, 2.2), event("bradycardia", 6, 38), event("pause", 9, 3.1), event("ventricular-couplet", 12, 110)];
const beats = (events: readonly RhythmEvent[]) => events.map(({ firstBeat }) => firstBeat);

describe("orderedEvents", () => {
  it("has the most urgent kind first and in it the most extreme: the longest pause, the slowest rate", () => {
    expect(beats(orderedEvents(EVENTS, null, "severity"))).toEqual([9, 4, 6, 1, 12]);
  });
  it("has the earliest first when ordered by time", () => {
    expect(beats(orderedEvents([...EVENTS].reverse(), null, "time"))).toEqual([1, 4, 6, 9, 12]);
  });
  it("keeps one kind", () => {
    expect(beats(orderedEvents(EVENTS, "pause", "time"))).toEqual([4, 9]);
  });
});

it("counts kinds, the most urgent first", () => {
  expect(countKinds(EVENTS)).toEqual([["pause", 2], ["bradycardia", 2], ["ventricular-couplet", 1]]);
});

describe("stepEvent", () => {
  it("goes along the order and stops at its ends", () => {
    const ordered = orderedEvents(EVENTS, null, "severity");
    expect(stepEvent(ordered, null, { by: 1, order: "severity" })?.firstBeat).toBe(9);
    expect(stepEvent(ordered, null, { by: -1, order: "severity" })?.firstBeat).toBe(12);
    expect(stepEvent(ordered, ordered[1], { by: 1, order: "severity" })?.firstBeat).toBe(6);
    expect(stepEvent(ordered, ordered[4], { by: 1, order: "severity" })).toBeNull();
    expect(stepEvent([], null, { by: 1, order: "time" })).toBeNull();
  });
  it("goes on from an event that a filter or a relabelling took away", () => {
    const pauses = orderedEvents(EVENTS, "pause", "time");
    expect(stepEvent(pauses, EVENTS[2], { by: 1, order: "time" })?.firstBeat).toBe(9);
    expect(stepEvent(pauses, EVENTS[2], { by: -1, order: "time" })?.firstBeat).toBe(4);
  });
  it("meets every event once, from the first to the last", () => {
    const anyEvent = fc.tuple(fc.constantFrom(...EVENT_KINDS), fc.nat(40), fc.nat(5)).map(([kind, beat, value]) => event(kind, beat, value));
    const distinct = fc.uniqueArray(anyEvent, { selector: ({ kind, firstBeat }) => `${kind} ${firstBeat}`, maxLength: 30 });
    fc.assert(
      fc.property(distinct, fc.constantFrom(...EVENT_ORDERS), (events, order) => {
        const ordered = orderedEvents(events, null, order);
        const met: RhythmEvent[] = [];
        for (let next = stepEvent(ordered, null, { by: 1, order }); next !== null; next = stepEvent(ordered, next, { by: 1, order })) met.push(next);
        expect(met).toEqual(ordered);
      }),
    );
  });
});

describe("momentToShow", () => {
  it("is the middle of what the strip can hold", () => {
    expect(momentToShow({ fromS: 100, toS: 104 }, 10)).toBe(102);
  });
  it("is such that the onset of something longer comes near the strip's left edge", () => {
    expect(momentToShow({ fromS: 100, toS: 400 }, 10) - 5).toBeCloseTo(98.5);
  });
});
