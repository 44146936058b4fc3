/** Which detection belongs to which reference beat: -1 for a missed beat. One detection belongs to at most one beat. */
export interface PeakMatches {
  /** index of the detection, one entry per reference beat */
  readonly detectionOf: Int32Array<ArrayBuffer>;
  readonly matched: number;
  readonly missed: number;
  /** detections that belong to no beat */
  readonly extra: number;
}

/**
 * Matches detected to reference beats one to one, as ANSI/AAMI EC57 asks and PhysioNet's `bxb` does: both are walked in
 * order of time, and two at most `toleranceSamples` apart are a pair unless the earlier one's partner would be closer to
 * the next of the other kind, which itself then has none closer. Both arrays ascend.
 */
export function matchPeaks(reference: Uint32Array, detected: Uint32Array, toleranceSamples: number): PeakMatches {
  const detectionOf = new Int32Array(reference.length).fill(-1);
  const at = (peaks: Uint32Array, index: number) => (index < peaks.length ? peaks[index] : Infinity);
  let matched = 0;
  let r = 0;
  let d = 0;
  while (r < reference.length && d < detected.length) {
    const detectedFirst = detected[d] < reference[r];
    const [early, earlyNext, late, lateNext] = detectedFirst
      ? [detected[d], at(detected, d + 1), reference[r], at(reference, r + 1)]
      : [reference[r], at(reference, r + 1), detected[d], at(detected, d + 1)];
    const apart = late - early;
    const rival = Math.abs(late - earlyNext);
    if (apart <= toleranceSamples && (apart <= rival || Math.abs(lateNext - earlyNext) < rival)) {
      detectionOf[r++] = d++;
      matched++;
    } else if (detectedFirst) d++;
    else r++;
  }
  return { detectionOf, matched, missed: reference.length - matched, extra: detected.length - matched };
}
