import { agreed } from "./alike-beats.ts";
import { lobeEdge } from "./lobe-edge.ts";
import { frameOf, noPlaces, type LeadBeats, type Places, type WavePlaces } from "./lead-beats.ts";
import { likeliestWave } from "./wave.ts";
import type { EdgeRule } from "./wave-edge.ts";

const REACH = { beforeMs: 100, afterMs: 800 };
const SCALE_MS = 20;
/** From the end of the QRS complex; before it the slope is still the complex's. */
const AFTER_QRS_MS = 30;
/** Not later than so much of the RR interval and a little more, where P waves begin, nor so close to the next R peak. */
const LATEST = { shareOfRr: 0.6, moreMs: 80, beforeNextMs: 60 };
const LONGEST_MS = 300;
/** The peak's place after the R peak at an RR interval of 1 s, which grows with its cube root, as QT does (L. S. Fridericia 1920). */
const EXPECTED_MS = 285;
const SPREAD_MS = 75;
const INVERTED = 0.7;
const ONSET: readonly EdgeRule[] = [
  { scaleMs: 8, threshold: { shareOfSteepest: 0.3 }, outsideMs: -11 },
  { scaleMs: 8, threshold: { mvPerS: 0.6 }, outsideMs: 3 },
  { scaleMs: 25, threshold: { shareOfSteepest: 0.8 }, outsideMs: -23 },
];
const END: readonly EdgeRule[] = [
  { scaleMs: 10, threshold: { shareOfSteepest: 0.3 }, outsideMs: 6 },
  { scaleMs: 10, threshold: { shareOfSteepest: 0.1 }, outsideMs: 16 },
];
/** How far a beat's edges are moved towards the median of beats of its shape: QT follows the rate, so not all the way. */
const AGREED = { onset: 0.75, end: 0.4 };

/** The T wave of each beat: the likeliest wave after the QRS complex. */
export function tWaves(lead: LeadBeats, qrsEnd: Places): WavePlaces {
  const samples = (ms: number) => (ms / 1000) * lead.samplingRateHz;
  const [onset, peak, end] = [noPlaces(lead), noPlaces(lead), noPlaces(lead)];
  for (let beat = 0; beat < lead.rPeaks.length; beat++) {
    if (Number.isNaN(qrsEnd[beat])) continue;
    const rr = rrAfter(lead, beat);
    const frame = frameOf(lead, [beat], REACH);
    const { at } = frame;
    const wave = likeliestWave(frame.slope(SCALE_MS), {
      from: at + qrsEnd[beat] + samples(AFTER_QRS_MS),
      to: at + Math.min(LATEST.shareOfRr * rr + samples(LATEST.moreMs), rr - samples(LATEST.beforeNextMs)),
      longest: samples(LONGEST_MS),
      expected: at + samples(EXPECTED_MS) * Math.cbrt(rr / lead.samplingRateHz),
      spread: samples(SPREAD_MS),
      inverted: INVERTED,
    });
    if (wave === null) continue;
    onset[beat] = lobeEdge(frame, wave, -1, ONSET) - at;
    peak[beat] = wave.peak - at;
    end[beat] = lobeEdge(frame, wave, 1, END) - at;
  }
  return { onset: agreed(onset, lead.alike, AGREED.onset), peak, end: agreed(end, lead.alike, AGREED.end) };
}

/** Samples to the next R peak; after the last beat as many as before it, after an only one as many as a second has. */
function rrAfter({ samplingRateHz, rPeaks }: LeadBeats, beat: number): number {
  if (beat + 1 < rPeaks.length) return rPeaks[beat + 1] - rPeaks[beat];
  return beat > 0 ? rPeaks[beat] - rPeaks[beat - 1] : samplingRateHz;
}
