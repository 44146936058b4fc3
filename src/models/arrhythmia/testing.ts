import { evenly, P_WAVE, QRS_WAVES, syntheticEcg, T_WAVE, type GaussianWave } from "../../ecg/delineation/testing.ts";
import type { LeadBeats } from "../recording-model.ts";

export const NORMAL: readonly GaussianWave[] = [P_WAVE, ...QRS_WAVES, T_WAVE];
/** Wide, without a P wave, and with a T wave that points the other way. */
export const VENTRICULAR: readonly GaussianWave[] = [{ centreMs: 0, sigmaMs: 35, heightMv: 1.5 }, { centreMs: 260, sigmaMs: 50, heightMv: -0.4 }];

export interface SyntheticBeats {
  readonly beatsMs?: readonly number[];
  readonly samplingRateHz?: number;
  readonly amplitude?: number;
  readonly isVentricular?: (beat: number) => boolean;
  /** of every other beat */
  readonly waves?: readonly GaussianWave[];
}

/** A lead of synthetic beats with their R peaks; 40 of them 800 ms apart unless told. */
export function syntheticBeats({ beatsMs = evenly(40, 800), samplingRateHz = 360, amplitude = 1, isVentricular = () => false, waves = NORMAL }: SyntheticBeats = {}): LeadBeats {
  const durationMs = (beatsMs.at(-1) ?? 0) + 1000;
  const { samplesMv, rPeaks } = syntheticEcg({ samplingRateHz, beatsMs, durationMs, wavesOf: (beat) => (isVentricular(beat) ? VENTRICULAR : waves) });
  return { lead: { name: "MLII", samplesMv: samplesMv.map((value) => value * amplitude), unusable: [] }, samplingRateHz, peakSample: rPeaks };
}

/** `count` beats 800 ms apart, but beat `early` comes after 500 ms and the next after 1,100. */
export function withOneEarly(count: number, early: number): number[] {
  return evenly(count, 800).map((ms, beat) => (beat === early ? ms - 300 : ms));
}
