import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { chooseBackend, decide, rejectBackend, type Surroundings } from "./choose-backend.ts";
import { installBackends } from "./install-backends.ts";
import { isKnownAnswer, prepareTestInference } from "./known-answer.ts";
import { nodeWasmPaths } from "./node-wasm-paths.ts";
import { type BackendId, type Trial, tryBackend, withinTime } from "./try-backend.ts";

beforeAll(() => installBackends(nodeWasmPaths));

const right = (ms: number): Trial => ({ kind: "right", ms });
const unusable = (why: string): Trial => ({ kind: "unusable", why });

function surroundings(trials: Partial<Record<BackendId, Trial>>, changes: Partial<Surroundings> = {}): Surroundings {
  return {
    simd: true,
    renderer: { kind: "hardware", name: "GPU of a maker" },
    attempt: (backend) => Promise.resolve(trials[backend] ?? unusable("it was not expected to be tried")),
    ...changes,
  };
}

describe("decide", () => {
  it("takes a real GPU that is right and faster", async () => {
    expect(await decide(surroundings({ wasm: right(8), webgl: right(2) }))).toMatchObject({ backend: "webgl", name: "WebGL (GPU of a maker)" });
  });

  it("takes WASM where the GPU is slower, wrong or silent", async () => {
    for (const webgl of [right(80), unusable("its answer to the test inference was wrong"), unusable("no answer within 5 s")]) {
      const { backend, name } = await decide(surroundings({ wasm: right(8), webgl }));
      expect([backend, name]).toEqual(["wasm", "WASM (SIMD)"]);
    }
  });

  it("does not try a GPU that is software, and names it", async () => {
    const software = { kind: "software", name: "Google SwiftShader" } as const;
    const chosen = await decide(surroundings({ wasm: right(8), webgl: right(1) }, { renderer: software, simd: false }));
    expect(chosen).toMatchObject({ backend: "wasm", name: "WASM" });
    expect(chosen.reason).toContain("rendered in software (Google SwiftShader)");
  });

  it("takes the GPU where WASM does not start, and the CPU where neither does", async () => {
    const wasm = unusable("it did not start");
    expect((await decide(surroundings({ wasm, webgl: right(9) }))).backend).toBe("webgl");
    expect((await decide(surroundings({ wasm, webgl: wasm, cpu: right(90) }))).name).toBe("CPU");
    await expect(decide(surroundings({ wasm, webgl: wasm, cpu: wasm }))).rejects.toThrow("No TensorFlow backend works here");
  });
});

describe("in Node", () => {
  it("chooses WASM with SIMD once, and says how", async () => {
    const chosen = await chooseBackend();
    expect(chosen.name).toBe("WASM (SIMD)");
    expect(chosen.reason).toMatch(/^WASM \(SIMD\) answered the test inference in [\d.]+ ms\. WebGL is not used: there is none here\.$/);
    expect(tf.getBackend()).toBe("wasm");
    expect(chooseBackend()).toBe(chooseBackend());
  });

  it.each(["wasm", "cpu"])("gets the known answer from %s and leaves no tensor behind", async (backend) => {
    await tf.setBackend(backend);
    const before = tf.memory().numTensors;
    const answer = await prepareTestInference()();
    expect(isKnownAnswer(answer)).toBe(true);
    answer[17] *= 1.001;
    expect(isKnownAnswer(answer)).toBe(false);
    expect(tf.memory().numTensors).toBe(before);
  });

  it("finds a backend unusable that is missing or does not start, and removes it", async () => {
    expect(await tryBackend("webgl", 1000)).toEqual(unusable("it is not there"));
    tf.registerBackend("webgl", () => { throw new Error("context lost"); });
    expect((await tryBackend("webgl", 1000)).kind).toBe("unusable");
    expect(await tryBackend("webgl", 1000)).toEqual(unusable("it is not there"));
  });

  it("gives up on a backend that never starts, which cannot take over later", async () => {
    let startLate: (backend: tf.KernelBackend) => void = () => undefined;
    tf.registerBackend("webgl", () => new Promise<tf.KernelBackend>((resolve) => (startLate = resolve)));
    expect(await tryBackend("webgl", 10)).toEqual(unusable("no answer within 0.01 s"));
    await tf.setBackend("wasm");
    startLate(tf.findBackend("cpu"));
    await new Promise((resolve) => setTimeout(resolve));
    expect(tf.getBackend()).toBe("wasm");
    expect(tf.backend()).toBe(tf.findBackend("wasm"));
  });
});

it("withinTime passes on results and failures", async () => {
  expect(await withinTime(1000, Promise.resolve(3))).toBe(3);
  await expect(withinTime(1000, Promise.reject(new Error("broken")))).rejects.toThrow("broken");
});

describe("a backend that was found to compute wrongly", () => {
  it("is not used any more: the next is chosen and says why, until none is left", async () => {
    expect((await chooseBackend()).backend).toBe("wasm");
    const next = await rejectBackend("a model answered wrongly on it");
    expect(next).toMatchObject({ backend: "cpu", name: "CPU" });
    expect(next.reason).toContain("WASM (SIMD) is not used: a model answered wrongly on it.");
    expect([tf.getBackend(), tf.findBackendFactory("wasm")]).toEqual(["cpu", null]);
    expect(await chooseBackend()).toBe(next);
    await expect(rejectBackend("so did another")).rejects.toThrow("The CPU is not used: so did another.");
  });
});
