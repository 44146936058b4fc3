import { describe, expect, it } from "vitest";
import { largestDifference, timeInTurns, type Job } from "./rates.ts";
import { againstLstmAutoencoder, againstOnnx } from "./ratios.ts";

/** A runtime that needs `startMs` for a call and `beatMs` for each beat. */
function runtime(startMs: number, beatMs: number, calls: number[] = []): Job {
  return {
    model: "beat-cnn", runtime: "clockwork", batch: 1024,
    meanMs: (_leastMs, count) => {
      calls.push(count);
      return Promise.resolve(startMs + count * beatMs);
    },
  };
}

const time = async (job: Job) => (await timeInTurns([job], 3, () => undefined))[0].runs;

describe("a job", () => {
  it("is timed once a round", async () => expect(await time(runtime(0, 0.5))).toEqual([2000, 2000, 2000]));
  it("is timed once where it is slow", async () => expect(await time(runtime(0, 10))).toEqual([100]));
  it("is left out, its batch never tried, where it would take minutes", async () => {
    const calls: number[] = [];
    expect(await time(runtime(0, 1000, calls))).toEqual([]);
    expect(Math.max(...calls)).toBeLessThan(1024);
  });
  it("is timed where only its start is slow, so that a few beats promise too little", async () => expect(await time(runtime(200, 1))).toHaveLength(3));
});

it("TensorFlow.js is compared with the faster form of ONNX Runtime, round by round", () => {
  const rate = (name: string, runs: number[]) => ({ model: "beat-cnn" as const, runtime: name, batch: 1, runs });
  const rates = [rate("WASM SIMD", [100, 300, 90]), rate("onnxruntime-web, 1D", [50, 100, 60]), rate("onnxruntime-web, 2D", [10, 10, 10])];
  expect(againstOnnx(rates)).toEqual([{ batch: 1, ratio: 2 }]);
});

it("the autoencoders are not compared where one was too slow", () => {
  const rate = (model: "conv-autoencoder" | "lstm-autoencoder", runs: number[]) => ({ model, runtime: "WASM SIMD", batch: 1024, runs });
  expect(againstLstmAutoencoder([rate("conv-autoencoder", [500]), rate("lstm-autoencoder", [50])])).toBe(10);
  expect(againstLstmAutoencoder([rate("conv-autoencoder", [500]), rate("lstm-autoencoder", [])])).toBeNull();
});

it("a difference is not a number where an answer is none, or one is missing", () => {
  expect(largestDifference([1, 2], [1.5, 2])).toBe(0.5);
  expect(largestDifference([1, NaN], [1, 2])).toBeNaN();
  expect(largestDifference([1], [1, 2])).toBeNaN();
});
