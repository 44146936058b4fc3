import { describe, expect, it } from "vitest";
import { quietControl } from "../fixtures/quiet-control.ts";
import { boost, type BoostOptions } from "./boost.ts";
import { decodeBoostCheckpoint } from "./boost-checkpoint.ts";
import { threeClasses } from "./fixtures.ts";
import { classScores } from "./score.ts";
import { softmax } from "./softmax.ts";

const options = (changes: Partial<BoostOptions> = {}): BoostOptions => ({
  ...quietControl(),
  stage: "Trees",
  classCount: 3,
  rounds: 20,
  patience: 20,
  learningRate: 0.2,
  maxLeaves: 6,
  maxDepth: 4,
  minChildWeight: 0.5,
  lambda: 1,
  featureShare: 1,
  rowShare: 1,
  seed: 5,
  resumable: null,
  ...changes,
});

describe("boost", () => {
  const training = threeClasses(1, 400);
  const validation = threeClasses(2, 200);

  it("lowers the training loss in every round", async () => {
    const { rounds } = await boost(training, validation, options());
    expect(rounds).toHaveLength(20);
    for (let i = 1; i < rounds.length; i++) expect(rounds[i].trainingLoss).toBeLessThan(rounds[i - 1].trainingLoss);
  });

  it("has learnt what tells the classes apart, on rows it has not seen", async () => {
    const boosted = await boost(training, validation, options());
    const unseen = threeClasses(3, 500);
    const scores = classScores(boosted, unseen.features.columns);
    const right = unseen.label.filter((own, row) => scores.every((other, k) => k === own || other[row] < scores[own][row])).length;
    expect(right / unseen.label.length).toBeGreaterThan(0.88);
  });

  it("keeps the rounds up to the lowest validation loss, which its trees then have", async () => {
    const { rounds, bestRound, ...boosted } = await boost(training, validation, options({ rounds: 200, patience: 4, learningRate: 0.5 }));
    const losses = rounds.map(({ validationLoss }) => validationLoss);
    expect(bestRound).toBe(losses.indexOf(Math.min(...losses)));
    expect(rounds.length).toBe(bestRound + 1 + 4);
    expect(boosted.trees.roots.length - 1).toBe(3 * (bestRound + 1));
    const scores = classScores(boosted, validation.features.columns);
    softmax(scores, scores);
    const loss = validation.label.reduce((sum, own, row) => sum - Math.log(scores[own][row]), 0) / validation.label.length;
    expect(loss).toBeCloseTo(losses[bestRound], 6);
  });

  it("gives the same trees, bit for bit, when run twice, and others with another seed", async () => {
    const sampled = { featureShare: 0.5, rowShare: 0.6, rounds: 5 };
    const first = await boost(training, validation, options(sampled));
    expect(await boost(training, validation, options(sampled))).toEqual(first);
    expect((await boost(training, validation, options({ ...sampled, seed: 6 }))).trees).not.toEqual(first.trees);
  });

  it("heeds weights: a class that weighs more is found more often", async () => {
    const foundOf = async (weight: number) => {
      const weighted = { ...training, weight: Float64Array.from(training.label, (own) => (own === 2 ? weight : 1)) };
      const scores = classScores(await boost(weighted, validation, options({ rounds: 5 })), validation.features.columns);
      return scores[2].filter((score, row) => score > scores[0][row] && score > scores[1][row]).length;
    };
    expect(await foundOf(20)).toBeGreaterThan(await foundOf(1));
  });

  it("learns where a class is missing", async () => {
    const { startScores, rounds } = await boost({ ...training, label: training.label.map((own) => Math.min(own, 1)) }, { ...validation, label: validation.label.map((own) => Math.min(own, 1)) }, options());
    expect(startScores.every(Number.isFinite)).toBe(true);
    expect(rounds.every(({ trainingLoss, validationLoss }) => Number.isFinite(trainingLoss + validationLoss))).toBe(true);
  });

  it("gives the same trees when it was interrupted and taken up again, and passes over another training's checkpoint", async () => {
    const sampled = { featureShare: 0.5, rowShare: 0.6, rounds: 14 };
    const whole = await boost(training, validation, options(sampled));
    let kept: Uint8Array | null = null;
    const store = { read: () => Promise.resolve(kept), write: (bytes: Uint8Array) => Promise.resolve(void (kept = bytes)) };
    await boost(training, validation, options({ ...sampled, rounds: 11, resumable: { store, fingerprint: "a" } }));
    const written = kept as Uint8Array | null;
    expect(decodeBoostCheckpoint(written ?? new Uint8Array())?.rounds).toHaveLength(10);

    const resumed = await boost(training, validation, options({ ...sampled, resumable: { store: { ...store, write: () => Promise.resolve() }, fingerprint: "a" } }));
    expect(resumed).toEqual(whole);
    const other = await boost(training, validation, options({ ...sampled, seed: 6, resumable: { store, fingerprint: "b" } }));
    expect(other).toEqual(await boost(training, validation, options({ ...sampled, seed: 6 })));
    expect(decodeBoostCheckpoint((written ?? new Uint8Array()).slice(0, -1))).toBeNull();
  });

  it("stops when it is cancelled", async () => {
    const cancelled = AbortSignal.abort(new Error("enough"));
    await expect(boost(threeClasses(1, 20_000), validation, options({ rounds: 1000, patience: 1000, maxLeaves: 64, signal: cancelled }))).rejects.toThrow("enough");
  });
});
