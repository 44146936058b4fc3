import { SHARE_STEPS, type BinTrees } from "./boosted-trees.ts";

/**
 * Adds to `attributions` (by feature) how much each feature of one row moves a tree's value away from the tree's mean
 * over its training rows: exact Shapley values, a feature that is left out being replaced by going both ways in the
 * shares of the training rows (path-dependent TreeSHAP: Lundberg et al., Nature Machine Intelligence 2020, algorithm
 * 2). Returns that mean; mean and attributions add up to the tree's value. `bins`: of the row, by feature.
 */
export function addTreeShap(trees: BinTrees, root: number, bins: Uint8Array, attributions: Float64Array): number {
  const walk = (node: number, path: readonly PathStep[], reach: number): number => {
    const left = trees.child[node];
    if (left === node) {
      creditLeaf(path, trees.leafValue[node], attributions);
      return reach * trees.leafValue[node];
    }
    const feature = trees.feature[node];
    const goesLeft = bins[feature] <= trees.threshold[node];
    const earlier = path.findIndex((step) => step.feature === feature);
    // A feature asked about before is one player: its two steps become one.
    const { absent, present } = earlier < 0 ? { absent: 1, present: 1 } : path[earlier];
    const shorter = earlier < 0 ? path : unwound(path, earlier);
    const leftShare = trees.leftShare[node] / SHARE_STEPS;
    const toLeft = extended(shorter, { feature, absent: absent * leftShare, present: goesLeft ? present : 0 });
    const toRight = extended(shorter, { feature, absent: absent * (1 - leftShare), present: goesLeft ? 0 : present });
    return walk(left, toLeft, reach * leftShare) + walk(left + 1, toRight, reach * (1 - leftShare));
  };
  return walk(root, [{ feature: -1, absent: 1, present: 1, weight: 1 }], 1);
}

/** One feature on the way from the root. */
interface PathStep {
  /** −1 for the root's own step, which is no player */
  readonly feature: number;
  /** share of the rows that go on this way when the feature is absent */
  readonly absent: number;
  /** 1 if the row itself goes on this way, else 0 */
  readonly present: number;
  /** weight of the subsets with as many present features as this step's position */
  readonly weight: number;
}

/** The path with one more step (EXTEND). */
function extended(path: readonly PathStep[], { feature, absent, present }: Omit<PathStep, "weight">): PathStep[] {
  const length = path.length;
  const weights = new Array<number>(length + 1).fill(0);
  for (let i = 0; i < length; i++) {
    weights[i + 1] += (present * path[i].weight * (i + 1)) / (length + 1);
    weights[i] += (absent * path[i].weight * (length - i)) / (length + 1);
  }
  return weights.map((weight, i) => (i < length ? { ...path[i], weight } : { feature, absent, present, weight }));
}

/** The path as it would be without step `at` (UNWIND). */
function unwound(path: readonly PathStep[], at: number): PathStep[] {
  const weights = unwoundWeights(path, at);
  return weights.map((weight, i) => ({ ...path[i < at ? i : i + 1], weight }));
}

function unwoundWeights(path: readonly PathStep[], at: number): number[] {
  const last = path.length - 1;
  const { absent, present } = path[at];
  const weights = new Array<number>(last).fill(0);
  let carried = path[last].weight;
  for (let i = last - 1; i >= 0; i--) {
    if (present === 0) weights[i] = (path[i].weight * (last + 1)) / (absent * (last - i));
    else {
      weights[i] = (carried * (last + 1)) / ((i + 1) * present);
      carried = path[i].weight - (weights[i] * absent * (last - i)) / (last + 1);
    }
  }
  return weights;
}

function creditLeaf(path: readonly PathStep[], value: number, attributions: Float64Array): void {
  for (let at = 1; at < path.length; at++) {
    const { feature, absent, present } = path[at];
    const weight = unwoundWeights(path, at).reduce((sum, own) => sum + own, 0);
    attributions[feature] += weight * (present - absent) * value;
  }
}
