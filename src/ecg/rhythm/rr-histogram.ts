import { quantiles } from "../numeric/quantile.ts";
import type { RrSeries } from "./rr-series.ts";

/** Counts of RR intervals in bins of equal width, of whole samples: else bins would hold now two, now three possible lengths. */
export interface RrHistogram {
  readonly binWidthMs: number;
  /** where the first bin begins; bins lie between the lengths that intervals can have */
  readonly fromMs: number;
  readonly nn: Uint32Array<ArrayBuffer>;
  /** intervals that are not NN */
  readonly other: Uint32Array<ArrayBuffer>;
  /** intervals longer than the bins reach, which the last one counts too */
  readonly beyond: number;
}

/** Bins of the Task Force of ESC and NASPE (Circulation 93, 1043–1065, 1996), as near as whole samples come. */
const BIN_MS = 1000 / 128;
/** Fewer intervals in bins as narrow would only be a comb. */
const FEW_INTERVALS = 300;
const FEW_BINS_MS = 4 * BIN_MS;
/** A few pauses must not press all others together: the bins reach a little past nearly all intervals. */
const REACHED_SHARE = 0.999;
const ROOM = 1.25;

/** The histogram of all intervals counted; null where there is none. */
export function rrHistogram({ peakSample, endBeat, isNormal, samplingRateHz }: RrSeries): RrHistogram | null {
  if (endBeat.length === 0) return null;
  const lengths = Float64Array.from(endBeat, (beat) => peakSample[beat] - peakSample[beat - 1]);
  const binSamples = Math.max(1, Math.round(((endBeat.length < FEW_INTERVALS ? FEW_BINS_MS : BIN_MS) * samplingRateHz) / 1000));
  const binOf = (length: number) => Math.floor(length / binSamples);
  const [shortest, usual, longest] = quantiles(lengths, [0, REACHED_SHARE, 1]);
  const first = binOf(shortest);
  const last = binOf(Math.min(longest, ROOM * usual));
  const nn = new Uint32Array(last - first + 1);
  const other = new Uint32Array(last - first + 1);
  let beyond = 0;
  lengths.forEach((length, i) => {
    const bin = binOf(length);
    if (bin > last) beyond++;
    (isNormal[i] === 1 ? nn : other)[Math.min(bin, last) - first]++;
  });
  const toMs = 1000 / samplingRateHz;
  return { binWidthMs: binSamples * toMs, fromMs: (first * binSamples - 0.5) * toMs, nn, other, beyond };
}
