import { AAMI, NORMAL } from "../../../../ecg/beats/classes.ts";
import { UNLABELLED } from "../../../../ecg/table.ts";
import type { BeatLabels } from "../../recording-view.ts";
import { firstFrom } from "../../../shared/sorted-search.ts";

/** A beat's label above the strip. */
export interface PlacedLabel {
  readonly beat: number;
  readonly xPx: number;
  /** index into CLASSES.aami */
  readonly classIndex: number;
  readonly isRelabelled: boolean;
  /** the file's class where it is another than the model's; else null */
  readonly truth: number | null;
  /** drawn with its letter; a mere tick where beats lie too close for that */
  readonly isLettered: boolean;
}

export interface LabelOptions {
  readonly labels: BeatLabels;
  /** of the R peaks, ascending */
  readonly peakSample: Uint32Array;
  /** the part in view */
  readonly fromSample: number;
  readonly toSample: number;
  readonly xOfSample: (sample: number) => number;
}

/** What stays where not all labels have room, first to last. */
const PRIORITY = [AAMI.V, AAMI.F, AAMI.S, AAMI.Q, AAMI.N] as const;
const RANK = Uint8Array.from({ length: PRIORITY.length }, (_, classIndex) => PRIORITY.length - PRIORITY.findIndex((own) => own === classIndex));
const CHANGED_RANK = PRIORITY.length;

const LETTER_PX = 17;
const TICK_PX = 2;

/** The class the file gives a beat where the model gives it another; null where they agree or the file says nothing. */
export function differingTruth({ truth, predicted }: Pick<BeatLabels, "truth" | "predicted">, beat: number): number | null {
  if (truth === null || truth[beat] === UNLABELLED || truth[beat] === predicted[beat]) return null;
  return truth[beat];
}

/**
 * The labels of the beats in view, from left to right: at most a tick every two pixels and a letter every 17, so that a day
 * is as quickly drawn as a minute. Where beats compete, those relabelled or predicted wrongly go first, then V F S Q N.
 */
export function placeLabels({ labels, peakSample, fromSample, toSample, xOfSample }: LabelOptions): PlacedLabel[] {
  const { current, relabels } = labels;
  const rank = (beat: number) => RANK[current[beat]] + (relabels.has(beat) || differingTruth(labels, beat) !== null ? CHANGED_RANK : 0);
  const places: { beat: number; xPx: number; rank: number; isLettered: boolean }[] = [];
  let lettered = -1;
  for (let beat = firstFrom(peakSample, fromSample); beat < peakSample.length && peakSample[beat] < toSample; beat++) {
    const place = { beat, xPx: xOfSample(peakSample[beat]), rank: rank(beat), isLettered: false };
    const last = places.at(-1);
    if (last !== undefined && place.xPx - last.xPx < TICK_PX) {
      if (place.rank <= last.rank) continue;
      places.pop();
      // The one that takes its place may take its letter, or ask for it anew.
      if (lettered === places.length) lettered = lastLettered(places);
    }
    places.push(place);
    if (lettered >= 0 && place.xPx - places[lettered].xPx < LETTER_PX) {
      if (place.rank <= places[lettered].rank) continue;
      places[lettered].isLettered = false;
    }
    place.isLettered = true;
    lettered = places.length - 1;
  }
  return places.map(({ beat, xPx, isLettered }) => ({
    beat, xPx, isLettered, classIndex: current[beat], isRelabelled: relabels.has(beat), truth: differingTruth(labels, beat),
  }));
}

function lastLettered(places: readonly { readonly isLettered: boolean }[]): number {
  return places.findLastIndex(({ isLettered }) => isLettered);
}

export const isAbnormal = (classIndex: number): boolean => classIndex !== NORMAL;
