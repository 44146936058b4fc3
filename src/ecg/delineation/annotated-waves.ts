import { beatClassOf } from "../recording/annotation-codes.ts";
import type { Annotations } from "../recording/annotations.ts";
import type { Boundary } from "./delineation.ts";

const P_PEAK = 24;
const T_PEAK = 27;
const ONSET = 39;
const END = 40;

/** Somebody's boundaries of waves: ascending samples; where a wave has a peak but no onset or end, that one is missing. */
export type AnnotatedWaves = Readonly<Record<Boundary, Uint32Array<ArrayBuffer>>>;

/**
 * The waves of annotations in WFDB's manner, as LUDB and the QT database have them: an onset "(", the peak (p, a beat's
 * code, t), an end ")".
 */
export function annotatedWaves({ sample, code }: Annotations): AnnotatedWaves {
  const indicesOf = (wave: (code: number) => boolean) => Array.from(code.keys()).filter((i) => wave(code[i]));
  const samplesAt = (indices: readonly number[]) => Uint32Array.from(indices, (i) => sample[i]);
  const onsets = (peaks: readonly number[]) => samplesAt(peaks.map((i) => i - 1).filter((i) => code[i] === ONSET));
  const ends = (peaks: readonly number[]) => samplesAt(peaks.map((i) => i + 1).filter((i) => code[i] === END));
  const p = indicesOf((mark) => mark === P_PEAK);
  const qrs = indicesOf((mark) => beatClassOf(mark) !== null);
  const t = indicesOf((mark) => mark === T_PEAK);
  return {
    pOnset: onsets(p),
    pPeak: samplesAt(p),
    pEnd: ends(p),
    qrsOnset: onsets(qrs),
    qrsEnd: ends(qrs),
    tOnset: onsets(t),
    tPeak: samplesAt(t),
    tEnd: ends(t),
  };
}
