import { quantiles } from "../numeric/quantile.ts";
import { excerptsOf } from "./excerpts.ts";
import type { Lead, Recording } from "./recording.ts";

/** Along the heart's axis: R waves are upright and P waves largest there, and detectors and models are made on them. */
const PREFERRED: readonly string[] = ["II", "MLII"];
/** A preferred lead must come so near to the best in usable time, and stand so far out of its noise. */
const ENOUGH_USABLE = 0.9;
const ENOUGH_CONTRAST = 4;
/** About as long as a QRS complex. */
const WINDOW_S = 0.12;
/** Even at 30 beats a minute so many windows hold part of a QRS complex; and so many hold no wave at any rate. */
const QRS_QUANTILE = 0.95;
const QUIET_QUANTILE = 0.2;

const EXCERPT_S = 30;

/** How well beats can be found in a lead. */
export interface LeadQuality {
  /** of the recording's time, 0 … 1 */
  readonly usableShare: number;
  /** how much larger QRS complexes are than what is between waves; 0 where nothing can be looked at */
  readonly contrast: number;
  /** how far QRS complexes reach from their lowest to their highest, mV */
  readonly qrsMv: number;
}

/** Index of the lead in which beats are looked for unless the user takes another: II or MLII if it is good enough, else the one with most usable time and QRS complexes furthest out of the noise. */
export function bestLead(recording: Pick<Recording, "leads" | "sampleCount" | "samplingRateHz">): number {
  const qualities = recording.leads.map((lead) => leadQuality(lead, recording));
  const most = Math.max(...qualities.map(({ usableShare }) => usableShare));
  const preferred = recording.leads.findIndex(({ name }, i) =>
    PREFERRED.includes(name) && qualities[i].usableShare >= ENOUGH_USABLE * most && qualities[i].contrast >= ENOUGH_CONTRAST);
  if (preferred >= 0) return preferred;
  const worth = qualities.map(({ usableShare, contrast }) => usableShare * contrast);
  return worth.indexOf(Math.max(...worth));
}

/** Looks at a few minutes of the lead only. */
export function leadQuality({ samplesMv, unusable }: Lead, { sampleCount, samplingRateHz }: Pick<Recording, "sampleCount" | "samplingRateHz">): LeadQuality {
  const usableShare = 1 - unusable.reduce((sum, { from, to }) => sum + to - from, 0) / sampleCount;
  const window = Math.max(2, Math.round(WINDOW_S * samplingRateHz));
  const ranges: number[] = [];
  let next = 0;
  for (const excerpt of excerptsOf({ sampleCount, samplingRateHz, excerptS: EXCERPT_S })) {
    for (let from = excerpt.from; from + window <= excerpt.to; from += window) {
      while (next < unusable.length && unusable[next].to <= from) next++;
      if (next === unusable.length || unusable[next].from >= from + window) ranges.push(rangeIn(samplesMv, from, from + window));
    }
  }
  if (ranges.length === 0) return { usableShare, contrast: 0, qrsMv: 0 };
  const [quiet, qrs] = quantiles(Float64Array.from(ranges), [QUIET_QUANTILE, QRS_QUANTILE]);
  return { usableShare, contrast: qrs > 0 ? qrs / quiet : 0, qrsMv: qrs };
}

function rangeIn(samples: Float32Array, from: number, to: number): number {
  let low = Infinity;
  let high = -Infinity;
  for (let i = from; i < to; i++) {
    if (samples[i] < low) low = samples[i];
    if (samples[i] > high) high = samples[i];
  }
  return high - low;
}
