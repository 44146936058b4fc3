import type { RecordingFocus } from "./recording-view.ts";

/** Where in a check of a recording one is, as the address says it. */
export interface RecordingPlace {
  /** null: the strip */
  readonly tab: string | null;
  /** index of the beat picked */
  readonly beat: number | null;
  /** the moment in the middle of the strip, to the millisecond; null: the strip is at the start */
  readonly atS: number | null;
}

/** The place of what is looked at. */
export function placeOfFocus({ span: { fromS, toS }, beat }: Pick<RecordingFocus, "span" | "beat">): Pick<RecordingPlace, "beat" | "atS"> {
  return { beat, atS: fromS <= 0 ? null : Math.round(500 * (fromS + toS)) / 1000 };
}

export const isSamePlace = (a: Pick<RecordingPlace, "beat" | "atS">, b: Pick<RecordingPlace, "beat" | "atS">): boolean => a.beat === b.beat && a.atS === b.atS;
