import { agreed, correlation, medianAlike, neighbours } from "./alike-beats.ts";
import type { Frame } from "./frame.ts";
import { frameOf, noPlaces, placesOf, type LeadBeats, type Places, type WavePlaces } from "./lead-beats.ts";
import { lobeEdge } from "./lobe-edge.ts";
import { likeliestWave, type Wave } from "./wave.ts";
import type { EdgeRule } from "./wave-edge.ts";

const REACH = { beforeMs: 450, afterMs: 80 };
const SCALE_MS = 12;
const EARLIEST_MS = 300;
const LONGEST_MS = 155;
/** The P wave's last slope may be found as late, the T wave's before as early. */
const OVERLAP_MS = 10;
/** The peak's place before the QRS complex. */
const EXPECTED_MS = 120;
const SPREAD_MS = 90;
const INVERTED = 0.6;
const LEAST_MV_PER_S = 0.5;

/** P waves of beats of one shape lie so close to their median. */
const SAME_PLACE_MS = 25;
const NEAR_MS = 40;
/** A P wave's slope correlates so well with the mean of other beats at its place; fibrillation waves do not. */
const AGREEMENT = 0.55;
/** Beside the wave's two lobes, what is compared. */
const BESIDE_MS = 30;
/** Of the beats of one shape so many have a confirmed P wave, or none has one. */
const LEAST_SHARE = 0.5;
/** With fewer alike, a beat's P wave is compared with all beats around. */
const LEAST_ALIKE = 3;

const ONSET: readonly EdgeRule[] = [
  { scaleMs: 12, threshold: { shareOfSteepest: 0.4 }, outsideMs: -2 },
  { scaleMs: 12, threshold: { shareOfSteepest: 0.2 }, outsideMs: 5 },
];
const END: readonly EdgeRule[] = [{ scaleMs: 16, threshold: { shareOfSteepest: 0.5 }, outsideMs: 11 }];
/** From peak to onset and end. P waves are so alike in length that the mean of the typical and the found one is nearer to the mark. */
const TYPICAL = { onsetMs: -59, endMs: 57 };
const FOUND_WEIGHT = { onset: 0.8, end: 0.6 };
const AGREED = 0.5;
const LEAST_PQ_MS = 12;

/**
 * The P wave of each beat: the likeliest wave between `earliest` and the QRS complex, where beats of its shape have one at
 * the same place and of the same form. So none is reported in atrial fibrillation, nor where P waves and QRS complexes
 * keep no distance.
 */
export function pWaves(lead: LeadBeats, qrsOnset: Places, earliest: Places): WavePlaces {
  const { alike } = lead;
  const samples = (ms: number) => (ms / 1000) * lead.samplingRateHz;
  const waves = confirmedWaves(lead, qrsOnset, earliest);
  const [toOnset, peak, toEnd] = [noPlaces(lead), noPlaces(lead), noPlaces(lead)];
  waves.forEach((wave, beat) => {
    if (wave === null) return;
    const frame = frameOf(lead, [beat], REACH);
    peak[beat] = wave.peak - frame.at;
    toOnset[beat] = between(lobeEdge(frame, wave, -1, ONSET) - wave.peak, samples(TYPICAL.onsetMs), FOUND_WEIGHT.onset);
    toEnd[beat] = between(lobeEdge(frame, wave, 1, END) - wave.peak, samples(TYPICAL.endMs), FOUND_WEIGHT.end);
  });
  return {
    onset: agreed(toOnset, alike, AGREED).map((offset, beat) => peak[beat] + offset),
    peak,
    end: agreed(toEnd, alike, AGREED).map((offset, beat) => Math.min(peak[beat] + offset, qrsOnset[beat] - samples(LEAST_PQ_MS))),
  };
}

function confirmedWaves(lead: LeadBeats, qrsOnset: Places, earliest: Places): (Wave | null)[] {
  const { alike, samplingRateHz } = lead;
  const samples = (ms: number) => (ms / 1000) * samplingRateHz;
  const find = (beat: number, near: number | null) => findWave(lead, beat, { qrsOnset: qrsOnset[beat], earliest: earliest[beat], near });
  const { at } = frameOf(lead, [], REACH);
  const first = alike.map((_, beat) => find(beat, null));
  const places = placesOf(lead, (beat) => (first[beat]?.peak ?? NaN) - at);
  const usual = placesOf(lead, (beat) => medianAlike(places, alike[beat]));
  const isUsual = (wave: Wave | null, beat: number) => wave !== null && Math.abs(wave.peak - at - usual[beat]) <= samples(SAME_PLACE_MS);
  const waves = first.map((wave, beat) => [wave, Number.isNaN(usual[beat]) ? null : find(beat, usual[beat])].find((candidate) => isUsual(candidate, beat)) ?? null);
  const confirmed = waves.map((wave, beat) => wave !== null && agreesWithOthers(lead, beat, wave));
  return waves.map((wave, beat) => (alike[beat].filter((other) => confirmed[other]).length >= LEAST_SHARE * alike[beat].length ? wave : null));
}

/** The likeliest wave in reach of a P wave, or near a place; in the index of a frame with REACH. Places are in samples after the R peak. */
function findWave(lead: LeadBeats, beat: number, { qrsOnset, earliest, near }: { qrsOnset: number; earliest: number; near: number | null }): Wave | null {
  if (Number.isNaN(qrsOnset)) return null;
  const samples = (ms: number) => (ms / 1000) * lead.samplingRateHz;
  const frame = frameOf(lead, [beat], REACH);
  const wave = likeliestWave(frame.slope(SCALE_MS), {
    from: frame.at + Math.max(earliest - samples(OVERLAP_MS), qrsOnset - samples(EARLIEST_MS)),
    to: frame.at + qrsOnset + samples(OVERLAP_MS),
    longest: samples(LONGEST_MS),
    expected: frame.at + (near ?? qrsOnset - samples(EXPECTED_MS)),
    spread: samples(near === null ? SPREAD_MS : NEAR_MS),
    inverted: INVERTED,
  });
  return wave !== null && wave.steepness >= LEAST_MV_PER_S ? wave : null;
}

/** True too where there is no other beat. */
function agreesWithOthers(lead: LeadBeats, beat: number, { first, second }: Wave): boolean {
  const compared = lead.alike[beat].length >= LEAST_ALIKE ? lead.alike[beat] : neighbours(beat, lead.rPeaks.length);
  const others = compared.filter((other) => other !== beat);
  if (others.length === 0) return true;
  const beside = Math.round((BESIDE_MS / 1000) * lead.samplingRateHz);
  const around = (frame: Frame) => frame.slope(SCALE_MS).subarray(Math.max(0, first - beside), second + beside + 1);
  return correlation(around(frameOf(lead, [beat], REACH)), around(frameOf(lead, others, REACH))) >= AGREEMENT;
}

const between = (found: number, typical: number, weight: number): number => weight * found + (1 - weight) * typical;
