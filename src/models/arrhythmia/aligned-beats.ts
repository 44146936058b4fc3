import type { Lead } from "../../ecg/recording/recording.ts";
import { beatWindows, WINDOW_MARK } from "../../ecg/recording/beat-windows.ts";
import { butterworth } from "../../ecg/signal/butterworth.ts";
import { zeroPhase } from "../../ecg/signal/zero-phase.ts";
import type { LeadBeats } from "../recording-model.ts";

/** Of the windows, whatever the recording's own. */
export const WINDOW_RATE_HZ = 125;
const BEFORE_MS = 320;
const AFTER_MS = 448;

/** Samples of a window before the beat's centre, and in all. */
export const CENTRE = (BEFORE_MS * WINDOW_RATE_HZ) / 1000;
export const WINDOW_SAMPLES = CENTRE + (AFTER_MS * WINDOW_RATE_HZ) / 1000 + 1;

/** Baseline wander lies below, muscle noise above. */
const BAND = { kind: "band-pass", lowHz: 0.5, highHz: 40 } as const;
/** A QRS complex reaches no further from its R peak. */
const QRS_REACH_MS = 100;

/** The beats of a lead, one window a beat. */
export interface AlignedBeats {
  readonly count: number;
  /** count × WINDOW_SAMPLES in mV, each window's median taken away */
  readonly windows: Float32Array<ArrayBuffer>;
  /** 1 for a beat whose window reaches beyond the recording or into an unusable stretch */
  readonly isMarred: Uint8Array<ArrayBuffer>;
}

/** The lead as shapes are compared on it: without what lies outside the band. */
export function shapeLead({ lead, samplingRateHz }: LeadBeats): Lead {
  return { ...lead, samplesMv: zeroPhase(butterworth(BAND, { order: 2, samplingRateHz }), lead.samplesMv) };
}

/**
 * Cuts the `shapeLead` about the centre of each beat. The centre is that of the slope's energy near the R peak: it moves
 * little with the sample that was marked as the R peak, by an annotator or a detector.
 */
export function alignBeats({ lead, samplingRateHz, peakSample }: LeadBeats): AlignedBeats {
  const centres = peakSample.map((peak) => slopeCentre(lead.samplesMv, peak, Math.round((QRS_REACH_MS * samplingRateHz) / 1000)));
  const options = { samplingRateHz, beforeMs: BEFORE_MS, afterMs: AFTER_MS, targetRateHz: WINDOW_RATE_HZ };
  const { count, samples, marks } = beatWindows(lead, centres, options);
  const sorted = new Float32Array(WINDOW_SAMPLES);
  for (let beat = 0; beat < count; beat++) {
    const window = samples.subarray(beat * WINDOW_SAMPLES, (beat + 1) * WINDOW_SAMPLES);
    sorted.set(window);
    const level = sorted.sort()[WINDOW_SAMPLES >> 1];
    for (let i = 0; i < WINDOW_SAMPLES; i++) window[i] -= level;
  }
  return { count, windows: samples, isMarred: marks.map((mark) => ((mark & (WINDOW_MARK.edge | WINDOW_MARK.unusable)) === 0 ? 0 : 1)) };
}

function slopeCentre(samples: Float32Array, peak: number, reach: number): number {
  const last = samples.length - 1;
  let energy = 0;
  let moment = 0;
  for (let i = Math.max(1, peak - reach); i <= Math.min(last, peak + reach); i++) {
    const squared = (samples[i] - samples[i - 1]) ** 2;
    energy += squared;
    moment += squared * (i - 0.5 - peak);
  }
  return energy === 0 ? peak : Math.min(last, Math.max(0, Math.round(peak + moment / energy)));
}
