/**
 * What takes the person out of an export, after HIPAA's Safe Harbor (45 CFR 164.514(b)(2)) and the practice of MIMIC-IV:
 * random pseudonyms, each patient's days shifted by one random number, ages over 89 as one, and text only from closed lists.
 */
import { standardLead } from "../recording/lead-names.ts";
import type { Annotations } from "../recording/annotations.ts";

/** What was drawn for one export: one patient has one pseudonym and one shift in all of its files. Kept in memory alone. */
export interface DeIdentification {
  /** a UUID that takes the place of the check's own */
  readonly checkId: string;
  /** Drawn at random, not computed from the ID, so that nobody can compute it again from a list of IDs. */
  readonly pseudonymOf: (patientId: string) => string;
  /** The day, counted from 1970-01-01, that takes the place of the patient's first. */
  readonly firstDayOf: (patientId: string) => number;
}

/** Random bytes, as many as are asked for. */
export type RandomBytes = (count: number) => Uint8Array;

/** Without letters and figures that are easily taken for each other: i, l, o, 0, 1. */
const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
const PSEUDONYM_LETTERS = 8;
const SECONDS_A_DAY = 86_400;
/** The days that stand for real ones lie in 2100 to 2199, as MIMIC's do: nobody takes them for real. */
const FIRST_DAY = Date.UTC(2100, 0, 1) / 1000 / SECONDS_A_DAY;
const DAYS = Date.UTC(2200, 0, 1) / 1000 / SECONDS_A_DAY - FIRST_DAY;

export function createDeIdentification(random: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count))): DeIdentification {
  const pseudonyms = new Map<string, string>();
  const taken = new Set<string>();
  const days = new Map<string, number>();
  function drawPseudonym(): string {
    const drawn = `P-${Array.from(random(PSEUDONYM_LETTERS), (byte) => LETTERS[byte % LETTERS.length]).join("")}`;
    return taken.has(drawn) ? drawPseudonym() : drawn;
  }
  function drawDay(): number {
    const [a, b, c] = random(3);
    return FIRST_DAY + ((a * 65_536 + b * 256 + c) % DAYS);
  }
  return {
    checkId: crypto.randomUUID(),
    pseudonymOf: (patientId) => {
      const pseudonym = pseudonyms.get(patientId) ?? drawPseudonym();
      pseudonyms.set(patientId, pseudonym);
      taken.add(pseudonym);
      return pseudonym;
    },
    firstDayOf: (patientId) => {
      const day = days.get(patientId) ?? drawDay();
      days.set(patientId, day);
      return day;
    },
  };
}

/** Times since the epoch moved by whole days, so that the first is on `firstDay`: intervals and times of day stay. */
export function onOtherDays(timeS: Float64Array, firstDay: number): Float64Array<ArrayBuffer> {
  const shiftS = timeS.length === 0 ? 0 : (firstDay - Math.floor(timeS[0] / SECONDS_A_DAY)) * SECONDS_A_DAY;
  return Float64Array.from(timeS, (time) => time + shiftS);
}

/** Numbers of seconds counted from the first one: what they were counted from may be a date. To the microsecond. */
export function fromZero(timeS: Float64Array): Float64Array<ArrayBuffer> {
  return Float64Array.from(timeS, (time) => Math.round((time - timeS[0]) * 1e6) / 1e6);
}

/** A local time in ISO 8601 on another day; null where it is not understood. */
export function onOtherDay(startTime: string | null, day: number): string | null {
  const match = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$/.exec(startTime ?? "");
  return match === null ? null : `${new Date(day * SECONDS_A_DAY * 1000).toISOString().slice(0, 10)}${match[1]}`;
}

/** From here on ages are one: 90 stands for 90 and older. */
export const OLDEST_AGE_YEARS = 90;

export const boundedAge = (ageYears: number | null): number | null => (ageYears === null ? null : Math.min(ageYears, OLDEST_AGE_YEARS));

/** A standard lead keeps its name; what else a file calls a lead may be anything. */
export const plainLeadName = (name: string, lead: number): string => (standardLead(name) === name ? name : `lead ${lead + 1}`);

/** What the MIT-BIH databases write beside a change of rhythm; every other text may be anybody's words. */
const RHYTHM_TEXTS: ReadonlySet<string> = new Set([
  "(AB", "(AFIB", "(AFL", "(ASYS", "(B", "(B3", "(BI", "(BII", "(HGEA", "(IVR", "(N", "(NOD", "(NSR", "(P", "(PM", "(PREX", "(SAB", "(SBR", "(SVTA", "(T", "(VER", "(VF", "(VFIB", "(VFL", "(VT",
]);

/** The marks with the texts that name a rhythm, and no others. */
export const withRhythmTexts = (annotations: Annotations | null): Annotations | null =>
  annotations && { ...annotations, text: new Map([...annotations.text].filter(([, text]) => RHYTHM_TEXTS.has(text.trim()))) };
