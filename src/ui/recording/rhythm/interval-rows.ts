import { INTERVALS, type IntervalName, type Intervals } from "../../../ecg/delineation/intervals.ts";
import { formatCount, formatFixed } from "../../shared/format.ts";

export interface IntervalRow {
  readonly name: string;
  readonly meaning: string;
  /** null where the signal does not allow the interval to be measured */
  readonly measure: { readonly median: string; readonly quartiles: string; readonly beats: string } | null;
}

const WORDS: Readonly<Record<IntervalName, { readonly name: string; readonly meaning: string }>> = {
  pr: { name: "PR", meaning: "onset of P to onset of QRS" },
  qrs: { name: "QRS", meaning: "onset to end of QRS" },
  qt: { name: "QT", meaning: "onset of QRS to end of T" },
  qtcBazett: { name: "QTc (Bazett)", meaning: "QT / √RR, per beat" },
  qtcFridericia: { name: "QTc (Fridericia)", meaning: "QT / ∛RR, per beat" },
};

/** PR, QRS, QT and QTc as they are printed, in ms. */
export function intervalRows(intervals: Intervals): IntervalRow[] {
  return INTERVALS.map((interval) => {
    const own = intervals[interval];
    const measure = own && {
      median: formatFixed(own.medianMs, 0),
      quartiles: `${formatFixed(own.lowMs, 0)}–${formatFixed(own.highMs, 0)}`,
      beats: formatCount(own.beats),
    };
    return { ...WORDS[interval], measure };
  });
}
