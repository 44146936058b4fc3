import type { HeartRateVariability } from "./hrv.ts";
import type { RrSeries } from "./rr-series.ts";

/** Each RR interval against the next one, where both are counted and share a beat: all arrays have one entry a pair. */
export interface PoincarePairs {
  /** index of the beat shared */
  readonly beat: Uint32Array<ArrayBuffer>;
  readonly intervalMs: Float64Array<ArrayBuffer>;
  readonly nextMs: Float64Array<ArrayBuffer>;
  /** 1 where both are NN intervals */
  readonly isNormal: Uint8Array<ArrayBuffer>;
}

/** One standard deviation of the NN pairs: half-axes SD2 along the line of identity and SD1 across it. */
export interface PoincareEllipse {
  readonly centreMs: { readonly interval: number; readonly next: number };
  readonly sd1Ms: number;
  readonly sd2Ms: number;
}

export function poincarePairs({ intervalMs, endBeat, isNormal }: RrSeries): PoincarePairs {
  const most = Math.max(0, endBeat.length - 1);
  const pairs = { beat: new Uint32Array(most), intervalMs: new Float64Array(most), nextMs: new Float64Array(most), isNormal: new Uint8Array(most) };
  let count = 0;
  for (let i = 0; i < most; i++) {
    if (endBeat[i + 1] !== endBeat[i] + 1) continue;
    pairs.beat[count] = endBeat[i];
    pairs.intervalMs[count] = intervalMs[i];
    pairs.nextMs[count] = intervalMs[i + 1];
    pairs.isNormal[count++] = isNormal[i] & isNormal[i + 1];
  }
  return {
    beat: pairs.beat.slice(0, count),
    intervalMs: pairs.intervalMs.slice(0, count),
    nextMs: pairs.nextMs.slice(0, count),
    isNormal: pairs.isNormal.slice(0, count),
  };
}

/** The ellipse of M. Brennan et al. (IEEE Trans Biomed Eng 48, 1342–1347, 2001) about the mean of the NN pairs; null where SD1 or SD2 is. */
export function poincareEllipse({ intervalMs, nextMs, isNormal }: PoincarePairs, { sd1Ms, sd2Ms }: HeartRateVariability): PoincareEllipse | null {
  const count = isNormal.reduce((sum, own) => sum + own, 0);
  if (sd1Ms === null || sd2Ms === null || count === 0) return null;
  const meanOf = (values: Float64Array) => values.reduce((sum, ms, pair) => sum + ms * isNormal[pair], 0) / count;
  return { centreMs: { interval: meanOf(intervalMs), next: meanOf(nextMs) }, sd1Ms, sd2Ms };
}
