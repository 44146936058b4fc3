import { BOUNDARIES, NOT_FOUND, type Boundary, type Delineation } from "./delineation.ts";
import { leadBeats, placesOf, type WavePlaces } from "./lead-beats.ts";
import { pWaves } from "./p-wave.ts";
import { qrsComplexes } from "./qrs-complex.ts";
import { tWaves } from "./t-wave.ts";

/**
 * Onset, peak and end of the P wave, onset and end of the QRS complex, onset, peak and end of the T wave of each beat of a
 * lead (mV, finite), around given R peaks (ascending samples). Single-lead, any sampling rate from about 100 Hz.
 *
 * Waves are found as pairs of modulus maxima of a wavelet transform and their edges where its modulus falls below a
 * threshold (J. P. Martínez et al., IEEE Trans. Biomed. Eng. 51, 570–581, 2004); other than there, an edge is the mean of
 * what several scales and thresholds give, and moved towards the median of neighbouring beats of the same shape, as
 * electrocardiographs measure on a median beat; and a P wave is one only where such beats agree on it.
 *
 * The boundaries of a beat are in order and between those of its neighbours; a wave that the recording cuts off is not found.
 * Throws a RangeError for peaks that do not ascend or lie outside the recording.
 */
export function delineate(samplesMv: Float32Array, samplingRateHz: number, rPeaks: Uint32Array): Delineation {
  if (rPeaks.some((peak, beat) => peak >= samplesMv.length || (beat > 0 && peak <= rPeaks[beat - 1]))) {
    throw new RangeError("R peaks must ascend and lie within the recording.");
  }
  const lead = leadBeats(samplesMv, samplingRateHz, rPeaks);
  const qrs = qrsComplexes(lead);
  const t = tWaves(lead, qrs.end);
  const waveBeforeEnds = placesOf(lead, (beat) => {
    const before = Number.isNaN(t.end[beat - 1] ?? NaN) ? (qrs.end[beat - 1] ?? NaN) : t.end[beat - 1];
    return Number.isNaN(before) ? -Infinity : before - (rPeaks[beat] - rPeaks[beat - 1]);
  });
  return inOrder(rPeaks, samplesMv.length, { p: pWaves(lead, qrs.onset, waveBeforeEnds), qrs, t });
}

interface BeatPlaces {
  readonly p: WavePlaces;
  readonly qrs: Pick<WavePlaces, "onset" | "end">;
  readonly t: WavePlaces;
}

/** Samples from places: an edge that reaches into the next wave stops there, and a wave whose peak is in another one is none. */
function inOrder(rPeaks: Uint32Array, sampleCount: number, { p, qrs, t }: BeatPlaces): Delineation {
  const beatCount = rPeaks.length;
  const found = Object.fromEntries(BOUNDARIES.map((boundary) => [boundary, new Int32Array(beatCount).fill(NOT_FOUND)])) as Record<Boundary, Int32Array<ArrayBuffer>>;
  const sampleAt = (places: Float64Array, beat: number) => Math.round(rPeaks[beat] + places[beat]);
  const isWithin = (onset: number, end: number) => onset >= 0 && end < sampleCount;
  let last = 0;
  for (let beat = 0; beat < beatCount; beat++) {
    const onset = Math.max(sampleAt(qrs.onset, beat), beat === 0 ? -Infinity : last);
    const end = Math.min(sampleAt(qrs.end, beat), beat + 1 < beatCount ? rPeaks[beat + 1] : Infinity);
    if (!(onset < end && isWithin(onset, end))) continue;
    found.qrsOnset[beat] = onset;
    found.qrsEnd[beat] = last = end;
  }
  const put = (wave: "p" | "t", beat: number, { onset, peak, end }: WavePlaces, from: number, to: number) => {
    const at = sampleAt(peak, beat);
    const [first, second] = [Math.min(Math.max(sampleAt(onset, beat), from), at), Math.max(Math.min(sampleAt(end, beat), to), at)];
    if (!(at > from && at < to && isWithin(first, second))) return;
    found[`${wave}Onset`][beat] = first;
    found[`${wave}Peak`][beat] = at;
    found[`${wave}End`][beat] = second;
  };
  for (let beat = 0; beat < beatCount; beat++) {
    if (found.qrsOnset[beat] === NOT_FOUND) continue;
    const next = beat + 1 < beatCount ? beat + 1 : null;
    const nextBegins = next === null ? Infinity : found.qrsOnset[next] === NOT_FOUND ? rPeaks[next] : found.qrsOnset[next];
    put("t", beat, t, found.qrsEnd[beat], nextBegins);
  }
  for (let beat = 0; beat < beatCount; beat++) {
    if (found.qrsOnset[beat] === NOT_FOUND) continue;
    const waveBefore = beat === 0 ? -Infinity : Math.max(found.tEnd[beat - 1], found.qrsEnd[beat - 1], rPeaks[beat - 1]);
    put("p", beat, p, waveBefore, found.qrsOnset[beat]);
  }
  return found;
}
