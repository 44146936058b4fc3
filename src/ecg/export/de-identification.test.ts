import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundedAge, createDeIdentification, fromZero, onOtherDay, onOtherDays, plainLeadName, withRhythmTexts } from "./de-identification.ts";

const dayOf = (timeS: number) => Math.floor(timeS / 86_400);
const century = (timeS: number) => new Date(timeS * 1000).getUTCFullYear();
const zeros = (count: number) => new Uint8Array(count);

describe("pseudonyms", () => {
  it("are the same for the same ID, differ for different ones, and are others in the next export", () =>
    fc.assert(fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 50 }), (ids) => {
      const [first, second] = [createDeIdentification(), createDeIdentification()];
      const pseudonyms = ids.map(first.pseudonymOf);
      expect(ids.map(first.pseudonymOf)).toEqual(pseudonyms);
      expect(new Set(pseudonyms).size).toBe(ids.length);
      expect(pseudonyms.every((pseudonym) => /^P-[2-9a-hjkmnp-z]{8}$/.test(pseudonym))).toBe(true);
      expect(ids.map(second.pseudonymOf)).not.toEqual(pseudonyms);
    })));
  it("are drawn again where chance gives the same one twice", () => {
    let drawn = 0;
    const { pseudonymOf } = createDeIdentification((count) => new Uint8Array(count).fill(drawn++ < 2 ? 0 : 1));
    expect([pseudonymOf("a"), pseudonymOf("b")]).toEqual(["P-22222222", "P-33333333"]);
  });
});

describe("days", () => {
  it("move to 2100–2199 by whole days, so that intervals and times of day stay", () =>
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 4e9 }), fc.array(fc.integer({ min: 0, max: 1e7 }), { maxLength: 20 }), (start, gaps) => {
      const timeS = Float64Array.from([0, ...gaps].map((gap) => start + gap));
      const moved = onOtherDays(timeS, createDeIdentification().firstDayOf("a"));
      expect(century(moved[0])).toBeGreaterThanOrEqual(2100);
      expect(century(moved[0])).toBeLessThan(2200);
      moved.forEach((time, i) => {
        expect(time - moved[0]).toBe(timeS[i] - timeS[0]);
        expect(time - dayOf(time) * 86_400).toBe(timeS[i] - dayOf(timeS[i]) * 86_400);
      });
    })));
  it("are one patient's own, and the same in all files of an export", () => {
    const identity = createDeIdentification();
    const days = Array.from({ length: 50 }, (_, patient) => identity.firstDayOf(String(patient)));
    expect(days.map((_, patient) => identity.firstDayOf(String(patient)))).toEqual(days);
    expect(new Set(days).size).toBeGreaterThan(40);
    expect(identity.firstDayOf("0")).toBe(onOtherDays(Float64Array.of(1e9), identity.firstDayOf("0"))[0] / 86_400 - (1e9 % 86_400) / 86_400);
  });
  it("of a start keep its clock; what is not understood goes", () => {
    const day = createDeIdentification(zeros).firstDayOf("a");
    expect(onOtherDay("2026-10-24T14:05:03.5", day)).toBe("2100-01-01T14:05:03.5");
    expect(onOtherDay("2026-10-24", day)).toBeNull();
    expect(onOtherDay("Mrs Jones, 24 Oct", day)).toBeNull();
    expect(onOtherDay(null, day)).toBeNull();
  });
  it("hidden in numbers of seconds go with the zero", () => {
    expect(Array.from(fromZero(Float64Array.of(1_762_000_000.25, 1_762_000_001.05)))).toEqual([0, 0.8]);
    expect(Array.from(fromZero(new Float64Array(0)))).toEqual([]);
  });
});

it("ages from 90 on are one", () => expect([null, 0, 89, 90, 104].map(boundedAge)).toEqual([null, 0, 89, 90, 90]));

it("leads keep standard names only", () => expect(["II", "MLII", "Mrs Jones", "lead ii"].map(plainLeadName)).toEqual(["II", "MLII", "lead 3", "lead 4"]));

it("marks keep the texts that name a rhythm only", () => {
  const marks = { sample: Uint32Array.of(1, 2, 3), code: Uint8Array.of(28, 22, 28), subtype: new Int8Array(3), text: new Map([[0, "(AFIB"], [1, "Mrs Jones turned"], [2, "(JONES"]]) };
  expect(withRhythmTexts(marks)).toEqual({ ...marks, text: new Map([[0, "(AFIB"]]) });
  expect(withRhythmTexts(null)).toBeNull();
});
