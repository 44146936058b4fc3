import { useDeferredValue, useMemo } from "react";
import type { LoadedRecordingCheck } from "../../db/records.ts";
import { intervals } from "../../ecg/delineation/intervals.ts";
import { heartRateVariability } from "../../ecg/rhythm/hrv.ts";
import { findRhythmEvents } from "../../ecg/rhythm/rhythm-events.ts";
import { rrSeries } from "../../ecg/rhythm/rr-series.ts";
import { unjudgedStretches } from "../../ecg/rhythm/unjudged-stretches.ts";
import { beatLabels } from "./recording-labels.ts";
import type { RecordingView } from "./recording-view.ts";

/** A check of a recording with what follows from its beats as they are labelled now. */
export function recordingView(check: LoadedRecordingCheck, relabels: ReadonlyMap<number, number>): RecordingView {
  const { record, recording, beats } = check;
  const { samplingRateHz } = recording;
  const lead = recording.leads[record.leadIndex];
  const unusable = unjudgedStretches(recording, lead);
  const labels = beatLabels(check, relabels);
  const rr = rrSeries(beats.peakSample, { samplingRateHz, unusable, classes: labels.current });
  return {
    check, recording, lead, beats, labels, rr,
    events: findRhythmEvents(rr),
    variability: heartRateVariability(rr),
    intervals: intervals(beats.delineation, rr, { unusable }),
  };
}

/** Made again when a beat is relabelled; of a long recording that takes a moment, which gives way to input. */
export function useRecordingView(check: LoadedRecordingCheck, relabels: ReadonlyMap<number, number>): RecordingView {
  const settled = useDeferredValue(relabels);
  return useMemo(() => recordingView(check, settled), [check, settled]);
}
