import { agreed } from "./alike-beats.ts";
import { frameOf, placesOf, type LeadBeats, type Places } from "./lead-beats.ts";
import { steepest, waveEdge, type EdgeRule } from "./wave-edge.ts";

const REACH = { beforeMs: 300, afterMs: 300 };
const SCALE_MS = 3.5;
/** The steepest slope of the complex is so near the R peak, also where another wave of the complex was taken for R. */
const STEEPEST_WITHIN_MS = 120;
/** A slope of so much of the steepest, so near it, belongs to the complex, also across a plateau. */
const STRONG_SHARE = 0.4;
const STRONG_WITHIN_MS = 80;
/** From the outermost strong slope inwards, where other scales have theirs. */
const INWARDS_MS = 30;
const QUIET_MS = 14;
const LONGEST_MS = 140;
/** Less is no QRS complex. */
const LEAST_MV_PER_S = 2;
const ONSET: readonly EdgeRule[] = [
  { scaleMs: 11, threshold: { mvPerS: 3 }, outsideMs: -4 },
  { scaleMs: 9, threshold: { shareOfSteepest: 0.15 }, outsideMs: -9 },
  { scaleMs: 2, threshold: { mvPerS: 4 }, outsideMs: -4 },
];
const END: readonly EdgeRule[] = [
  { scaleMs: 5, threshold: { mvPerS: 2 }, outsideMs: 6 },
  { scaleMs: 3.5, threshold: { shareOfSteepest: 0.09 }, outsideMs: -4 },
];

export interface QrsComplexes {
  readonly onset: Places;
  readonly end: Places;
}

/** Onset and end of each beat's QRS complex: the median of those found in beats of its shape, since noise does not agree. */
export function qrsComplexes(lead: LeadBeats): QrsComplexes {
  const edges = (step: -1 | 1) => agreed(placesOf(lead, (beat) => edgeOf(lead, beat, step)), lead.alike, 1);
  return { onset: edges(-1), end: edges(1) };
}

function edgeOf(lead: LeadBeats, beat: number, step: -1 | 1): number {
  const samples = (ms: number) => (ms / 1000) * lead.samplingRateHz;
  const frame = frameOf(lead, [beat], REACH);
  const slope = frame.slope(SCALE_MS);
  const main = steepest(slope, frame.at - samples(STEEPEST_WITHIN_MS), frame.at + samples(STEEPEST_WITHIN_MS), 0);
  if (Math.abs(slope[main]) < LEAST_MV_PER_S) return NaN;
  let outermost = main;
  for (let i = main; Math.abs(i - main) <= samples(STRONG_WITHIN_MS) && i in slope; i += step) {
    if (Math.abs(slope[i]) >= STRONG_SHARE * Math.abs(slope[main])) outermost = i;
  }
  const inner = outermost - step * samples(INWARDS_MS);
  return (
    waveEdge(frame, step === -1 ? ONSET : END, {
      step,
      from: Math.min(inner, outermost),
      to: Math.max(inner, outermost),
      sign: 0,
      quietMs: QUIET_MS,
      reachMs: LONGEST_MS,
    }) - frame.at
  );
}
