import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLASSES } from "../beats/classes.ts";
import { seededRandom } from "../numeric/random.ts";
import { EVENT_KINDS, spellDuration } from "./rhythm-event.ts";
import { findRhythmEvents, RHYTHM_EVENT_DEFAULTS } from "./rhythm-events.ts";
import type { RrSeries } from "./rr-series.ts";
import { classesOf, repeated, seriesOf } from "./testing.ts";

const kindsOf = (rr: RrSeries) => findRhythmEvents(rr).map(({ kind }) => kind);
/** Beats of these classes, one interval after another. */
const beatsOf = (letters: string, intervalMs: number) => seriesOf(repeated(intervalMs, letters.length - 1), { classes: classesOf(letters) });

describe("pauses", () => {
  it("are RR intervals of more than 2 s", () => {
    const [event, ...others] = findRhythmEvents(seriesOf([800, 2000, 800, 2400, 800]));
    expect(others).toEqual([]);
    expect(event).toEqual({
      kind: "pause", severity: EVENT_KINDS.indexOf("pause") + 1, firstBeat: 3, lastBeat: 4, startSample: 3600, endSample: 6000,
      value: 2.4, unit: "s", sentence: "Pause of 2.40 s between two beats.",
    });
  });

  it("are not seen across an unusable stretch", () => {
    expect(kindsOf(seriesOf([800, 5000, 800], { unusable: [{ from: 1200, to: 1400 }] }))).toEqual([]);
  });
});

describe("tachycardia and bradycardia", () => {
  it("take the mean rate of eight intervals, and its extreme as the value", () => {
    const [event, ...others] = findRhythmEvents(seriesOf([...repeated(800, 10), ...repeated(500, 16), ...repeated(800, 10)]));
    expect(others).toEqual([]);
    expect(event).toMatchObject({ kind: "tachycardia", value: 120, unit: "bpm" });
    // 8 intervals with a mean below 600 ms: at least 6 of 500 ms, so two of 800 ms on either side belong to it.
    expect([event.firstBeat, event.lastBeat]).toEqual([8, 28]);
    expect(event.sentence).toBe("Tachycardia for 11.2 s, up to 120/min over 9 beats.");
    expect(findRhythmEvents(seriesOf(repeated(1250, 20)))).toMatchObject([{ kind: "bradycardia", value: 48, firstBeat: 0, lastBeat: 20 }]);
  });

  it("leave the limits themselves and single short intervals alone", () => {
    expect(kindsOf(seriesOf(repeated(600, 30)))).toEqual([]);
    expect(kindsOf(seriesOf(repeated(1200, 30)))).toEqual([]);
    expect(kindsOf(seriesOf([...repeated(700, 10), 350, 1050, ...repeated(700, 10)]))).toEqual([]);
    expect(kindsOf(seriesOf(repeated(500, 7)))).toEqual([]);
  });

  it("join what is no more than eight intervals apart, and never across what is not counted", () => {
    const runs = (between: number) => [...repeated(550, 12), ...repeated(800, between), ...repeated(550, 12)];
    expect(kindsOf(seriesOf(runs(10)))).toEqual(["tachycardia"]);
    expect(kindsOf(seriesOf(runs(14)))).toEqual(["tachycardia", "tachycardia"]);
    expect(kindsOf(seriesOf(repeated(500, 24), { unusable: [{ from: 6100, to: 6300 }] }))).toEqual(["tachycardia", "tachycardia"]);
  });
});

describe("runs of ventricular beats", () => {
  it.each([
    ["NNVVNN", 700, "ventricular-couplet", "Couplet: two ventricular beats in a row at 86/min."],
    ["NNVVVNN", 700, "ventricular-triplet", "Triplet: three ventricular beats in a row at 86/min."],
    ["NNVVVNN", 590, "ventricular-tachycardia", "Ventricular tachycardia, non-sustained: 3 ventricular beats in a row at 102/min for 1.2 s."],
    ["NNVVVVVN", 800, "idioventricular-rhythm", "Idioventricular rhythm: 5 ventricular beats in a row at 75/min for 3.2 s."],
  ])("%s at %i ms: %s", (letters, intervalMs, kind, sentence) => {
    expect(findRhythmEvents(beatsOf(letters, intervalMs)).filter((event) => event.kind !== "tachycardia")).toMatchObject([
      { kind, sentence, firstBeat: 2, lastBeat: letters.lastIndexOf("V"), unit: "bpm" },
    ]);
  });

  it("are sustained from 30 s on", () => {
    const [first] = findRhythmEvents(beatsOf(`N${"V".repeat(61)}N`, 500)).filter(({ kind }) => kind === "ventricular-tachycardia");
    expect(first.sentence).toBe("Ventricular tachycardia, sustained: 61 ventricular beats in a row at 120/min for 30.0 s.");
    expect(first.severity).toBe(1);
  });

  it("follow another definition of tachycardia", () => {
    const options = { ...RHYTHM_EVENT_DEFAULTS, ventricular: { ...RHYTHM_EVENT_DEFAULTS.ventricular, tachycardiaBeats: 4 } };
    expect(findRhythmEvents(beatsOf("NVVVN", 500), options)).toMatchObject([{ kind: "ventricular-triplet" }]);
  });

  it("end where an interval is not counted, and need classes", () => {
    const unusable = [{ from: 1500, to: 1600 }];
    expect(kindsOf(seriesOf(repeated(700, 4), { classes: classesOf("NVVVN"), unusable }))).toEqual(["ventricular-couplet"]);
    expect(kindsOf(seriesOf(repeated(700, 4)))).toEqual([]);
  });
});

describe("bigeminy and trigeminy", () => {
  it.each([
    ["NNNVNVNVNNN", "ventricular-bigeminy", 2, 7, "Bigeminy for 3.5 s: every second beat is ventricular, 3 in all."],
    ["NNNVNNVNNVNN", "ventricular-trigeminy", 1, 9, "Trigeminy for 5.6 s: every third beat is ventricular, 3 in all."],
  ])("%s: %s", (letters, kind, firstBeat, lastBeat, sentence) => {
    expect(findRhythmEvents(beatsOf(letters, 700))).toMatchObject([{ kind, firstBeat, lastBeat, value: 3, unit: "beats", sentence }]);
  });

  it("need three ventricular beats in step", () => {
    expect(kindsOf(beatsOf("NNVNVNN", 700))).toEqual([]);
    expect(kindsOf(beatsOf("VNNVNNVNN", 700))).toEqual([]);
    expect(kindsOf(beatsOf("NVNNVNVNNV", 700))).toEqual([]);
  });

  it("end where an interval is not counted", () => {
    const unusable = [{ from: 2900, to: 3000 }];
    expect(kindsOf(seriesOf(repeated(700, 8), { classes: classesOf("NVNVNVNVN"), unusable }))).toEqual([]);
  });
});

describe("irregularly irregular rhythm", () => {
  const random = seededRandom(11);
  const irregular = (intervals: number) => Array.from({ length: intervals }, () => 450 + random.integer(700));
  const sinus = (intervals: number) => Array.from({ length: intervals }, (_, i) => 850 + Math.round(60 * Math.sin(i / 3)) + random.integer(20));
  const found = (rr: RrSeries) => findRhythmEvents(rr).filter(({ kind }) => kind === "irregular-rhythm");

  it("is found between stretches of sinus rhythm", () => {
    const events = found(seriesOf([...sinus(200), ...irregular(200), ...sinus(200)]));
    expect(events).toHaveLength(1);
    // A window of 48 is half in at its bounds.
    expect(Math.abs(events[0].firstBeat - 200)).toBeLessThan(24);
    expect(Math.abs(events[0].lastBeat - 400)).toBeLessThan(24);
    expect(events[0].sentence).toMatch(/^Irregularly irregular RR intervals for \d min \d+ s at 7\d\/min on average, as in atrial fibrillation; P waves decide\.$/);
  });

  it("is found in a strip of half a minute, and not told from less", () => {
    expect(found(seriesOf(irregular(36)))).toMatchObject([{ firstBeat: 0, lastBeat: 36 }]);
    expect(found(seriesOf(irregular(20)))).toEqual([]);
  });

  it("is neither sinus arrhythmia nor bigeminy, nor frequent ventricular beats where they are known", () => {
    expect(found(seriesOf(sinus(600)))).toEqual([]);
    expect(found(seriesOf(Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? 500 : 1100) + random.integer(20))))).toEqual([]);
    const isEarly = Array.from({ length: 600 }, () => random.uniform() < 0.2);
    const intervals = isEarly.map((early, i) => (early ? 450 + random.integer(200) : i > 0 && isEarly[i - 1] ? 1000 + random.integer(200) : 850 + random.integer(20)));
    const classes = Uint8Array.from([false, ...isEarly], (early) => (early ? 2 : 0));
    expect(found(seriesOf(intervals, { classes }))).toEqual([]);
  });

  it("does not reach across half a minute without beats", () => {
    const rr = seriesOf([...irregular(60), 40_000, ...irregular(60)], { unusable: [{ from: 60_000, to: 70_000 }] });
    expect(found(rr).every(({ startSample, endSample }) => endSample < 70_000 || startSample > 60_000)).toBe(true);
    expect(found(rr)).toHaveLength(2);
  });
});

describe("findRhythmEvents", () => {
  it("finds nothing in 0, 1 or 2 beats", () => {
    for (const peaks of [[], [700], [700, 700]]) expect(findRhythmEvents(seriesOf(peaks))).toEqual([]);
  });

  it("gives events in the order of time, within the recording, with finite values and a sentence", () => {
    const scene = fc.array(fc.tuple(fc.integer({ min: 200, max: 4000 }), fc.nat({ max: 4 })), { maxLength: 120 });
    fc.assert(
      fc.property(scene, (beats) => {
        const classes = Uint8Array.from([0, ...beats.map(([, beatClass]) => (beatClass < CLASSES.aami.length ? beatClass : 255))]);
        const rr = seriesOf(beats.map(([ms]) => ms), { classes });
        const events = findRhythmEvents(rr);
        events.forEach((event, i) => {
          expect(event.firstBeat).toBeLessThan(event.lastBeat);
          expect([event.startSample, event.endSample]).toEqual([rr.peakSample[event.firstBeat], rr.peakSample[event.lastBeat]]);
          expect(Number.isFinite(event.value) && event.value > 0).toBe(true);
          expect(event.sentence).not.toMatch(/NaN|Infinity|undefined/);
          expect(event.sentence.endsWith(".")).toBe(true);
          expect(EVENT_KINDS[event.severity - 1]).toBe(event.kind);
          if (i > 0) expect(event.startSample).toBeGreaterThanOrEqual(events[i - 1].startSample);
        });
      }),
    );
  });
});

it("spells a length of time", () => {
  expect([2.24, 59.94, 59.96, 75, 3599.7, 3720].map(spellDuration)).toEqual(["2.2 s", "59.9 s", "1 min 0 s", "1 min 15 s", "1 h 0 min", "1 h 2 min"]);
});
