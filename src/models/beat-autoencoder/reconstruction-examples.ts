import * as tf from "@tensorflow/tfjs";
import { samplesOf } from "../../ecg/beats/table.ts";
import type { BeatInput } from "../beat-model.ts";
import { type Augmentation, augmentBeat } from "../training/augment-beat.ts";
import type { Examples } from "../training/examples.ts";
import type { Loss } from "../training/gradient-step.ts";

/** Absolute differences summed over a beat: [batch, samples, 1] twice to [batch]. */
export const summedAbsoluteError: Loss = (targets, outputs) => tf.sum(tf.abs(tf.sub(targets, outputs)), [1, 2]);

/** Each beat as an example whose target is the beat itself, changed at random where there is randomness to do it with. */
export function reconstructionExamples(beats: BeatInput, { noise, ...shape }: Augmentation): Examples {
  return {
    count: beats.count,
    inputShape: [beats.samplesPerBeat, 1],
    targetShape: [beats.samplesPerBeat, 1],
    read(index, input, target, random) {
      const beat = samplesOf(beats, index);
      if (random === null) target.set(beat);
      else augmentBeat(beat, target, { ...shape, noise: 0 }, random);
      input.set(target);
      if (random !== null && noise > 0) for (let i = 0; i < input.length; i++) input[i] += noise * random.normal();
      return 1;
    },
  };
}
