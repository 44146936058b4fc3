import { permutation, seededRandom } from "../../ecg/numeric/random.ts";
import type { BeatInput } from "../beat-model.ts";
import { type NormalBeats, picked } from "./normal-beats.ts";

/** One way to leave out a part of the beats. */
export interface Part extends NormalBeats {
  /** where the validation beats stand among all */
  readonly left: Uint32Array;
}

/** `count` ways to leave out a part of the beats at random; each beat is left out once. */
export function parts(beats: BeatInput, count: number, seed: number): Part[] {
  const order = permutation(seededRandom(seed), beats.count);
  return Array.from({ length: count }, (_, part) => {
    const left = order.filter((_beat, position) => position % count === part).sort();
    const learnt = order.filter((_beat, position) => position % count !== part).sort();
    return { left, training: picked(beats, learnt), validation: picked(beats, left) };
  });
}
