import { agreed } from "./alike-beats.ts";
import type { Frame } from "./frame.ts";
import { frameOf, noPlaces, type LeadBeats, type Places } from "./lead-beats.ts";
import { steepest, waveEdge, type EdgeRule } from "./wave-edge.ts";

const REACH = { beforeMs: 280, afterMs: 280 };
const SCALE_MS = 3.5;
/** The steepest slope of the complex is so near the R peak, also where another wave of the complex was taken for R. */
const STEEPEST_WITHIN_MS = 120;
/** A slope of so much of the steepest, so near it, belongs to the complex, also across a plateau. */
const STRONG_SHARE = 0.4;
const STRONG_WITHIN_MS = 60;
/** From the outermost strong slope inwards, where other scales have theirs. */
const INWARDS_MS = 30;
const QUIET_MS = 14;
const LONGEST_MS = 140;
/** Less is no QRS complex. */
const LEAST_MV_PER_S = 2;
const ONSET: readonly EdgeRule[] = [
  { scaleMs: 2, threshold: { mvPerS: 4 }, outsideMs: -3 },
  { scaleMs: 5, threshold: { mvPerS: 2 }, outsideMs: -2 },
  { scaleMs: 11, threshold: { mvPerS: 4 }, outsideMs: -8 },
];
const END: readonly EdgeRule[] = [
  { scaleMs: 2, threshold: { mvPerS: 3 }, outsideMs: 6 },
  { scaleMs: 5, threshold: { mvPerS: 3 }, outsideMs: -2 },
  { scaleMs: 9, threshold: { mvPerS: 2 }, outsideMs: 3 },
];

export interface QrsComplexes {
  readonly onset: Places;
  readonly end: Places;
}

/** Onset and end of each beat's QRS complex: the median of those found in beats of its shape, since noise does not agree. */
export function qrsComplexes(lead: LeadBeats): QrsComplexes {
  const [onset, end] = [noPlaces(lead), noPlaces(lead)];
  for (let beat = 0; beat < lead.rPeaks.length; beat++) {
    const frame = frameOf(lead, [beat], REACH);
    const slope = frame.slope(SCALE_MS);
    const within = (STEEPEST_WITHIN_MS / 1000) * lead.samplingRateHz;
    const main = steepest(slope, frame.at - within, frame.at + within, 0);
    if (Math.abs(slope[main]) < LEAST_MV_PER_S) continue;
    onset[beat] = edge(frame, main, -1) - frame.at;
    end[beat] = edge(frame, main, 1) - frame.at;
  }
  return { onset: agreed(onset, lead.alike, 1), end: agreed(end, lead.alike, 1) };
}

/** Index of the onset (step −1) or end of the complex whose steepest slope is at `main`. */
function edge(frame: Frame, main: number, step: -1 | 1): number {
  const samples = (ms: number) => (ms / 1000) * frame.samplingRateHz;
  const slope = frame.slope(SCALE_MS);
  let outermost = main;
  for (let i = main; Math.abs(i - main) <= samples(STRONG_WITHIN_MS) && i >= 0 && i < slope.length; i += step) {
    if (Math.abs(slope[i]) >= STRONG_SHARE * Math.abs(slope[main])) outermost = i;
  }
  const inner = outermost - step * samples(INWARDS_MS);
  const strong = { from: Math.min(inner, outermost), to: Math.max(inner, outermost) };
  return waveEdge(frame, step === -1 ? ONSET : END, { ...strong, step, sign: 0, quietMs: QUIET_MS, reachMs: LONGEST_MS });
}
