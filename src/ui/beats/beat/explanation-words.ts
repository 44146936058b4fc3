import { formatFixed } from "../../shared/format.ts";
import { spanWords, type BeatTime } from "./beat-axes.ts";
import { absoluteError, peakSpan } from "./peak-spans.ts";

/** Where an attribution peaks: "Integrated gradients: 360–440 ms spoke most for V, 120–160 ms most against it." */
export function attributionWords(values: Float32Array, { method, code, time }: { readonly method: string; readonly code: string; readonly time: BeatTime }): string {
  const pro = peakSpan(values);
  const contra = peakSpan(values.map((value) => -value));
  if (pro === null && contra === null) return `${method}: no sample spoke for or against ${code}.`;
  if (pro === null) return `${method}: no sample spoke for ${code}${contra === null ? "" : `; ${spanWords(contra, time)} spoke most against it`}.`;
  return `${method}: ${spanWords(pro, time)} spoke most for ${code}${contra === null ? "" : `, ${spanWords(contra, time)} most against it`}.`;
}

export interface ReconstructionFacts {
  readonly reconstruction: Float32Array;
  /** the check's own: on another backend a reconstruction may differ in the last digits */
  readonly error: number;
  readonly threshold: number;
  readonly time: BeatTime;
}

/** How badly a beat was redrawn and where: "Error 38.20, at or above the threshold 26.00: anomalous. It is largest at samples 10–14." */
export function reconstructionWords(samples: Float32Array, { reconstruction, error, threshold, time }: ReconstructionFacts): string {
  const span = peakSpan(absoluteError(samples, reconstruction));
  const verdict = error >= threshold ? "at or above" : "below";
  return [
    `Error ${formatFixed(error, 2)}, ${verdict} the threshold ${formatFixed(threshold, 2)}: predicted ${error >= threshold ? "anomalous" : "normal"}.`,
    ...(span === null ? [] : [`It is largest at ${spanWords(span, time)}.`]),
  ].join(" ");
}
