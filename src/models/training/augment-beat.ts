import type { Random } from "../../ecg/numeric/random.ts";

/** The most that a beat is changed; 0 leaves it as it is. */
export interface Augmentation {
  /** to either side */
  readonly shiftSamples: number;
  /** as a share of the time since the beat's first sample, slower or faster alike */
  readonly stretch: number;
  /** as a share of the amplitude, larger or smaller alike */
  readonly scale: number;
  /** standard deviation of white noise, in the beat's own unit */
  readonly noise: number;
}

/** Writes `beat` into `output`, of the same length, changed at random within `most`; read between samples by linear interpolation, beyond its ends its last value. */
export function augmentBeat(beat: Float32Array, output: Float32Array, most: Augmentation, random: Random): void {
  const between = (limit: number) => limit * (2 * random.uniform() - 1);
  const speed = Math.exp(between(Math.log1p(most.stretch)));
  const shift = between(most.shiftSamples);
  const scale = 1 + between(most.scale);
  const noise = most.noise * random.uniform();
  const last = beat.length - 1;
  for (let t = 0; t <= last; t++) {
    const at = Math.min(last, Math.max(0, t * speed + shift));
    const left = Math.min(last - 1, Math.floor(at));
    const value = beat[left] + (beat[left + 1] - beat[left]) * (at - left);
    output[t] = value * scale + (noise === 0 ? 0 : noise * random.normal());
  }
}
