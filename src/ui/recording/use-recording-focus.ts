import { useCallback, useMemo, useState } from "react";
import type { RecordingPlace } from "./recording-place.ts";
import type { RecordingFocus, RecordingView, TimeSpan } from "./recording-view.ts";
import { spanAround } from "./time-span.ts";

const FIRST_WIDTH_S = 10;

/** What is looked at in a recording; it begins at the moment asked for, else at the beat, else at the start. */
export function useRecordingFocus({ recording, beats: { peakSample } }: RecordingView, first: Pick<RecordingPlace, "beat" | "atS">): RecordingFocus {
  const { samplingRateHz, sampleCount } = recording;
  const durationS = sampleCount / samplingRateHz;
  const timeOf = useCallback((beat: number) => peakSample[beat] / samplingRateHz, [peakSample, samplingRateHz]);
  const known = useCallback((asked: number | null) => (asked !== null && asked < peakSample.length ? asked : null), [peakSample]);
  const [beat, setBeat] = useState<number | null>(() => known(first.beat));
  const [span, setSpan] = useState<TimeSpan>(() => spanAround(first.atS ?? (beat === null ? 0 : timeOf(beat)), FIRST_WIDTH_S, durationS));

  const showTime = useCallback((timeS: number) => setSpan(({ fromS, toS }) => spanAround(timeS, toS - fromS, durationS)), [durationS]);
  const pickBeat = useCallback((asked: number | null) => {
    const picked = known(asked);
    setBeat(picked);
    if (picked === null) return;
    const timeS = timeOf(picked);
    setSpan((shown) => (timeS >= shown.fromS && timeS <= shown.toS ? shown : spanAround(timeS, shown.toS - shown.fromS, durationS)));
  }, [known, timeOf, durationS]);
  return useMemo(() => ({ span, beat, setSpan, pickBeat, showTime }), [span, beat, pickBeat, showTime]);
}
