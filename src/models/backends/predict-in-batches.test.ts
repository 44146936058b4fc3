import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { installBackends } from "./install-backends.ts";
import { nodeWasmPaths } from "./node-wasm-paths.ts";
import { predictInBatches } from "./predict-in-batches.ts";

let model: tf.LayersModel;

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await tf.setBackend("wasm");
  // (a, b, c) → (a + b + c, 2c)
  const kernel = tf.tensor2d([1, 0, 1, 0, 1, 2], [3, 2]);
  model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [3], units: 2, useBias: false, weights: [kernel] })] });
});

const options = (batchSize: number, signal = new AbortController().signal) => ({ batchSize, stage: "Scoring", signal, onProgress: () => undefined });
const read = (index: number, input: Float32Array) => input.set([index, 1, -index]);

it("gives every input's output in order, whatever the batch size, and leaves no tensor behind", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(40), fc.integer({ min: 1, max: 17 }), async (count, batchSize) => {
      const before = tf.memory().numTensors;
      const outputs = await predictInBatches(model, { count, read }, options(batchSize));
      expect([...outputs]).toEqual(Array.from({ length: count }, (_, index) => [1, -2 * index + 0]).flat());
      expect(tf.memory().numTensors).toBe(before);
    }),
    { numRuns: 40 },
  );
});

it("uses one batch shape only", async () => {
  const shapes = new Set<string>();
  const watched = Object.create(model, {
    apply: { value: (input: tf.Tensor, args: object) => (shapes.add(input.shape.join()), model.apply(input, args)) },
  }) as tf.LayersModel;
  await predictInBatches(watched, { count: 21, read }, options(8));
  expect([...shapes]).toEqual(["8,3"]);
});

it("stops between batches when aborted", async () => {
  const abort = new AbortController();
  const rows: number[] = [];
  const stopAtTen = (index: number, input: Float32Array) => {
    rows.push(index);
    if (index === 10) abort.abort();
    read(index, input);
  };
  await expect(predictInBatches(model, { count: 100, read: stopAtTen }, options(8, abort.signal))).rejects.toThrow("aborted");
  expect(rows).toHaveLength(16);
});
