import { CLASSES } from "../../../../ecg/beats/classes.ts";
import { UNLABELLED } from "../../../../ecg/table.ts";
import { formatClock, formatFixed, formatPercent } from "../../../shared/format.ts";
import { beatName } from "../../../beats/gallery/beat-words.ts";
import { clockFrom } from "../../clock-time.ts";
import type { RecordingView } from "../../recording-view.ts";
import { firstFrom } from "../../../shared/sorted-search.ts";

/** What is known of a beat, in the order in which it is read: name, time, RR interval before it, whose class it is. */
export function beatFacts(view: Pick<RecordingView, "beats" | "labels" | "rr" | "recording">, beat: number): string[] {
  const { beats: { peakSample }, labels: { predicted, confidence, truth, relabels }, rr, recording: { samplingRateHz, startTime } } = view;
  const interval = firstFrom(rr.endBeat, beat);
  const rrMs = rr.endBeat[interval] === beat ? rr.intervalMs[interval] : null;
  const relabel = relabels.get(beat);
  const name = (index: number) => CLASSES.aami[index].code;
  const timeS = peakSample[beat] / samplingRateHz;
  const timeOfDay = clockFrom(startTime)?.(timeS);
  return [
    `${beatName(beat)} at ${formatClock(timeS)}${timeOfDay === undefined ? "" : ` (${timeOfDay})`}`,
    rrMs === null ? "no RR interval before" : `RR before ${formatFixed(rrMs, 0)} ms (${formatFixed(60_000 / rrMs, 0)} bpm)`,
    `model ${name(predicted[beat])}, ${formatPercent(confidence[beat], 0)}`,
    ...(truth === null ? [] : [truth[beat] === UNLABELLED ? "no annotation in the file" : `annotated ${name(truth[beat])}`]),
    ...(relabel === undefined ? [] : [`relabelled ${name(relabel)}`]),
  ];
}
