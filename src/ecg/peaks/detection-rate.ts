/** QRS complexes are told apart well enough at this rate and above; what is faster only costs time. */
const LEAST_RATE_HZ = 100;

/** By how much a signal is decimated to detect beats in it. */
export function detectionFactor(samplingRateHz: number): number {
  return Math.max(1, Math.floor(samplingRateHz / LEAST_RATE_HZ));
}
