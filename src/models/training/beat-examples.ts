import { NORMAL } from "../../ecg/beats/classes.ts";
import { beatsByClass } from "../../ecg/beats/split-beats.ts";
import { samplesOf, type Beats } from "../../ecg/beats/table.ts";
import { permutation, seededRandom, type Random } from "../../ecg/numeric/random.ts";
import { augmentBeat, type Augmentation } from "./augment-beat.ts";
import type { Resampling } from "./beat-training-parameters.ts";
import type { Examples } from "./examples.ts";

/** `beats` with each class brought to the size of the smallest or the largest one: by leaving out, or repeating, beats drawn at random. */
export function resample({ label }: Pick<Beats, "label">, beats: Uint32Array, resampling: Resampling, seed: number): Uint32Array {
  if (resampling === "none") return beats;
  const random = seededRandom(seed);
  const classes = beatsByClass(label, beats);
  const sizes = classes.map(({ length }) => length);
  const size = resampling === "under" ? Math.min(...sizes) : Math.max(...sizes);
  const drawn = classes.flatMap((own) => {
    const order = permutation(random, own.length);
    return Array.from({ length: size }, (_, i) => own[order[i % own.length]]);
  });
  return Uint32Array.from(drawn).sort();
}

export interface ExampleOptions {
  readonly classCount: number;
  /** a beat weighs (1 / its class's share) to this power, scaled so that beats weigh 1 on average */
  readonly classWeight: number;
  /** of the normal beats, read each time as one drawn at random and weighing 1 / share as much; 1 reads every one */
  readonly normalShare: number;
  readonly augmentation: Augmentation;
}

/** Beats as examples of shape [samples, 1] with their classes one-hot; augmented where there is randomness to do it with. */
export function classExamples(beats: Beats, indices: Uint32Array, { classCount, classWeight, normalShare, augmentation }: ExampleOptions): Examples {
  const weights = classWeights(beats.label, indices, { classCount, classWeight });
  const normal = indices.filter((beat) => beats.label[beat] === NORMAL);
  const others = indices.filter((beat) => beats.label[beat] !== NORMAL);
  const drawn = Math.round(normal.length * normalShare);
  const beatAt = (index: number, random: Random | null): number => {
    if (index < others.length) return others[index];
    return normal[random === null || normalShare === 1 ? index - others.length : random.integer(normal.length)];
  };
  return {
    count: others.length + drawn,
    inputShape: [beats.samplesPerBeat, 1],
    targetShape: [classCount],
    read(index, input, target, random: Random | null) {
      const chosen = beatAt(index, random);
      const beat = samplesOf(beats, chosen);
      if (random === null) input.set(beat);
      else augmentBeat(beat, input, augmentation, random);
      const own = beats.label[chosen];
      target.fill(0);
      target[own] = 1;
      return own === NORMAL ? (weights[own] * normal.length) / drawn : weights[own];
    },
  };
}

/** By class: (1 / its share) to the power `classWeight`, scaled so that `indices` weigh 1 on average. */
export function classWeights(label: Uint8Array, indices: Uint32Array, { classCount, classWeight }: Pick<ExampleOptions, "classCount" | "classWeight">): Float64Array {
  const counts = new Float64Array(classCount);
  for (const beat of indices) counts[label[beat]]++;
  const raw = counts.map((count) => (count === 0 ? 0 : (indices.length / count) ** classWeight));
  const mean = raw.reduce((sum, weight, own) => sum + weight * counts[own], 0) / indices.length;
  return raw.map((weight) => weight / mean);
}
