import { useCallback, useMemo, useState } from "react";
import type { RecordingFocus, RecordingView, TimeSpan } from "./recording-view.ts";
import { spanAround } from "./time-span.ts";

const FIRST_WIDTH_S = 10;

/** What is looked at in a recording; it begins at the beat asked for, else at the start. */
export function useRecordingFocus({ recording, beats: { peakSample } }: RecordingView, firstBeat: number | null): RecordingFocus {
  const { samplingRateHz, sampleCount } = recording;
  const durationS = sampleCount / samplingRateHz;
  const timeOf = useCallback((beat: number) => peakSample[beat] / samplingRateHz, [peakSample, samplingRateHz]);
  const known = firstBeat !== null && firstBeat < peakSample.length ? firstBeat : null;
  const [span, setSpan] = useState<TimeSpan>(() => spanAround(known === null ? 0 : timeOf(known), FIRST_WIDTH_S, durationS));
  const [beat, setBeat] = useState<number | null>(known);

  const showTime = useCallback((timeS: number) => setSpan(({ fromS, toS }) => spanAround(timeS, toS - fromS, durationS)), [durationS]);
  const pickBeat = useCallback((picked: number | null) => {
    setBeat(picked);
    if (picked === null) return;
    const timeS = timeOf(picked);
    setSpan((shown) => (timeS >= shown.fromS && timeS <= shown.toS ? shown : spanAround(timeS, shown.toS - shown.fromS, durationS)));
  }, [timeOf, durationS]);
  return useMemo(() => ({ span, beat, setSpan, pickBeat, showTime }), [span, beat, pickBeat, showTime]);
}
