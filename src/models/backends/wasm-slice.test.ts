import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { installBackends } from "./install-backends.ts";
import { nodeWasmPaths } from "./node-wasm-paths.ts";

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  installBackends(nodeWasmPaths); // registering twice changes nothing
  await tf.setBackend("wasm");
});

/** Along one axis: its size, where to begin, how much to take. */
const axis = fc.integer({ min: 1, max: 5 }).chain((length) =>
  fc.integer({ min: 0, max: length - 1 }).chain((begin) => fc.integer({ min: 0, max: length - begin }).map((size) => ({ length, begin, size }))),
);

it("cuts the same piece as the CPU backend, of tensors of any rank", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(axis, { minLength: 1, maxLength: 5 }), fc.constantFrom("float32" as const, "int32" as const), async (axes, dtype) => {
      const shape = axes.map(({ length }) => length);
      const [begin, size] = [axes.map((each) => each.begin), axes.map((each) => each.size)];
      const cut = async (backend: string) => {
        await tf.setBackend(backend);
        const piece = tf.tidy(() => tf.slice(tf.reshape(tf.range(0, tf.util.sizeFromShape(shape), 1, dtype), shape), begin, size));
        const values = [...(await piece.data())];
        piece.dispose();
        return { shape: piece.shape, values };
      };
      expect(await cut("wasm")).toEqual(await cut("cpu"));
    }),
    { numRuns: 60 },
  );
});

it("leaves a tensor taken whole as it is, and none behind", async () => {
  await tf.setBackend("wasm");
  const before = tf.memory().numTensors;
  const whole = tf.tidy(() => tf.slice(tf.tensor2d([[1, 2], [3, 4]]), 0));
  expect([...(await whole.data())]).toEqual([1, 2, 3, 4]);
  whole.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
