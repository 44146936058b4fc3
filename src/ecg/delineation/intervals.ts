import { AAMI } from "../beats/classes.ts";
import { quantiles } from "../numeric/quantile.ts";
import type { Stretch } from "../recording/merge-stretches.ts";
import { intervalBeforeBeat, type RrSeries } from "../rhythm/rr-series.ts";
import { UNLABELLED } from "../table.ts";
import { NOT_FOUND, type Delineation } from "./delineation.ts";

export const INTERVALS = ["pr", "qrs", "qt", "qtcBazett", "qtcFridericia"] as const;
export type IntervalName = (typeof INTERVALS)[number];

/** An interval over the beats that it could be measured in. */
export interface IntervalMeasure {
  readonly medianMs: number;
  /** first and third quartile */
  readonly lowMs: number;
  readonly highMs: number;
  readonly beats: number;
}

/**
 * Null where the signal does not allow it: the interval is found in fewer than LEAST_BEATS beats or in less than half of
 * them, differs too much from beat to beat, or is none that a heart can have. There is no QTc without QT.
 */
export type Intervals = Readonly<Record<IntervalName, IntervalMeasure | null>>;

export interface IntervalOptions {
  /** ascending and disjoint; beats that one cuts through are left out */
  readonly unusable?: readonly Stretch[];
}

const LEAST_BEATS = 3;
const LEAST_SHARE = 0.5;
/** What hearts have, ms, and the widest distance between quartiles that still is one interval and not noise. */
const LIMITS: Readonly<Record<IntervalName, { readonly least: number; readonly most: number; readonly widest: number }>> = {
  pr: { least: 80, most: 400, widest: 40 },
  qrs: { least: 40, most: 250, widest: 40 },
  qt: { least: 200, most: 700, widest: 80 },
  qtcBazett: { least: 200, most: 750, widest: 100 },
  qtcFridericia: { least: 200, most: 750, widest: 100 },
};

/**
 * PR from the onset of P to that of QRS, QRS from its onset to its end, QT from the onset of QRS to the end of T; QTc per
 * beat from the RR interval before it: Bazett's QT / √RR (Heart 7, 1920) and Fridericia's QT / ∛RR (Acta Med. Scand. 53,
 * 1920), RR in s. Beats classified as ectopic are left out. `delineation` and `rr` are of the same beats.
 */
export function intervals(delineation: Delineation, rr: RrSeries, { unusable = [] }: IntervalOptions = {}): Intervals {
  const { pOnset, qrsOnset, qrsEnd, tEnd } = delineation;
  const toMs = 1000 / rr.samplingRateHz;
  const beats = usableBeats(delineation, rr, unusable);
  const rrBeforeS = intervalBeforeBeat(rr).map((ms) => ms / 1000);
  const between = (from: Int32Array, to: Int32Array) => (beat: number) => (from[beat] === NOT_FOUND || to[beat] === NOT_FOUND ? NaN : (to[beat] - from[beat]) * toMs);
  const qt = between(qrsOnset, tEnd);
  const corrected = (root: (seconds: number) => number) => (beat: number) => (rrBeforeS[beat] > 0 ? qt(beat) / root(rrBeforeS[beat]) : NaN);
  const measure = (name: IntervalName, of: (beat: number) => number) => measured(name, Float64Array.from(beats, of));
  const measuredQt = measure("qt", qt);
  const correctedQt = (name: "qtcBazett" | "qtcFridericia", root: (seconds: number) => number) => (measuredQt === null ? null : measure(name, corrected(root)));
  return {
    pr: measure("pr", between(pOnset, qrsOnset)),
    qrs: measure("qrs", between(qrsOnset, qrsEnd)),
    qt: measuredQt,
    qtcBazett: correctedQt("qtcBazett", Math.sqrt),
    qtcFridericia: correctedQt("qtcFridericia", Math.cbrt),
  };
}

/** Not ectopic, with a QRS complex, and nothing unusable from the first wave found to the last. */
function usableBeats({ pOnset, qrsOnset, qrsEnd, tEnd }: Delineation, { classes }: RrSeries, unusable: readonly Stretch[]): number[] {
  return Array.from(qrsOnset.keys()).filter((beat) => {
    if (qrsOnset[beat] === NOT_FOUND) return false;
    if (classes !== null && classes[beat] !== AAMI.N && classes[beat] !== UNLABELLED) return false;
    const first = pOnset[beat] === NOT_FOUND ? qrsOnset[beat] : pOnset[beat];
    const last = Math.max(qrsEnd[beat], tEnd[beat]);
    return !unusable.some(({ from, to }) => from <= last && to > first);
  });
}

/** NaN where a beat has no such interval. */
function measured(name: IntervalName, valuesMs: Float64Array): IntervalMeasure | null {
  const beats = valuesMs.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
  if (beats < LEAST_BEATS || beats < LEAST_SHARE * valuesMs.length) return null;
  const [lowMs, medianMs, highMs] = quantiles(valuesMs, [0.25, 0.5, 0.75]);
  const { least, most, widest } = LIMITS[name];
  return medianMs >= least && medianMs <= most && highMs - lowMs <= widest ? { medianMs, lowMs, highMs, beats } : null;
}
