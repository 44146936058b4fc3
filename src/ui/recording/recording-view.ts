import type { LoadedRecordingCheck } from "../../db/records.ts";
import type { Intervals } from "../../ecg/delineation/intervals.ts";
import type { RecordingBeats } from "../../ecg/recording/recording-beats.ts";
import type { Lead, Recording } from "../../ecg/recording/recording.ts";
import type { HeartRateVariability } from "../../ecg/rhythm/hrv.ts";
import type { RhythmEvent } from "../../ecg/rhythm/rhythm-event.ts";
import type { RrSeries } from "../../ecg/rhythm/rr-series.ts";

/** The classes of a recording's beats, an index into CLASSES.aami each; UNLABELLED where nobody says. */
export interface BeatLabels {
  /** the model's: the likeliest class */
  readonly predicted: Uint8Array<ArrayBuffer>;
  /** its probability, 0 … 1 */
  readonly confidence: Float32Array<ArrayBuffer>;
  /** what the file's annotations say; null where they name no beats */
  readonly truth: Uint8Array<ArrayBuffer> | null;
  /** the class a clinician gave a beat, by beat */
  readonly relabels: ReadonlyMap<number, number>;
  /** the clinician's where there is one, else the model's: what figures and events follow from */
  readonly current: Uint8Array<ArrayBuffer>;
}

/** A check of a recording as its screens show it. */
export interface RecordingView {
  readonly check: LoadedRecordingCheck;
  readonly recording: Recording;
  /** the lead whose beats were found */
  readonly lead: Lead;
  readonly beats: RecordingBeats;
  readonly labels: BeatLabels;
  readonly rr: RrSeries;
  /** in the order of time */
  readonly events: readonly RhythmEvent[];
  readonly variability: HeartRateVariability;
  readonly intervals: Intervals;
}

/** Part of a recording, in seconds from its start. */
export interface TimeSpan {
  readonly fromS: number;
  readonly toS: number;
}

/** What is looked at: shared by strips, events, charts and templates, so that picking in one shows it in the others. */
export interface RecordingFocus {
  /** of the finest strip */
  readonly span: TimeSpan;
  /** index of the beat picked */
  readonly beat: number | null;
  readonly setSpan: (span: TimeSpan) => void;
  /** picks a beat and brings it into the strip; null picks none */
  readonly pickBeat: (beat: number | null) => void;
  /** brings a moment to the middle of the strip */
  readonly showTime: (timeS: number) => void;
}
