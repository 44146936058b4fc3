import { CLASSES } from "../beats/classes.ts";
import { BOUNDARIES, NOT_FOUND } from "../delineation/delineation.ts";
import { likeliestClasses } from "../metrics/multi-class.ts";
import { pause, type JobControl } from "../progress.ts";
import { ANNOTATION_KINDS } from "../recording/annotation-codes.ts";
import { beatMarks, NO_MARK } from "../recording/beat-marks.ts";
import { NO_TEMPLATE } from "../recording/beat-templates.ts";
import { TEMPLATE_WINDOW } from "../recording/recording-beats.ts";
import type { UnusableStretch } from "../recording/recording.ts";
import { intervalBeforeBeat, rrSeries } from "../rhythm/rr-series.ts";
import type { CheckedRecording } from "./checked-recording.ts";
import { csvCell } from "./csv-cell.ts";
import { float32Text } from "./float32-text.ts";
import { timeText } from "./time-text.ts";

const BEATS_PER_PART = 5000;

/** "pOnset" → "p_onset_s" */
const boundaryColumn = (boundary: string): string => `${boundary.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}_s`;

const HEADER = [
  "beat", "sample", "time_s", "clock_time", "rr_before_ms", "rate_bpm", "predicted_class", "predicted_probability",
  ...CLASSES.aami.map(({ code }) => `probability_${code}`),
  "relabelled_class", "annotation", "template", ...BOUNDARIES.map(boundaryColumn), "noise",
];

/**
 * One line a beat in the order of time, as comma-separated text (RFC 4180) in parts. Beats, templates count from 1 and samples
 * from 0; times are in seconds from the first sample, the clock is the recorder's local time. Left empty is what is not known:
 * no interval across a gap, no wave found, no mark of the file within 150 ms. `annotation` is the letter of the file's
 * own code, `noise` the cause of an unusable stretch within 250 ms before to 450 ms after the R peak.
 * Yields to messages between parts; rejects with the signal's reason when aborted.
 */
export async function recordingCsv(checked: CheckedRecording, { signal, onProgress }: JobControl): Promise<Blob> {
  const row = rowWriter(checked);
  const count = checked.beats.peakSample.length;
  const parts = [`${HEADER.map(csvCell).join(",")}\n`];
  for (let start = 0; start < count; start += BEATS_PER_PART) {
    const end = Math.min(start + BEATS_PER_PART, count);
    const lines: string[] = [];
    for (let beat = start; beat < end; beat++) lines.push(row(beat).map(csvCell).join(","));
    parts.push(`${lines.join("\n")}\n`);
    onProgress({ stage: "Writing", done: end, total: count, unit: "rows" });
    await pause(signal);
  }
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}

function rowWriter({ recording, lead, beats, probabilities, relabels }: CheckedRecording): (beat: number) => readonly string[] {
  const { samplingRateHz, annotations } = recording;
  const { peakSample, delineation, templates: { templateOf } } = beats;
  const classes = CLASSES.aami;
  const predicted = likeliestClasses(probabilities, classes.length);
  const rrMs = intervalBeforeBeat(rrSeries(peakSample, { samplingRateHz, unusable: lead.unusable }));
  const marks = annotations && beatMarks(annotations, peakSample, samplingRateHz);
  const letterOf = (beat: number) => (annotations === null || marks === null || marks[beat] === NO_MARK ? "" : (ANNOTATION_KINDS.get(annotations.code[marks[beat]])?.letter ?? ""));
  const clockOf = clockWriter(recording.startTime);
  const noiseOf = noiseWriter(lead.unusable, samplingRateHz);
  const secondsOf = (sample: number) => (sample === NOT_FOUND ? "" : decimals(sample / samplingRateHz, 6));
  return (beat) => {
    const own = probabilities.subarray(beat * classes.length, (beat + 1) * classes.length);
    const relabel = relabels.get(beat);
    return [
      String(beat + 1),
      String(peakSample[beat]),
      secondsOf(peakSample[beat]),
      clockOf(peakSample[beat] / samplingRateHz),
      ...(rrMs[beat] > 0 ? [decimals(rrMs[beat], 3), decimals(60_000 / rrMs[beat], 3)] : ["", ""]),
      classes[predicted[beat]].code,
      float32Text(own[predicted[beat]]),
      ...Array.from(own, float32Text),
      relabel === undefined ? "" : classes[relabel].code,
      letterOf(beat),
      templateOf[beat] === NO_TEMPLATE ? "" : String(templateOf[beat] + 1),
      ...BOUNDARIES.map((boundary) => secondsOf(delineation[boundary][beat])),
      noiseOf(peakSample[beat]),
    ];
  };
}

/** Rounded, without zeros at the end. */
const decimals = (value: number, digits: number): string => String(Number(value.toFixed(digits)));

/** Local time as the file has it, ISO 8601 without a zone. */
function clockWriter(startTime: string | null): (timeS: number) => string {
  const startS = startTime === null ? NaN : Date.parse(`${startTime}Z`) / 1000;
  return (timeS) => (Number.isNaN(startS) ? "" : timeText(startS + timeS, "iso").replace(/Z$/, ""));
}

/** For peaks that come in ascending order. */
function noiseWriter(unusable: readonly UnusableStretch[], samplingRateHz: number): (peak: number) => string {
  const before = (TEMPLATE_WINDOW.beforeMs * samplingRateHz) / 1000;
  const after = (TEMPLATE_WINDOW.afterMs * samplingRateHz) / 1000;
  let next = 0;
  return (peak) => {
    while (next < unusable.length && unusable[next].to <= peak - before) next++;
    return next < unusable.length && unusable[next].from <= peak + after ? unusable[next].cause : "";
  };
}
