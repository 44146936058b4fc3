import { AAMI, CLASSES } from "../../ecg/beats/classes.ts";
import { confusionMatrix, figuresOfCounts, type ConfusionMatrix } from "../../ecg/metrics/multi-class.ts";

/** Scored by networks that have not learnt from the beats' patients. */
export interface ScoredBeats {
  /** count × CLASSES.aami */
  readonly probabilities: Float32Array;
  readonly label: Uint8Array;
}

export interface ShiftChoice {
  /** to be added to the logarithm of each class's probability */
  readonly shift: readonly number[];
  /** of all beats, at that shift */
  readonly confusion: ConfusionMatrix;
}

const CLASS_COUNT = CLASSES.aami.length;
const STEPS = Array.from({ length: 17 }, (_, i) => -6 + i * 0.5);
const FUSION = -4;
/** Of Q, of which there are no examples to learn from. */
const NOT_LEARNT = -10;
/** Keeps logarithms finite; without a say in what is likeliest. */
const LEAST = 1e-9;

/**
 * Training weighs rare classes up; how far that is taken back decides between missed and false ones. Chosen, for S and V,
 * is the shift on a grid with the highest sum of their F1 over all beats: chosen on some patients of DS1 it did as well on
 * the others, which a shift that aims at a given sensitivity did not. Fusion beats are of too few patients to have a say:
 * theirs is such that few others are taken for them.
 */
export function chooseShift({ probabilities, label }: ScoredBeats): ShiftChoice {
  const logits = Float64Array.from(probabilities, (probability) => Math.log(Math.max(LEAST, probability)));
  let best: ShiftChoice & { readonly score: number } = { shift: [], confusion: [], score: -1 };
  for (const s of STEPS) {
    for (const v of STEPS) {
      const shift = [0, s, v, FUSION, NOT_LEARNT];
      const confusion = confusionMatrix(label, likeliestAt(logits, shift), CLASS_COUNT);
      const { perClass } = figuresOfCounts(confusion);
      const score = (perClass[AAMI.S].f1 ?? 0) + (perClass[AAMI.V].f1 ?? 0);
      if (score > best.score) best = { shift, confusion, score };
    }
  }
  return { shift: best.shift, confusion: best.confusion };
}

function likeliestAt(logits: Float64Array, shift: readonly number[]): Uint8Array {
  const likeliest = new Uint8Array(logits.length / CLASS_COUNT);
  for (let beat = 0; beat < likeliest.length; beat++) {
    let most = -Infinity;
    for (let own = 0; own < CLASS_COUNT; own++) {
      const logit = logits[beat * CLASS_COUNT + own] + shift[own];
      if (logit <= most) continue;
      most = logit;
      likeliest[beat] = own;
    }
  }
  return likeliest;
}
