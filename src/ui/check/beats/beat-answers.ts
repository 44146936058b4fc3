import type { BeatAnswers, BeatQuestion } from "../../../ecg/reading/beats/beat-question.ts";
import { typedNumber } from "../../shared/typed-number.ts";

/** The answers as they stand in the dialog: the sampling rate as it is typed. */
export interface BeatDraft extends Omit<BeatAnswers, "samplingRateHz"> {
  readonly samplingRate: string;
}

/** Row lengths that models take as they are: beats of other lengths are resampled, for which their sampling rate must be known. */
const MODEL_LENGTHS: readonly number[] = [187, 140];
/** Slower is no ECG, faster no recorder. */
const RATES_HZ = { min: 50, max: 20_000 } as const;

/** Cells of a row that are samples. */
export function samplesPerRow({ cellsPerRow }: Pick<BeatQuestion, "cellsPerRow">, { hasIndex, labelPlace }: Pick<BeatAnswers, "hasIndex" | "labelPlace">): number {
  return cellsPerRow - (hasIndex ? 1 : 0) - (labelPlace === "none" ? 0 : 1);
}

export const needsSamplingRate = (samples: number): boolean => !MODEL_LENGTHS.includes(samples);

/** The first rows' samples under these answers, to be drawn: cells that are no numbers are left out. */
export function shownBeats(question: BeatQuestion, { hasIndex, labelPlace }: Pick<BeatAnswers, "hasIndex" | "labelPlace">): Float32Array[] {
  const from = (hasIndex ? 1 : 0) + (labelPlace === "first" ? 1 : 0);
  const to = from + samplesPerRow(question, { hasIndex, labelPlace });
  return question.firstRows.map((row) => Float32Array.from(row.subarray(from, to).filter(Number.isFinite)));
}

export function draftOf({ guess: { samplingRateHz, ...guess } }: BeatQuestion): BeatDraft {
  return { ...guess, samplingRate: samplingRateHz === null ? "" : String(samplingRateHz) };
}

/** The answers of a draft, or why they will not do, in one sentence. */
export function readDraft(question: BeatQuestion, { samplingRate, ...draft }: BeatDraft): { readonly kind: "fit"; readonly answers: BeatAnswers } | { readonly kind: "unfit"; readonly sentence: string } {
  if (draft.labelPlace !== "none" && draft.coding === null) {
    return { kind: "unfit", sentence: "Say what the classes mean, or that the beats are not labelled." };
  }
  const coding = draft.labelPlace === "none" ? null : draft.coding;
  if (!needsSamplingRate(samplesPerRow(question, draft))) return { kind: "fit", answers: { ...draft, coding, samplingRateHz: null } };
  const samplingRateHz = typedNumber(samplingRate);
  if (!(samplingRateHz >= RATES_HZ.min && samplingRateHz <= RATES_HZ.max)) {
    return { kind: "unfit", sentence: `The sampling rate must be a number from ${RATES_HZ.min} to ${RATES_HZ.max} Hz.` };
  }
  return { kind: "fit", answers: { ...draft, coding, samplingRateHz } };
}
