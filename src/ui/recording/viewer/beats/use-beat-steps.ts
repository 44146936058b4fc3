import { useMemo } from "react";
import type { RecordingFocus, RecordingView } from "../../recording-view.ts";
import { stepAbnormal, stepBeat } from "./beat-steps.ts";

/** Ways from beat to beat; null where there is none that way. */
export interface BeatSteps {
  readonly next: (() => void) | null;
  readonly previous: (() => void) | null;
  readonly nextAbnormal: (() => void) | null;
  readonly previousAbnormal: (() => void) | null;
}

/** Steps from the beat picked, or into the strip where none is. */
export function useBeatSteps({ beats: { peakSample }, labels, recording: { samplingRateHz } }: RecordingView, { beat, span, pickBeat }: RecordingFocus): BeatSteps {
  return useMemo(() => {
    const inView = { from: span.fromS * samplingRateHz, to: span.toS * samplingRateHz };
    const to = (reached: number | null) => (reached === null ? null : () => pickBeat(reached));
    const options = (by: 1 | -1) => ({ peakSample, labels, from: beat, inView, by });
    return {
      next: to(stepBeat(options(1))),
      previous: to(stepBeat(options(-1))),
      nextAbnormal: to(stepAbnormal(options(1))),
      previousAbnormal: to(stepAbnormal(options(-1))),
    };
  }, [peakSample, labels, samplingRateHz, beat, span, pickBeat]);
}
