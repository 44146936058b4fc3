import { resumeRandom, sampleWithoutReplacement, seededRandom, type Random } from "../../ecg/numeric/random.ts";
import { ProblemError } from "../../ecg/problem.ts";
import { turns, type JobControl } from "../../ecg/progress.ts";
import type { OnEpoch } from "../training/fit.ts";
import type { Resumable } from "../training/resume.ts";
import { decodeBoostCheckpoint, encodeBoostCheckpoint, type BoostCheckpoint, type Round } from "./boost-checkpoint.ts";
import { flattenTree, joinTrees, separateTrees, type BinTrees, type BoostedTrees } from "./boosted-trees.ts";
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
  /** null where an interrupted training need not be taken up again */
  readonly resumable: Resumable | null;
  /** takes up the checkpoint and keeps its best rounds, without another one */
  readonly finish?: boolean;
  /** called at the end of each round, as of an epoch */
  readonly onRound?: OnEpoch;
}

/** A checkpoint is kept after as many rounds. */
const CHECKPOINT_ROUNDS = 10;

export interface Boosted extends Omit<BoostedTrees, "edges"> {
  readonly rounds: readonly Round[];
  /** index in `rounds` of the last one that the trees are of */
  readonly bestRound: number;
}

/**
 * Boosts trees on the softmax loss, one tree a class and round, each round all classes from the same probabilities;
 * keeps the rounds up to the lowest validation loss. The same rows and options give the same trees, bit for bit, also
 * when the training was interrupted and taken up again.
 * Throws the signal's reason when aborted.
 */
export async function boost(training: LabelledRows, validation: LabelledRows, options: BoostOptions): Promise<Boosted> {
  const { stage, classCount, rounds: atMost, patience, learningRate, resumable, finish = false, onRound, signal, onProgress } = options;
  const taken = await takeUp(resumable);
  const random = taken === null ? seededRandom(options.seed) : resumeRandom(taken.random);
  const startScores = logShares(training, classCount);
  const fitted = new ScoredRows(training, startScores);
  const unseen = new ScoredRows(validation, startScores);
  const grown: BinTrees[] = [];
  const rounds: Round[] = taken === null ? [] : [...taken.rounds];
  let bestRound = lowest(rounds);
  let reached = rounds.length === 0 ? `${stage}: first round` : describe(stage, rounds, atMost);
  const takeTurn = turns(signal, (done) => onProgress({ stage: reached, done, total: atMost * classCount, unit: "batches" }));
  const addRound = (trees: readonly BinTrees[]) => {
    fitted.addRound(trees);
    unseen.addRound(trees);
    grown.push(...trees);
  };

  const earlier = taken === null ? [] : separateTrees(taken.trees);
  for (let first = 0; first < earlier.length; first += classCount) {
    addRound(earlier.slice(first, first + classCount));
    await takeTurn(first + classCount);
  }
  while (!finish && rounds.length < atMost && rounds.length - 1 - bestRound < patience) {
    const rows = drawShare(random, training.label.length, options.rowShare);
    const trees: BinTrees[] = [];
    for (let k = 0; k < classCount; k++) {
      const features = drawShare(random, training.features.columns.length, options.featureShare);
      const root = growTree(training.features, { rows, features, ...fitted.derivatives(k) }, options);
      trees.push(flattenTree(root, ({ sums }) => learningRate * bestLeafValue(sums, options.lambda)));
      await takeTurn(rounds.length * classCount + k + 1);
    }
    addRound(trees);
    rounds.push({ trainingLoss: fitted.loss(), validationLoss: unseen.loss() });
    bestRound = lowest(rounds);
    reached = describe(stage, rounds, atMost);
    if (resumable !== null && rounds.length % CHECKPOINT_ROUNDS === 0) {
      await resumable.store.write(encodeBoostCheckpoint({ fingerprint: resumable.fingerprint, rounds, random: random.state(), trees: joinTrees(grown) }));
    }
    onRound?.({ epoch: rounds.length, metrics: { loss: rounds[rounds.length - 1].trainingLoss, "validation loss": rounds[rounds.length - 1].validationLoss } });
  }
  if (bestRound < 0) throw new ProblemError("nothing-learnt", `${stage} has not kept a round yet`, "Let it train for longer");
  return { startScores, trees: joinTrees(grown.slice(0, (bestRound + 1) * classCount)), rounds, bestRound };
}

async function takeUp(resumable: Resumable | null): Promise<BoostCheckpoint | null> {
  const bytes = await resumable?.store.read();
  const checkpoint = bytes ? decodeBoostCheckpoint(bytes) : null;
  return checkpoint?.fingerprint === resumable?.fingerprint ? checkpoint : null;
}

/** Index of the first round of lowest validation loss; −1 without any. */
function lowest(rounds: readonly Round[]): number {
  return rounds.reduce((best, { validationLoss }, i) => (best < 0 || validationLoss < rounds[best].validationLoss ? i : best), -1);
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
