import { sampleWithoutReplacement, seededRandom, type Random } from "../../ecg/numeric/random.ts";
import { turns, type JobControl } from "../../ecg/progress.ts";
import { flattenTree, joinTrees, type BinTrees, type BoostedTrees } from "./boosted-trees.ts";
import { growTree, type GrowOptions } from "./grow.ts";
import { ScoredRows, type LabelledRows } from "./scored-rows.ts";
import { bestLeafValue } from "./split.ts";

export interface BoostOptions extends GrowOptions, JobControl {
  /** what is trained, as progress names it */
  readonly stage: string;
  readonly classCount: number;
  /** rounds at most, of one tree a class */
  readonly rounds: number;
  /** rounds without a lower validation loss after which training stops */
  readonly patience: number;
  /** a tree adds its best leaf values times this */
  readonly learningRate: number;
  /** share of the features that a tree is offered, drawn for each tree */
  readonly featureShare: number;
  /** share of the rows that trees are grown on, drawn for each round */
  readonly rowShare: number;
  readonly seed: number;
}

export interface Round {
  readonly trainingLoss: number;
  readonly validationLoss: number;
}

export interface Boosted extends Omit<BoostedTrees, "edges"> {
  readonly rounds: readonly Round[];
  /** index in `rounds` of the last one that the trees are of */
  readonly bestRound: number;
}

/**
 * Boosts trees on the softmax loss, one tree a class and round, each round all classes from the same probabilities;
 * keeps the rounds up to the lowest validation loss. The same rows and options give the same trees, bit for bit.
 * Throws the signal's reason when aborted.
 */
export async function boost(training: LabelledRows, validation: LabelledRows, options: BoostOptions): Promise<Boosted> {
  const { stage, classCount, rounds: atMost, patience, learningRate, signal, onProgress } = options;
  const random = seededRandom(options.seed);
  const startScores = logShares(training, classCount);
  const fitted = new ScoredRows(training, startScores);
  const unseen = new ScoredRows(validation, startScores);
  const grown: BinTrees[][] = [];
  const rounds: Round[] = [];
  let bestRound = -1;
  let reached = `${stage}: first round`;
  const takeTurn = turns(signal, (done) => onProgress({ stage: reached, done, total: atMost * classCount, unit: "batches" }));

  while (rounds.length < atMost && rounds.length - 1 - bestRound < patience) {
    const rows = drawShare(random, training.label.length, options.rowShare);
    const trees: BinTrees[] = [];
    for (let k = 0; k < classCount; k++) {
      const features = drawShare(random, training.features.columns.length, options.featureShare);
      const root = growTree(training.features, { rows, features, ...fitted.derivatives(k) }, options);
      trees.push(flattenTree(root, ({ sums }) => learningRate * bestLeafValue(sums, options.lambda)));
      await takeTurn(rounds.length * classCount + k + 1);
    }
    fitted.addRound(trees);
    unseen.addRound(trees);
    grown.push(trees);
    rounds.push({ trainingLoss: fitted.loss(), validationLoss: unseen.loss() });
    if (bestRound < 0 || rounds[rounds.length - 1].validationLoss < rounds[bestRound].validationLoss) bestRound = rounds.length - 1;
    reached = describe(stage, rounds, atMost);
  }
  return { startScores, trees: joinTrees(grown.slice(0, bestRound + 1).flat()), rounds, bestRound };
}

/** By class, the log of its weighted share in the rows, one row added to each, so that an absent class stays finite. */
function logShares({ label, weight }: LabelledRows, classCount: number): Float32Array {
  const sums = new Float64Array(classCount).fill(1);
  label.forEach((own, row) => (sums[own] += weight[row]));
  const total = sums.reduce((sum, own) => sum + own);
  return Float32Array.from(sums, (own) => Math.log(own / total));
}

/** A share of the numbers 0 … length − 1, at least one, ascending. */
function drawShare(random: Random, length: number, share: number): Uint32Array {
  return sampleWithoutReplacement(random, length, Math.max(1, Math.round(length * share))).sort();
}

function describe(stage: string, rounds: readonly Round[], atMost: number): string {
  const { trainingLoss, validationLoss } = rounds[rounds.length - 1];
  return `${stage}: round ${rounds.length} of at most ${atMost}, loss ${trainingLoss.toFixed(5)}, validation loss ${validationLoss.toFixed(5)}`;
}
