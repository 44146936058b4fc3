import { beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "../../ecg/numeric/random.ts";
import { evenly, syntheticEcg } from "../../ecg/delineation/testing.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import type { TwelveLeadCard } from "../card.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import type { ClassifierFile } from "./classifier-file.ts";
import { meta } from "./meta.ts";
import { train } from "./train.ts";
import type { LabelledRecord, TwelveLeadTrainingData } from "./training-data.ts";

const FAST = { epochs: 1, batchSize: 4, trees: 10, lastFold: 2 };

/** Hearts of folds 1 to 3; every other one has tall R waves, which here is what HYP means. */
async function* hearts(): AsyncGenerator<LabelledRecord> {
  const random = seededRandom(1);
  for (let i = 0; i < 12; i++) {
    const isTall = i % 2 === 1;
    const waves = [{ centreMs: 0, sigmaMs: 12, heightMv: isTall ? 2.5 : 1 }, { centreMs: 270, sigmaMs: 35, heightMv: 0.3 }];
    const leads = Array.from({ length: 12 }, () => {
      const { samplesMv } = syntheticEcg({ samplingRateHz: 100, beatsMs: evenly(11, 850), durationMs: 10_000, wavesOf: () => waves });
      return samplesMv.map((value) => value + 0.02 * random.normal());
    });
    yield {
      id: `heart ${i}`, fold: 1 + Math.floor(i / 4), leads, samplingRateHz: 100,
      patient: { ageYears: 40 + i, sex: i % 4 < 2 ? "female" : "male", heightCm: null, weightKg: 70 },
      classes: Uint8Array.of(isTall ? 0 : 1, 0, 0, 0, isTall ? 1 : 0),
    };
  }
}

const data = (): TwelveLeadTrainingData => ({ name: "hearts", sha256: "0".repeat(64), count: 12, records: hearts(), date: "2026-11-21" });
const parsed = (files: Map<string, Uint8Array>, name: string): unknown => JSON.parse(new TextDecoder().decode(files.get(name)));

let files: Map<string, Uint8Array>;

beforeAll(() => installBackends(nodeWasmPaths));

describe("training the twelve-lead model", { timeout: 180_000 }, () => {
  it("learns from the folds asked for, and writes down what its parts are worth on records not learnt from", async () => {
    files = await train(data(), { ...quietControl(), parameters: FAST });
    expect([...files.keys()].sort()).toEqual(["card.json", "classifier.json", "model.json", "trees.bin", "weights.bin"]);
    const card = parsed(files, "card.json") as TwelveLeadCard;
    expect(card.trainedOn).toMatchObject({ rows: 8, folds: [1, 2] });
    expect(card.parameters).toMatchObject(FAST);
    // Tall waves are told from others in every record; of the three classes that nobody has nothing can be said.
    expect(card.validation.trees).toBe(1);
    expect(card.validation.macroAuc).toBe(1);
    expect(card.metrics).toBeNull();
    const { thresholds, trees, imputation } = parsed(files, "classifier.json") as ClassifierFile;
    expect(Object.values(card.thresholds)).toEqual(thresholds);
    expect(trees?.perClass).toBe(10);
    expect(trees?.features).toEqual(expect.arrayContaining(["qrsMs", "V5 rMv", "age", "sex"]));
    expect(imputation).toMatchObject({ age: 43.5, sex: 0.5, weight: 70 });
  });

  it("trains the published network alone, to the same bytes with the same seed", async () => {
    const published = await train(data(), { ...quietControl(), parameters: { ...FAST, ...meta.presets?.[0].values } });
    expect([...published.keys()].sort()).toEqual(["card.json", "classifier.json", "model.json", "weights.bin"]);
    expect(published.get("weights.bin")).toEqual(files.get("weights.bin"));
    expect(published.get("model.json")).toEqual(files.get("model.json"));
    expect(parsed(published, "classifier.json")).toMatchObject({ networkShare: 1, trees: null });
    expect((parsed(published, "card.json") as TwelveLeadCard).validation.trees).toBeNull();
  });

  it("stops when it is told to, and refuses folds without records", async () => {
    const stopped = new AbortController();
    stopped.abort(new Error("stopped"));
    await expect(train(data(), { ...quietControl(), signal: stopped.signal, parameters: FAST })).rejects.toThrow("stopped");
    const nothing = { ...data(), records: (async function* (): AsyncGenerator<LabelledRecord> {})() };
    await expect(train(nothing, { ...quietControl(), parameters: FAST })).rejects.toMatchObject({ code: "unfit-training-data" });
  });
});
