import { CLASSES } from "../beats/classes.ts";
import { BOUNDARIES, NOT_FOUND, type Delineation } from "../delineation/delineation.ts";
import { NO_TEMPLATE } from "../recording/beat-templates.ts";
import type { CheckedRecording } from "./checked-recording.ts";

export const quiet = { signal: new AbortController().signal, onProgress: () => undefined };

/** Probabilities that make each of these classes the likeliest, with .75. */
export function surely(classes: readonly number[]): Float32Array<ArrayBuffer> {
  const count = CLASSES.aami.length;
  return Float32Array.from({ length: classes.length * count }, (_, i) => (i % count === classes[Math.floor(i / count)] ? 0.75 : 0.0625));
}

/** Beats at these samples of a recording of 1000 Hz, of these classes, without waves, templates, marks and noise. */
export function checkedBeats(peakSample: readonly number[], classes: readonly number[]): CheckedRecording {
  const none = () => new Int32Array(peakSample.length).fill(NOT_FOUND);
  return {
    recording: { samplingRateHz: 1000, startTime: null, annotations: null },
    lead: { unusable: [] },
    beats: {
      peakSample: Uint32Array.from(peakSample),
      delineation: Object.fromEntries(BOUNDARIES.map((boundary) => [boundary, none()])) as Record<keyof Delineation, Int32Array<ArrayBuffer>>,
      templates: { templates: [], templateOf: new Uint8Array(peakSample.length).fill(NO_TEMPLATE) },
    },
    probabilities: surely(classes),
    relabels: new Map(),
  };
}
