import { AAMI } from "../beats/classes.ts";
import { rhythmEvent, secondsBetween, spellDuration, type EventFacts, type RhythmEvent } from "./rhythm-event.ts";
import { intervalBeforeBeat, type RrSeries } from "./rr-series.ts";

export interface VentricularEventOptions {
  /** so many ventricular beats in a row above the rate are ventricular tachycardia */
  readonly tachycardiaBeats: number;
  readonly ventricularTachycardiaBpm: number;
  /** from here on ventricular tachycardia is sustained */
  readonly sustainedS: number;
  /** so many ventricular beats, each after one (bigeminy) or two (trigeminy) others, make a pattern */
  readonly patternBeats: number;
}

/**
 * Ventricular tachycardia as in the guideline of AHA, ACC and HRS (Circulation 138, e272–e391, 2018): three or more in a row
 * above 100/min, sustained from 30 s on. Two in a row are a couplet; three that are no tachycardia a triplet; more of them
 * idioventricular rhythm.
 */
export const VENTRICULAR_EVENT_DEFAULTS: VentricularEventOptions = {
  tachycardiaBeats: 3,
  ventricularTachycardiaBpm: 100,
  sustainedS: 30,
  patternBeats: 3,
};

/** Runs of ventricular beats. Without classes there are none; an interval that is not counted ends a run. */
export function findVentricularRuns(rr: RrSeries, options: VentricularEventOptions): RhythmEvent[] {
  const { classes } = rr;
  if (classes === null) return [];
  const before = intervalBeforeBeat(rr);
  const events: RhythmEvent[] = [];
  for (let beat = 0; beat < classes.length; beat++) {
    if (classes[beat] !== AAMI.V) continue;
    const firstBeat = beat;
    while (beat + 1 < classes.length && classes[beat + 1] === AAMI.V && before[beat + 1] > 0) beat++;
    if (beat > firstBeat) events.push(rhythmEvent(rr, describeRun(rr, [firstBeat, beat], options)));
  }
  return events;
}

/** Bigeminy and trigeminy: each ventricular beat after just one, or just two, that are not. */
export function findVentricularPatterns(rr: RrSeries, { patternBeats }: VentricularEventOptions): RhythmEvent[] {
  return [...findPattern(rr, patternBeats, "ventricular-bigeminy"), ...findPattern(rr, patternBeats, "ventricular-trigeminy")];
}

function describeRun(rr: RrSeries, [firstBeat, lastBeat]: readonly [number, number], options: VentricularEventOptions): EventFacts {
  const beats = lastBeat - firstBeat + 1;
  const durationS = secondsBetween(rr, firstBeat, lastBeat);
  const rateBpm = (60 * (beats - 1)) / durationS;
  const at = `at ${rateBpm.toFixed(0)}/min`;
  const facts = { firstBeat, lastBeat, value: rateBpm, unit: "bpm" } as const;
  if (beats === 2) return { ...facts, kind: "ventricular-couplet", sentence: `Couplet: two ventricular beats in a row ${at}.` };
  if (beats >= options.tachycardiaBeats && rateBpm > options.ventricularTachycardiaBpm) {
    const kept = durationS >= options.sustainedS ? "sustained" : "non-sustained";
    const sentence = `Ventricular tachycardia, ${kept}: ${beats} ventricular beats in a row ${at} for ${spellDuration(durationS)}.`;
    return { ...facts, kind: "ventricular-tachycardia", sentence };
  }
  if (beats === 3) return { ...facts, kind: "ventricular-triplet", sentence: `Triplet: three ventricular beats in a row ${at}.` };
  const sentence = `Idioventricular rhythm: ${beats} ventricular beats in a row ${at} for ${spellDuration(durationS)}.`;
  return { ...facts, kind: "idioventricular-rhythm", sentence };
}

const PATTERNS = {
  "ventricular-bigeminy": { period: 2, name: "Bigeminy", each: "every second beat" },
  "ventricular-trigeminy": { period: 3, name: "Trigeminy", each: "every third beat" },
} as const;

function findPattern(rr: RrSeries, patternBeats: number, kind: keyof typeof PATTERNS): RhythmEvent[] {
  const { classes } = rr;
  if (classes === null) return [];
  const { period, name, each } = PATTERNS[kind];
  const before = intervalBeforeBeat(rr);
  /** Whether a ventricular beat ends `period` beats, linked by counted intervals, the others of which are not ventricular. */
  const endsCycle = (beat: number) => {
    if (classes[beat] !== AAMI.V || beat < period - 1) return false;
    for (let back = 1; back < period; back++) if (classes[beat - back] === AAMI.V || before[beat - back + 1] === 0) return false;
    return true;
  };
  const events: RhythmEvent[] = [];
  for (let beat = 0; beat < classes.length; beat++) {
    if (!endsCycle(beat)) continue;
    const firstBeat = beat - period + 1;
    while (beat + period < classes.length && endsCycle(beat + period) && before[beat + 1] > 0) beat += period;
    const value = (beat - firstBeat + 1) / period;
    if (value < patternBeats) continue;
    const sentence = `${name} for ${spellDuration(secondsBetween(rr, firstBeat, beat))}: ${each} is ventricular, ${value} in all.`;
    events.push(rhythmEvent(rr, { kind, firstBeat, lastBeat: beat, value, unit: "beats", sentence }));
  }
  return events;
}
