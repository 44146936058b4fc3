import type { Delineation } from "../delineation/delineation.ts";
import { delineateRecording } from "../delineation/delineate-recording.ts";
import { detectPeaks } from "../peaks/detect-peaks.ts";
import { pause, type JobControl } from "../progress.ts";
import { beatTemplates, type BeatTemplates } from "./beat-templates.ts";
import { beatWindows } from "./beat-windows.ts";
import type { Lead } from "./recording.ts";

/** What is found in one lead: all arrays have one entry a beat. */
export interface RecordingBeats {
  /** of the R peaks, ascending */
  readonly peakSample: Uint32Array<ArrayBuffer>;
  readonly delineation: Delineation;
  readonly templates: BeatTemplates;
}

/** The mean beats of templates: from a little before the P wave to the end of a usual T wave. */
export const TEMPLATE_WINDOW = { beforeMs: 250, afterMs: 450, targetRateHz: 125 } as const;

/**
 * The R peaks of a lead, the boundaries of its waves and the shapes of its beats; of a lead without beats nothing. Beats cut
 * off by the recording's ends or by an unusable stretch belong to no template. Throws what `detectPeaks` throws; once
 * aborted, the signal's reason.
 */
export async function findBeats(lead: Lead, samplingRateHz: number, control: JobControl): Promise<RecordingBeats> {
  const begin = async (stage: string) => {
    control.onProgress({ stage, done: 0, total: 1, unit: "steps" });
    await pause(control.signal);
  };
  const { samplesMv, unusable } = lead;
  await begin("Finding R peaks");
  const peakSample = detectPeaks(samplesMv, samplingRateHz, { unusable });
  const delineation = await delineateRecording(samplesMv, samplingRateHz, peakSample, control);
  await begin("Grouping beats by shape");
  const windows = beatWindows(lead, peakSample, { samplingRateHz, ...TEMPLATE_WINDOW });
  return { peakSample, delineation, templates: beatTemplates(windows, (beat) => windows.marks[beat] !== 0) };
}
