import { addLeafValues } from "../trees/flat-trees.ts";
import type { BinTrees } from "./boosted-trees.ts";
import type { BinnedFeatures } from "./histogram.ts";
import { softmax } from "./softmax.ts";

export interface LabelledRows {
  readonly features: BinnedFeatures;
  /** class of each row */
  readonly label: Uint8Array;
  /** of each row in the loss */
  readonly weight: Float64Array;
}

/** Labelled rows with their scores so far; changes as trees are added. */
export class ScoredRows {
  readonly #rows: LabelledRows;
  readonly #scores: readonly Float64Array[];
  readonly #probabilities: readonly Float64Array[];

  constructor(rows: LabelledRows, startScores: Float32Array) {
    this.#rows = rows;
    this.#scores = Array.from(startScores, (score) => new Float64Array(rows.label.length).fill(score));
    this.#probabilities = this.#scores.map((own) => new Float64Array(own.length));
    softmax(this.#scores, this.#probabilities);
  }

  /** Adds one tree for each class. */
  addRound(trees: readonly BinTrees[]): void {
    trees.forEach((tree, k) => addLeafValues(tree, 0, this.#rows.features.columns, this.#scores[k]));
    softmax(this.#scores, this.#probabilities);
  }

  /** Mean of −log P(own class), weighted. */
  loss(): number {
    const { label, weight } = this.#rows;
    let sum = 0;
    let weights = 0;
    for (let row = 0; row < label.length; row++) {
      sum -= weight[row] * Math.log(Math.max(this.#probabilities[label[row]][row], LEAST_PROBABILITY));
      weights += weight[row];
    }
    return sum / weights;
  }

  /** First and second derivative of the loss by the score of class `k`: p − y and p (1 − p), weighted. */
  derivatives(k: number): { readonly gradient: Float64Array; readonly hessian: Float64Array } {
    const { label, weight } = this.#rows;
    const probability = this.#probabilities[k];
    const gradient = probability.map((p, row) => weight[row] * (label[row] === k ? p - 1 : p));
    const hessian = probability.map((p, row) => weight[row] * Math.max(p * (1 - p), LEAST_HESSIAN));
    return { gradient, hessian };
  }
}

const LEAST_PROBABILITY = 1e-15;
/** Keeps a row that is all but certain in the sums. */
const LEAST_HESSIAN = 1e-16;
