import { HEARTBEAT_SAMPLES } from "../../beats/resample.ts";
import type { BeatForm } from "../../beats/table.ts";
import type { LabelPlace } from "./beat-question.ts";
import type { LabelCoding } from "./label-coding.ts";

/** Of a beat in ECG5000, whatever it lasted. */
export const ECG5000_SAMPLES = 140;

/** All that the reader must know before the first row. */
export interface BeatLayout {
  readonly form: BeatForm;
  readonly hasHeader: boolean;
  readonly hasIndex: boolean;
  readonly labelPlace: LabelPlace;
  readonly coding: LabelCoding | null;
  /** index, class and samples together */
  readonly cellsPerRow: number;
  /** of the file; null where the beats are taken as they are */
  readonly samplingRateHz: number | null;
}

export function samplesInRow({ cellsPerRow, hasIndex, labelPlace }: Pick<BeatLayout, "cellsPerRow" | "hasIndex" | "labelPlace">): number {
  return cellsPerRow - (hasIndex ? 1 : 0) - (labelPlace === "none" ? 0 : 1);
}

/** Whether beats of this length are taken as they are: 187 samples at 125 Hz, or 140 as in ECG5000. */
export function isModelLength(samples: number): boolean {
  return samples === HEARTBEAT_SAMPLES || samples === ECG5000_SAMPLES;
}
