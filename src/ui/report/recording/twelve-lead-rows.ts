import { quantile } from "../../../ecg/numeric/quantile.ts";
import { TWELVE_LEADS } from "../../../ecg/recording/lead-names.ts";
import type { Lead, Recording, UnusableStretch } from "../../../ecg/recording/recording.ts";
import { STRIP_S } from "./strip-paths.ts";

const ROWS = TWELVE_LEADS.length / 2;

/** Of the right half, seconds from the recording's start. */
export const RIGHT_FROM_S = STRIP_S / 2;

/** A row of the sheet: a limb lead, then, in the time that follows, a chest lead. */
export interface TwelveLeadRow {
  readonly left: string;
  readonly right: string;
  /** both in one strip, each about its own median, the line broken between them */
  readonly lead: Pick<Lead, "samplesMv" | "unusable">;
}

/** The first seconds of twelve leads in six rows of two, as a strip on paper is long; null where a lead is missing. */
export function twelveLeadRows({ leads, samplingRateHz }: Pick<Recording, "leads" | "samplingRateHz">): readonly TwelveLeadRow[] | null {
  const found = TWELVE_LEADS.map((name) => leads.find((lead) => lead.name === name));
  if (!found.every((lead) => lead !== undefined)) return null;
  const breakAt = Math.round(RIGHT_FROM_S * samplingRateHz);
  return Array.from({ length: ROWS }, (_, row) => {
    const [left, right] = [found[row], found[row + ROWS]];
    return { left: left.name, right: right.name, lead: joined(left, right, { breakAt, length: Math.ceil(STRIP_S * samplingRateHz) + 1 }) };
  });
}

function joined(left: Lead, right: Lead, { breakAt, length }: { readonly breakAt: number; readonly length: number }): TwelveLeadRow["lead"] {
  const samplesMv = right.samplesMv.slice(0, length);
  const end = samplesMv.length;
  samplesMv.set(aboutMedian(left.samplesMv.subarray(0, Math.min(breakAt, end))));
  samplesMv.set(aboutMedian(right.samplesMv.subarray(breakAt, end)), Math.min(breakAt, end));
  const within = ({ unusable }: Lead, from: number, to: number): UnusableStretch[] =>
    unusable.map((stretch) => ({ ...stretch, from: Math.max(stretch.from, from), to: Math.min(stretch.to, to) })).filter((stretch) => stretch.from < stretch.to);
  return { samplesMv, unusable: [...within(left, 0, breakAt), { from: breakAt, to: breakAt + 1, cause: "missing" }, ...within(right, breakAt + 1, end)] };
}

function aboutMedian(samplesMv: Float32Array): Float32Array {
  if (samplesMv.length === 0) return samplesMv;
  const median = quantile(samplesMv, 0.5);
  return samplesMv.map((mv) => mv - median);
}
