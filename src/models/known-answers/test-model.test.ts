import { beforeAll, describe, expect, it } from "vitest";
import { ALL_MODELS } from "../catalog.ts";
import { chooseBackend } from "../backends/choose-backend.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import type { KnownAnswer } from "./known-answer.ts";
import { nodeLoaders } from "./node-loaders.ts";
import { testModel } from "./test-model.ts";

beforeAll(() => installBackends(nodeWasmPaths));

const shipped = { ...nodeLoaders, signal: new AbortController().signal };

describe("every shipped model answers its known input on WASM as on the CPU", () => {
  it.each(ALL_MODELS.map(({ id }) => id))("%s", { timeout: 60_000 }, async (id) => {
    const test = await testModel(id, { ...shipped, rejectBackend: null });
    expect(test).toMatchObject({ modelId: id, isRight: true, rejected: [] });
    expect(test.outputs).toBeGreaterThan(4);
    expect(["WASM (SIMD)", "JavaScript"]).toContain(test.backend);
  });
});

/** The shipped files, but with another known answer. */
const withKnown = (change: (known: KnownAnswer) => KnownAnswer) => ({
  ...shipped,
  readArtifact: async (path: string) => {
    const bytes = await nodeLoaders.readArtifact(path);
    if (!path.endsWith("known-answer.json")) return bytes;
    return new TextEncoder().encode(JSON.stringify(change(JSON.parse(new TextDecoder().decode(bytes)) as KnownAnswer))).buffer;
  },
});

describe("a backend that answers wrongly", () => {
  const off = (known: KnownAnswer): KnownAnswer => ({ ...known, outputs: known.outputs.map((value) => (value === null ? null : value + 0.25)) });

  it("is rejected, and the next one tried, until one is right", async () => {
    const rejections: string[] = [];
    const loaders = shipped;
    let wrongAnswers = 2;
    const test = await testModel("dense-autoencoder", {
      ...loaders,
      loadDetector: async (id) => {
        const detect = await loaders.loadDetector(id);
        return async (patients, options) => {
          const run = await detect(patients, options);
          return wrongAnswers-- > 0 ? { ...run, backend: `Backend ${wrongAnswers}`, scores: run.scores.map((scores) => scores.map((score) => score * 1.5)) } : run;
        };
      },
      rejectBackend: async (why) => {
        rejections.push(why);
        return { name: "the next" };
      },
    });
    expect(test).toMatchObject({ isRight: true, backend: "WASM (SIMD)" });
    expect(rejections).toHaveLength(2);
    expect(test.rejected).toEqual([expect.stringMatching(/^Backend 1: dense-autoencoder answered its known input wrongly: off by 50 %/), expect.stringMatching(/^Backend 0: .* the next computes in its place\.$/)]);
  });

  it("is wrong where there is no other, and where none is needed", async () => {
    const none = await testModel("dense-autoencoder", { ...withKnown(off), rejectBackend: () => Promise.reject(new Error("No TensorFlow backend works here.")) });
    expect(none).toMatchObject({ isRight: false, rejected: [expect.stringContaining("No TensorFlow backend works here.")] });
    expect(await testModel("rolling-median", { ...withKnown(off), rejectBackend: null })).toMatchObject({ isRight: false, backend: "JavaScript", rejected: [] });
  });

  it("is not blamed for a known answer of another model", () =>
    expect(testModel("beat-cnn", { ...withKnown((known) => ({ ...known, modelHash: "00" })), rejectBackend: null })).rejects.toMatchObject({ code: "known-answer-outdated" }));

  it("leaves the backend of this thread as it was chosen", async () => expect((await chooseBackend()).name).toBe("WASM (SIMD)"));
});
