import type { Annotations } from "../recording/annotations.ts";

/** A stretch in samples, both ends within it. */
export interface FlutterEpisode {
  readonly from: number;
  readonly to: number;
}

/** WFDB's marks "[" and "]" (ecgcodes.h). */
const FLUTTER_STARTS = 32;
const FLUTTER_ENDS = 33;

/** Ventricular flutter or fibrillation as somebody marked it: from each start to the next end, or to the recording's end where there is none. */
export function flutterEpisodes({ sample, code }: Pick<Annotations, "sample" | "code">, sampleCount: number): FlutterEpisode[] {
  const episodes: FlutterEpisode[] = [];
  let from: number | null = null;
  for (const [i, mark] of code.entries()) {
    if (mark === FLUTTER_STARTS) from ??= sample[i];
    if (mark !== FLUTTER_ENDS || from === null) continue;
    episodes.push({ from, to: sample[i] });
    from = null;
  }
  return from === null ? episodes : [...episodes, { from, to: sampleCount }];
}
