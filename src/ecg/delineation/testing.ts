import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readWfdb } from "../reading/recording/wfdb/read-wfdb.ts";
import type { Recording } from "../recording/recording.ts";

/** A Gaussian wave: by convention it begins and ends 2.5 standard deviations from its centre, where 4 % of its height is left. */
export interface GaussianWave {
  /** ms after the R peak */
  readonly centreMs: number;
  readonly sigmaMs: number;
  readonly heightMv: number;
}

export const EDGE_SIGMAS = 2.5;

/** P, Q, R, S and T of an ordinary beat. */
export const P_WAVE: GaussianWave = { centreMs: -160, sigmaMs: 20, heightMv: 0.15 };
export const Q_WAVE: GaussianWave = { centreMs: -24, sigmaMs: 7, heightMv: -0.15 };
export const R_WAVE: GaussianWave = { centreMs: 0, sigmaMs: 9, heightMv: 1.2 };
export const S_WAVE: GaussianWave = { centreMs: 24, sigmaMs: 7, heightMv: -0.25 };
export const T_WAVE: GaussianWave = { centreMs: 270, sigmaMs: 35, heightMv: 0.3 };
export const QRS_WAVES = [Q_WAVE, R_WAVE, S_WAVE];

export interface SyntheticOptions {
  readonly samplingRateHz: number;
  /** of each beat's R peak */
  readonly beatsMs: readonly number[];
  readonly durationMs: number;
  readonly wavesOf: (beat: number) => readonly GaussianWave[];
}

export interface SyntheticEcg {
  readonly samplesMv: Float32Array<ArrayBuffer>;
  readonly samplingRateHz: number;
  readonly rPeaks: Uint32Array<ArrayBuffer>;
}

export function syntheticEcg({ samplingRateHz, beatsMs, durationMs, wavesOf }: SyntheticOptions): SyntheticEcg {
  const samplesMv = new Float32Array(Math.round((durationMs / 1000) * samplingRateHz));
  beatsMs.forEach((rMs, beat) => {
    for (const { centreMs, sigmaMs, heightMv } of wavesOf(beat)) {
      for (let i = 0; i < samplesMv.length; i++) samplesMv[i] += heightMv * Math.exp(-(((i / samplingRateHz) * 1000 - rMs - centreMs) ** 2) / (2 * sigmaMs ** 2));
    }
  });
  return { samplesMv, samplingRateHz, rPeaks: Uint32Array.from(beatsMs, (ms) => Math.round((ms / 1000) * samplingRateHz)) };
}

export const evenly = (count: number, everyMs: number, firstMs = 600): number[] => Array.from({ length: count }, (_, i) => firstMs + i * everyMs);

export const onsetMs = ({ centreMs, sigmaMs }: GaussianWave): number => centreMs - EDGE_SIGMAS * sigmaMs;
export const endMs = ({ centreMs, sigmaMs }: GaussianWave): number => centreMs + EDGE_SIGMAS * sigmaMs;

/** A record of fixtures/ with its marks. */
export function fixtureRecording(name: string): Promise<Recording> {
  const files = ["hea", "dat", "ii"].map((extension) => new File([readFileSync(join(import.meta.dirname, "fixtures", `${name}.${extension}`))], `${name}.${extension}`));
  return readWfdb(files, { signal: new AbortController().signal, onProgress: () => undefined });
}
