import { ProblemError } from "../problem.ts";
import type { UnusableStretch } from "../recording/recording.ts";
import { decimateMean } from "../signal/decimate-mean.ts";
import { beatSequence } from "./beat-sequence.ts";
import { detectionFactor } from "./detection-rate.ts";
import { qrsCandidates } from "./qrs-candidates.ts";
import { rWavePositions } from "./r-wave-position.ts";

/** A shorter stretch, as of a few clipped samples at the top of an R wave, does not interrupt the signal. */
const INTERRUPTION_S = 0.3;
/** The band of QRS complexes must lie below half the rate. */
const LEAST_RATE_HZ = 80;
/** Less holds no beat that could be told from noise. */
const LEAST_S = 0.5;

export interface DetectPeaksOptions {
  /** ascending, disjoint; no beat is looked for in those of some length */
  readonly unusable?: readonly Pick<UnusableStretch, "from" | "to">[];
}

/**
 * The R peaks of one lead (mV, finite), as ascending indices of samples: every wave that could be a QRS
 * complex (qrs-candidates.ts), the sequence of them that beats most likely make (beat-sequence.ts), and each one's exact
 * place (r-wave-position.ts). Empty where there is nothing like a beat. Throws
 * ProblemError `sampling-rate-too-low` under 80 Hz.
 */
export function detectPeaks(samplesMv: Float32Array, samplingRateHz: number, { unusable = [] }: DetectPeaksOptions = {}): Uint32Array<ArrayBuffer> {
  if (samplingRateHz < LEAST_RATE_HZ) {
    throw new ProblemError(
      "sampling-rate-too-low",
      `the recording has ${samplingRateHz} samples a second, too few to find R peaks in`,
      `Export it with at least ${LEAST_RATE_HZ} samples a second`,
    );
  }
  const pieces = usablePieces(samplesMv.length, samplingRateHz, unusable).map(([from, to]) =>
    peaksOfPiece(samplesMv.subarray(from, to), samplingRateHz).map((peak) => from + peak),
  );
  const peaks = new Uint32Array(pieces.reduce((count, piece) => count + piece.length, 0));
  let filled = 0;
  for (const piece of pieces) {
    peaks.set(piece, filled);
    filled += piece.length;
  }
  return peaks;
}

function peaksOfPiece(samplesMv: Float32Array, samplingRateHz: number): Uint32Array<ArrayBuffer> {
  const factor = detectionFactor(samplingRateHz);
  const rateHz = samplingRateHz / factor;
  const decimated = decimateMean(samplesMv, factor);
  const beats = beatSequence(qrsCandidates(decimated, rateHz), decimated.length, rateHz);
  return rWavePositions(samplesMv, samplingRateHz, beats.map((beat) => Math.round(factor * (beat + 0.5) - 0.5)));
}

function usablePieces(samples: number, samplingRateHz: number, unusable: readonly Pick<UnusableStretch, "from" | "to">[]): (readonly [from: number, to: number])[] {
  const breaks = unusable.filter(({ from, to }) => to - from >= INTERRUPTION_S * samplingRateHz);
  const starts = [0, ...breaks.map(({ to }) => to)];
  const ends = [...breaks.map(({ from }) => from), samples];
  return starts.map((from, i) => [from, ends[i]] as const).filter(([from, to]) => to - from >= LEAST_S * samplingRateHz);
}
