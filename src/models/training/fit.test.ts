import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "../../ecg/numeric/random.ts";
import type { Progress } from "../../ecg/progress.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import type { Examples } from "./examples.ts";
import { fit, type FitOptions } from "./fit.ts";
import type { CheckpointStore } from "./checkpoint.ts";
import { constantRate } from "./learning-rate.ts";
import { readWeights } from "./model-weights.ts";
import { SeededDropout } from "./seeded-dropout.ts";

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await tf.setBackend("wasm");
});

const WINDOW = 12;

/** Windows of noise, half of them with a bump in the middle: target 1. */
function bumps(count: number, seed: number): Examples {
  const random = seededRandom(seed);
  const noise = Float32Array.from({ length: count * WINDOW }, () => random.normal() * 0.3);
  return {
    count,
    inputShape: [WINDOW, 1],
    targetShape: [1],
    read(index, input, target, augmentation) {
      input.set(noise.subarray(index * WINDOW, (index + 1) * WINDOW));
      if (augmentation !== null) input.forEach((value, t) => (input[t] = value * (1 + 0.1 * augmentation.normal())));
      target[0] = index % 2;
      if (target[0] === 1) input[WINDOW / 2] += 2;
      return target[0] === 1 ? 2 : 1;
    },
  };
}

function convolutionalNetwork(): tf.LayersModel {
  const { conv1d, batchNormalization, globalMaxPooling1d, dense } = tf.layers;
  const glorot = (seed: number) => tf.initializers.glorotUniform({ seed });
  return tf.sequential({
    layers: [
      conv1d({ inputShape: [WINDOW, 1], filters: 4, kernelSize: 3, padding: "same", activation: "relu", kernelInitializer: glorot(1) }),
      batchNormalization(),
      globalMaxPooling1d({}),
      dense({ units: 1, activation: "sigmoid", kernelInitializer: glorot(2), kernelRegularizer: tf.regularizers.l2({ l2: 1e-4 }) }),
    ],
  });
}

const options = (changes: Partial<FitOptions> = {}): FitOptions => ({
  stage: "Training",
  loss: tf.metrics.binaryCrossentropy,
  batchSize: 16,
  epochs: 12,
  patience: 12,
  learningRate: constantRate(0.02),
  seed: 7,
  signal: new AbortController().signal,
  onProgress: () => undefined,
  ...changes,
});

const weightsOf = async (model: tf.LayersModel) => Promise.all(model.getWeights().map(async (weight) => [...(await weight.data())]));

describe("fit", () => {
  it("tells each epoch's share of validation examples whose class it names, each once, where targets are classes", async () => {
    const oneHot = (examples: Examples): Examples => ({
      ...examples, targetShape: [2],
      read(index, input, target, random) {
        const single = new Float32Array(1);
        const weight = examples.read(index, input, single, random);
        target.set([1 - single[0], single[0]]);
        return weight;
      },
    });
    const { inputs, outputs: [hidden] } = convolutionalNetwork();
    const model = tf.model({ inputs, outputs: tf.layers.dense({ units: 2, activation: "softmax" }).apply(hidden) as tf.SymbolicTensor });
    const accuracies: (number | undefined)[] = [];
    const onEpoch: FitOptions["onEpoch"] = ({ metrics }) => accuracies.push(metrics["validation accuracy"]);
    const validation = bumps(61, 2);
    await fit(model, oneHot(bumps(200, 1)), oneHot(validation), options({ epochs: 3, keeps: "last", loss: tf.metrics.categoricalCrossentropy, namesClasses: true, onEpoch }));
    const input = new Float32Array(WINDOW);
    let right = 0;
    for (let index = 0; index < validation.count; index++) {
      const target = new Float32Array(1);
      validation.read(index, input, target, null);
      const [no, yes] = tf.tidy(() => [...(model.predict(tf.tensor3d(input, [1, WINDOW, 1])) as tf.Tensor).dataSync()]);
      right += Number(yes > no === (target[0] === 1));
    }
    expect(accuracies).toHaveLength(3);
    expect(accuracies[2]).toBeCloseTo(right / 61, 6);
    model.dispose();
    await fit(convolutionalNetwork(), bumps(40, 1), bumps(20, 2), options({ epochs: 1, onEpoch }));
    expect(accuracies[3]).toBeUndefined();
  });

  it("learns to tell windows with a bump from windows without, on examples it has not seen", async () => {
    const model = convolutionalNetwork();
    const { epochs, bestEpoch } = await fit(model, bumps(200, 1), bumps(60, 2), options());
    const unseen = bumps(50, 3);
    const right = await accuracy(model, unseen);
    expect(epochs[bestEpoch].validationLoss).toBeLessThan(epochs[0].validationLoss / 2);
    expect(right).toBeGreaterThan(0.95);
    model.dispose();
  });

  it("gives the same weights, bit for bit, when run twice, and others with another seed", async () => {
    const train = async (seed: number) => {
      const model = convolutionalNetwork();
      await fit(model, bumps(50, 1), bumps(20, 2), options({ epochs: 3, seed }));
      const weights = await weightsOf(model);
      model.dispose();
      return weights;
    };
    const first = await train(7);
    expect(await train(7)).toEqual(first);
    expect(await train(8)).not.toEqual(first);
  });

  it("keeps the last epoch's weights where it is told to, whatever the validation loss", async () => {
    const train = async (epochs: number, keeps: "best" | "last") => {
      const model = convolutionalNetwork();
      const { bestEpoch } = await fit(model, bumps(64, 1), bumps(20, 2), options({ epochs, keeps, learningRate: (epoch) => (epoch < 2 ? 0.01 : 5) }));
      const weights = await weightsOf(model);
      model.dispose();
      return { bestEpoch, weights };
    };
    const [last, best] = [await train(3, "last"), await train(3, "best")];
    expect([last.bestEpoch, best.bestEpoch]).toEqual([2, 1]);
    expect(last.weights).not.toEqual(best.weights);
    expect(best.weights).toEqual((await train(2, "last")).weights);
  });

  it("stops when patience runs out and keeps the best epoch's weights", async () => {
    // A rate that leaps in the third epoch spoils the weights: the second epoch's must come back.
    const model = convolutionalNetwork();
    const training = bumps(64, 1);
    const validation = bumps(20, 2);
    const learningRate = (epoch: number) => (epoch < 2 ? 0.01 : 5);
    const { epochs, bestEpoch } = await fit(model, training, validation, options({ epochs: 20, patience: 3, learningRate }));
    expect(bestEpoch).toBe(1);
    expect(epochs.length).toBe(bestEpoch + 1 + 3);

    const twoEpochs = convolutionalNetwork();
    await fit(twoEpochs, training, validation, options({ epochs: 2, learningRate }));
    expect(await weightsOf(model)).toEqual(await weightsOf(twoEpochs));
    model.dispose();
    twoEpochs.dispose();
  });

  it("leaves no tensor behind, finished or aborted", async () => {
    const model = convolutionalNetwork();
    const before = tf.memory().numTensors;
    await fit(model, bumps(40, 1), bumps(20, 2), options({ epochs: 2 }));
    expect(tf.memory().numTensors).toBe(before);

    const abort = new AbortController();
    const stopAfterFirstEpoch = ({ done }: Progress) => done > 0 && abort.abort();
    const aborted = fit(model, bumps(40, 1), bumps(20, 2), options({ signal: abort.signal, onProgress: stopAfterFirstEpoch }));
    await expect(aborted).rejects.toThrow("aborted");
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
  });

  it("reports every epoch and counts batches up to the end", async () => {
    const model = convolutionalNetwork();
    const seen: Progress[] = [];
    await fit(model, bumps(40, 1), bumps(20, 2), options({ epochs: 3, onProgress: (progress) => seen.push(progress) }));
    const stages = [...new Set(seen.map(({ stage }) => stage))];
    expect(stages.map((stage) => stage.split(",")[0])).toEqual([
      "Training: first epoch",
      "Training: epoch 1 of at most 3",
      "Training: epoch 2 of at most 3",
      "Training: epoch 3 of at most 3",
    ]);
    expect(seen[seen.length - 1]).toMatchObject({ done: 9, total: 9, unit: "batches" });
    model.dispose();
  });

  it("says that training diverged instead of keeping weights that are not numbers", async () => {
    const model = convolutionalNetwork();
    const broken: Examples = { ...bumps(20, 2), read: (_, input) => (input.fill(NaN), 1) };
    await expect(fit(model, broken, broken, options())).rejects.toThrow("the loss became NaN");
    model.dispose();
  });

  it("taken up after an epoch, ends as one that was never interrupted, dropout and all", async () => {
    const network = (): tf.LayersModel => {
      const { conv1d, flatten, dense } = tf.layers;
      const glorot = (seed: number) => tf.initializers.glorotUniform({ seed });
      return tf.sequential({
        layers: [
          conv1d({ inputShape: [WINDOW, 1], filters: 4, kernelSize: 3, activation: "relu", kernelInitializer: glorot(1) }),
          flatten(),
          new SeededDropout({ name: "dropout", rate: 0.3, seed: 5 }),
          dense({ units: 1, activation: "sigmoid", kernelInitializer: glorot(2) }),
        ],
      });
    };
    const train = async (store: CheckpointStore, signal: AbortSignal) => {
      const model = network();
      const settings = { epochs: 4, clipNorm: 1, resumable: { store, fingerprint: "bumps" }, signal };
      try {
        await fit(model, bumps(64, 1), bumps(32, 2), options(settings));
        return await readWeights(model);
      } finally {
        model.dispose();
      }
    };
    const never = new AbortController().signal;
    const whole = await train(memoryStore(), never);

    const store = memoryStore();
    const controller = new AbortController();
    const interrupted: CheckpointStore = {
      ...store,
      async write(bytes) {
        await store.write(bytes);
        controller.abort(new Error("closed"));
      },
    };
    await expect(train(interrupted, controller.signal)).rejects.toThrow("closed");
    expect(await train(store, never)).toEqual(whole);
    expect(await train({ ...store, read: () => Promise.resolve(new Uint8Array(7)) }, never)).toEqual(whole);
  });
});

function memoryStore(): CheckpointStore {
  let kept: Uint8Array | null = null;
  return {
    read: () => Promise.resolve(kept),
    write(bytes) {
      kept = bytes;
      return Promise.resolve();
    },
  };
}

async function accuracy(model: tf.LayersModel, examples: Examples): Promise<number> {
  const input = new Float32Array(WINDOW);
  const target = new Float32Array(1);
  let right = 0;
  for (let index = 0; index < examples.count; index++) {
    examples.read(index, input, target, null);
    const output = tf.tidy(() => model.predict(tf.tensor(input, [1, WINDOW, 1])) as tf.Tensor);
    right += Number((await output.data())[0] >= 0.5 === (target[0] === 1));
    output.dispose();
  }
  return right / examples.count;
}
