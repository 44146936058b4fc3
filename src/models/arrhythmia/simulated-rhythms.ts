import { AAMI } from "../../ecg/beats/classes.ts";
import type { Random } from "../../ecg/numeric/random.ts";

/** A beat of a simulated rhythm: one of the patient's own at another time. */
export interface PlannedBeat {
  /** index of the patient's beat whose QRS complex and T wave it has */
  readonly source: number;
  /** index into CLASSES.aami */
  readonly beatClass: number;
  /** since the beat before */
  readonly intervalMs: number;
  /** of the source: amplitude as a share of its own, and how much later it comes; null for none */
  readonly pWave: { readonly share: number; readonly laterMs: number } | null;
}

const MOST_BEATS = 700;
const MOST_VENTRICULAR_SHARE = 0.1;

/** The beats to play, in their order: normal ones, and ventricular ones as long as they are few. Neither the first nor the last, whose surroundings are not whole. */
function sourceBeats(label: Uint8Array): number[] {
  const sources: number[] = [];
  let ventricular = 0;
  for (let beat = 1; beat < label.length - 1 && sources.length < MOST_BEATS; beat++) {
    const isFewVentricular = label[beat] === AAMI.V && ventricular < MOST_VENTRICULAR_SHARE * sources.length;
    if (label[beat] !== AAMI.N && !isFewVentricular) continue;
    sources.push(beat);
    if (isFewVentricular) ventricular++;
  }
  return sources;
}

/** Uniform. */
export const between = (random: Random, low: number, high: number): number => low + (high - low) * random.uniform();

/** Ventricular beats of fibrillation come so much sooner. */
const VENTRICULAR_IN_FIBRILLATION = 0.8;

/** Atrial fibrillation: no P waves, each interval drawn by itself about the patient's rate; early beats are normal ones. */
export function fibrillationPlan(label: Uint8Array, random: Random): PlannedBeat[] {
  const meanMs = between(random, 450, 900);
  const spread = between(random, 0.15, 0.27);
  return sourceBeats(label).map((source) => {
    const intervalMs = meanMs * Math.min(1.9, Math.max(0.55, Math.exp(spread * random.normal())));
    const beatClass = label[source];
    return { source, beatClass, intervalMs: beatClass === AAMI.V ? VENTRICULAR_IN_FIBRILLATION * intervalMs : intervalMs, pWave: null };
  });
}

/** Sinus rhythm's slow drift: of its logarithm, from beat to beat. */
const DRIFT = { kept: 0.9, step: 0.02 } as const;

/**
 * Sinus rhythm with premature atrial beats, single, in runs and in bigeminy, as often and as early as drawn for this
 * patient, in some with more atrial than sinus beats: the beats' own QRS complexes after a P wave that is smaller, inverted, sooner or later than the patient's own.
 */
export function prematureAtrialPlan(label: Uint8Array, random: Random): PlannedBeat[] {
  const sinusMs = between(random, 600, 1050);
  const isDominant = random.uniform() < DOMINANT_SHARE;
  const pause = between(random, 1, isDominant ? 2.2 : 1.3);
  const ectopicP = { share: between(random, -1, 1.2), laterMs: between(random, -40, 40) };
  const next = isDominant ? dominantPattern(random) : ectopicPattern(random);
  let drift = 0;
  let isAfterEctopic = false;
  return sourceBeats(label).map((source) => {
    drift = DRIFT.kept * drift + DRIFT.step * random.normal();
    const usualMs = sinusMs * Math.exp(drift);
    const isVentricular = label[source] === AAMI.V;
    const early = isVentricular ? between(random, 0.6, 0.8) : next();
    const intervalMs = usualMs * (early ?? (isAfterEctopic ? pause : 1));
    isAfterEctopic = early !== null;
    if (isVentricular) return { source, beatClass: AAMI.V, intervalMs, pWave: null };
    return early === null ? { source, beatClass: AAMI.N, intervalMs, pWave: { share: 1, laterMs: 0 } } : { source, beatClass: AAMI.S, intervalMs, pWave: ectopicP };
  });
}

/** Of the patients, in whom most beats are atrial ones: the sinus node, held down, comes in for a few beats after each run. */
const DOMINANT_SHARE = 0.25;

/** As `ectopicPattern`, where atrial beats are the rule. */
function dominantPattern(random: Random): () => number | null {
  const inRun = between(random, 0.5, 0.85);
  const [runBeats, sinusBeats] = [between(random, 2, 15), between(random, 1, 3)];
  let left = 0;
  let isRun = false;
  return () => {
    if (left <= 0) {
      isRun = !isRun;
      left = Math.ceil(-(isRun ? runBeats : sinusBeats) * Math.log(1 - random.uniform()));
    }
    left--;
    return isRun ? inRun * Math.exp(0.04 * random.normal()) : null;
  };
}

/** Gives for one supraventricular beat after another its interval as a share of the usual one where it is premature, else null. */
function ectopicPattern(random: Random): () => number | null {
  const share = { single: 0.02 * 25 ** random.uniform(), run: between(random, 0, 0.02), bigeminy: between(random, 0, 0.01) };
  const [early, inRun] = [between(random, 0.55, 0.8), between(random, 0.5, 0.8)];
  const about = (mean: number, spread: number) => mean * Math.exp(spread * random.normal());
  const coming: (number | null)[] = [];
  return () => {
    const planned = coming.shift();
    if (planned !== undefined) return planned;
    const drawn = random.uniform();
    if (drawn < share.single) return about(early, 0.05);
    if (drawn < share.single + share.run) {
      const beats = Math.floor(Math.exp(between(random, 0.7, 4)));
      for (let beat = 0; beat < beats; beat++) coming.push(about(inRun, 0.03));
      return early;
    }
    if (drawn < share.single + share.run + share.bigeminy) {
      const pairs = Math.floor(between(random, 4, 30));
      for (let pair = 0; pair < pairs; pair++) coming.push(about(early, 0.04), null);
    }
    return null;
  };
}
