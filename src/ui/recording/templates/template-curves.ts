import { samplesOf } from "../../../ecg/beats/table.ts";
import { quantile } from "../../../ecg/numeric/quantile.ts";
import { beatWindows } from "../../../ecg/recording/beat-windows.ts";
import { TEMPLATE_WINDOW } from "../../../ecg/recording/recording-beats.ts";
import type { Lead } from "../../../ecg/recording/recording.ts";
import { rangeOf, type AmplitudeRange } from "../../beats/gallery/wave-path.ts";
import type { RecordingView } from "../recording-view.ts";
import type { TemplateGroup } from "./template-groups.ts";

/** What is drawn of a group, in mV about the mean beat's own median: the baseline wanders, so that amplitudes compare without it. */
export interface TemplateCurve {
  readonly mean: Float32Array | null;
  /** some of its beats, spread evenly over the recording */
  readonly members: readonly Float32Array[];
}

/** So many show how much beats of one shape differ. */
const MEMBERS_DRAWN = 14;

/** Room above and below the mean beats, as a share of their range. */
const ROOM_SHARE = 0.12;

export function templateCurve({ beats, mean }: TemplateGroup, { lead, beats: { peakSample }, recording }: RecordingView): TemplateCurve {
  const drawn = Array.from({ length: Math.min(MEMBERS_DRAWN, beats.length) }, (_, i) => beats[Math.floor((i * beats.length) / Math.min(MEMBERS_DRAWN, beats.length))]);
  const levelled = mean && raised(mean, -quantile(mean, 0.5));
  return {
    mean: levelled,
    members: cutBeats(lead, Uint32Array.from(drawn, (beat) => peakSample[beat]), recording.samplingRateHz).map((beat) => beside(beat, levelled)),
  };
}

/** One beat as it is drawn over the mean of its group. */
export function beatCurve(beat: number, { mean }: TemplateCurve, { lead, beats: { peakSample }, recording }: RecordingView): Float32Array {
  const [samples] = cutBeats(lead, peakSample.slice(beat, beat + 1), recording.samplingRateHz);
  return beside(samples, mean);
}

/** The one scale on which all groups are drawn: that of the mean beats, or where there are none, of the beats drawn. */
export function commonScale(curves: readonly TemplateCurve[]): AmplitudeRange {
  const means = curves.flatMap(({ mean }) => (mean === null ? [] : [mean]));
  const ranges = (means.length > 0 ? means : curves.flatMap(({ members }) => members)).map(rangeOf);
  const low = Math.min(0, ...ranges.map((range) => range.low));
  const high = Math.max(0, ...ranges.map((range) => range.high));
  const room = (high - low) * ROOM_SHARE || 0.5;
  return { low: low - room, high: high + room };
}

function cutBeats(lead: Lead, peakSample: Uint32Array, samplingRateHz: number): Float32Array[] {
  const windows = beatWindows(lead, peakSample, { samplingRateHz, ...TEMPLATE_WINDOW });
  return Array.from(peakSample, (_, beat) => samplesOf(windows, beat));
}

/** Moved onto the mean beat as near as it goes, as beats are compared without their offset; without one, about its own median. */
function beside(samples: Float32Array, mean: Float32Array | null): Float32Array {
  if (mean === null) return raised(samples, -quantile(samples, 0.5));
  return raised(samples, mean.reduce((sum, value, i) => sum + value - samples[i], 0) / mean.length);
}

const raised = (samples: Float32Array, byMv: number): Float32Array => samples.map((value) => value + byMv);
