import { permutation, seededRandom } from "../numeric/random.ts";
import { UNLABELLED } from "../table.ts";
import type { Beats } from "./table.ts";

/** Labelled beats to learn from, and others to choose by; ascending. */
export interface BeatSplit {
  readonly training: Uint32Array<ArrayBuffer>;
  readonly validation: Uint32Array<ArrayBuffer>;
}

/** Of the labelled beats, by class and drawn at random: a share to validate on, the rest to train on. */
export function splitBeats({ label }: Pick<Beats, "label">, validationShare: number, seed: number): BeatSplit {
  const random = seededRandom(seed);
  const training: number[] = [];
  const validation: number[] = [];
  for (const beats of beatsByClass(label, label.keys())) {
    const order = permutation(random, beats.length);
    const kept = Math.round(beats.length * validationShare);
    order.forEach((position, i) => (i < kept ? validation : training).push(beats[position]));
  }
  return { training: Uint32Array.from(training).sort(), validation: Uint32Array.from(validation).sort() };
}

/**
 * The labelled beats divided by patient: patients drawn at random validate until they have the share of the beats that comes
 * nearest to `validationShare`, at least one patient on either side. `patient` is each beat's; null where they are all of one.
 */
export function splitByPatient({ label }: Pick<Beats, "label">, patient: Uint32Array, { validationShare, seed }: { readonly validationShare: number; readonly seed: number }): BeatSplit | null {
  const labelled = Uint32Array.from(label.keys()).filter((beat) => label[beat] !== UNLABELLED);
  const counts = new Map<number, number>();
  for (const beat of labelled) counts.set(patient[beat], (counts.get(patient[beat]) ?? 0) + 1);
  if (counts.size < 2) return null;
  const drawn = [...permutation(seededRandom(seed), counts.size)].map((position) => [...counts.keys()][position]);
  const wanted = validationShare * labelled.length;
  const validating = new Set<number>();
  let kept = 0;
  for (const each of drawn.slice(0, -1)) {
    const more = counts.get(each) ?? 0;
    if (validating.size > 0 && Math.abs(kept + more - wanted) > Math.abs(kept - wanted)) continue;
    validating.add(each);
    kept += more;
  }
  return { training: labelled.filter((beat) => !validating.has(patient[beat])), validation: labelled.filter((beat) => validating.has(patient[beat])) };
}

/** The labelled ones of `beats`, in lists of one class each. */
export function beatsByClass(label: Uint8Array, beats: Iterable<number>): number[][] {
  const labelled = Array.from(beats).filter((beat) => label[beat] !== UNLABELLED);
  const classes = [...new Set(labelled.map((beat) => label[beat]))].sort((a, b) => a - b);
  return classes.map((own) => labelled.filter((beat) => label[beat] === own));
}
