import { UNLABELLED } from "../table.ts";
import type { Beats } from "./table.ts";

/** The mean beat of a class and how far its beats scatter about it, sample by sample. */
export interface ClassMean {
  readonly count: number;
  readonly mean: Float32Array<ArrayBuffer>;
  /** standard deviation (n − 1) of each sample; 0 for a single beat */
  readonly deviation: Float32Array<ArrayBuffer>;
}

/**
 * The mean beat of each class, of the file or of a model: `classIndex` has one entry a beat, UNLABELLED ones are left out.
 * Null for a class without beats. One pass with running means (B. P. Welford, Technometrics 4, 1962), which loses no
 * digits where beats lie far from zero.
 */
export function classMeans(
  { samples, samplesPerBeat, count }: Pick<Beats, "samples" | "samplesPerBeat" | "count">,
  classIndex: Uint8Array,
  classCount: number,
): (ClassMean | null)[] {
  const counts = new Uint32Array(classCount);
  const mean = new Float64Array(classCount * samplesPerBeat);
  const squares = new Float64Array(classCount * samplesPerBeat);
  for (let beat = 0; beat < count; beat++) {
    const own = classIndex[beat];
    if (own === UNLABELLED) continue;
    const seen = ++counts[own];
    for (let i = 0, at = own * samplesPerBeat, from = beat * samplesPerBeat; i < samplesPerBeat; i++) {
      const distance = samples[from + i] - mean[at + i];
      mean[at + i] += distance / seen;
      squares[at + i] += distance * (samples[from + i] - mean[at + i]);
    }
  }
  return Array.from(counts, (beats, own) => {
    if (beats === 0) return null;
    const part = (values: Float64Array) => values.subarray(own * samplesPerBeat, (own + 1) * samplesPerBeat);
    return {
      count: beats,
      mean: Float32Array.from(part(mean)),
      deviation: Float32Array.from(part(squares), (sum) => Math.sqrt(sum / Math.max(1, beats - 1))),
    };
  });
}
