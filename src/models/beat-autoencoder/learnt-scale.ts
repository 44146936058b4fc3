import type { BeatInput } from "../beat-model.ts";

/** Mean and standard deviation may be this far from 0 and 1. */
const TOLERANCE = 0.1;

/**
 * A warning where beats are not on the scale of those that were learnt from, each with mean 0 and standard deviation 1;
 * null where all are. A beat without any variation has no such scale.
 */
export function scaleWarning({ count, samples, samplesPerBeat }: BeatInput): string | null {
  let others = 0;
  for (let beat = 0; beat < count; beat++) {
    let sum = 0;
    let squares = 0;
    for (let i = beat * samplesPerBeat; i < (beat + 1) * samplesPerBeat; i++) {
      sum += samples[i];
      squares += samples[i] ** 2;
    }
    const mean = sum / samplesPerBeat;
    const deviation = Math.sqrt(Math.max(0, squares / samplesPerBeat - mean ** 2));
    if (!(Math.abs(mean) <= TOLERANCE && Math.abs(deviation - 1) <= TOLERANCE)) others++;
  }
  if (others === 0) return null;
  const which = others === count ? "No beat is" : `${others.toLocaleString("en-US")} of ${count.toLocaleString("en-US")} beats are not`;
  return `${which} scaled to mean 0 and standard deviation 1, as the beats learnt from are: such errors are not comparable with the threshold.`;
}
