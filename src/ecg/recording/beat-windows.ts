import { resampler } from "../beats/resample.ts";
import { resamplingReach } from "../signal/windowed-sinc.ts";
import type { Lead } from "./recording.ts";

export interface BeatWindowOptions {
  readonly samplingRateHz: number;
  readonly beforeMs: number;
  readonly afterMs: number;
  /** of the windows */
  readonly targetRateHz: number;
}

/** Bits of `BeatWindows.marks`. */
export const WINDOW_MARK = {
  /** reaches beyond the recording: filled with its first or last sample */
  edge: 1,
  /** holds samples of an unusable stretch */
  unusable: 2,
} as const;

/** The surroundings of each R peak, all of one length. */
export interface BeatWindows {
  readonly count: number;
  readonly samplesPerBeat: number;
  /** where the R peak stands in each window */
  readonly peakAt: number;
  /** count × samplesPerBeat in mV, beat by beat */
  readonly samples: Float32Array<ArrayBuffer>;
  /** WINDOW_MARK bits per beat */
  readonly marks: Uint8Array<ArrayBuffer>;
}

/**
 * Cuts a window about each R peak out of a lead and resamples it, so that the R peak lies at one place in all of them. Peaks
 * are sample indices in ascending order; both sides are rounded to whole samples of the target rate.
 */
export function beatWindows({ samplesMv, unusable }: Lead, peakSample: Uint32Array, options: BeatWindowOptions): BeatWindows {
  const { samplingRateHz, targetRateHz } = options;
  const step = samplingRateHz / targetRateHz;
  const peakAt = Math.round((options.beforeMs * targetRateHz) / 1000);
  const samplesPerBeat = peakAt + Math.round((options.afterMs * targetRateHz) / 1000) + 1;
  const before = Math.ceil(peakAt * step);
  const after = Math.ceil((samplesPerBeat - 1 - peakAt) * step);
  const reach = step === 1 ? 0 : Math.ceil(resamplingReach(options));

  const cut = new Float32Array(before + after + 1 + 2 * reach);
  const startsAt = before + reach - peakAt * step;
  const resample = step === 1 ? null : resampler({ samplesPerBeat: cut.length, samplingRateHz, targetRateHz, startsAt, outputSamples: samplesPerBeat });
  const samples = new Float32Array(peakSample.length * samplesPerBeat);
  const marks = new Uint8Array(peakSample.length);
  for (let beat = 0, next = 0; beat < peakSample.length; beat++) {
    const from = peakSample[beat] - before;
    const to = peakSample[beat] + after + 1;
    copyHeld(samplesMv, from - reach, cut);
    samples.set(resample === null ? cut : resample(cut), beat * samplesPerBeat);
    while (next < unusable.length && unusable[next].to <= from) next++;
    const isUnusable = next < unusable.length && unusable[next].from < to;
    marks[beat] = (from < 0 || to > samplesMv.length ? WINDOW_MARK.edge : 0) | (isUnusable ? WINDOW_MARK.unusable : 0);
  }
  return { count: peakSample.length, samplesPerBeat, peakAt, samples, marks };
}

/** Fills `target` with the samples from `from` on; beyond either end of the signal its outermost sample is held. */
function copyHeld(signal: Float32Array, from: number, target: Float32Array): void {
  const first = Math.min(Math.max(from, 0), signal.length - 1);
  const end = Math.min(Math.max(from + target.length, 1), signal.length);
  target.fill(signal[0], 0, Math.max(0, first - from));
  target.set(signal.subarray(first, end), first - from);
  target.fill(signal[signal.length - 1], Math.max(0, end - from));
}
