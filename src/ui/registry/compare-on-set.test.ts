import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { testRepository } from "../../db/testing.ts";
import type { EvaluationSet } from "../../lifecycle/registry/evaluation-set.ts";
import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { BEAT_MODELS } from "../../models/catalog.ts";
import type { AnalysisService, BeatCheckOutcome } from "../../worker/protocol.ts";
import type { AnyCard } from "../models/model-kinds.ts";
import { compareOnSet } from "./compare-on-set.ts";

const BEATS = 40;
const [meta] = BEAT_MODELS;
const set: EvaluationSet = { id: "set", name: "Forty beats", kind: "beats", samplesPerBeat: 187, fileSha256: ["0f"], rows: BEATS, rowsPerClass: { N: 30, V: 10 }, frozenAt: "2026-11-21T10:00:00.000Z" };
const label = Uint8Array.from({ length: BEATS }, (_, beat) => (beat < 30 ? 0 : 2));
const run: TrainingRun = {
  id: "run", name: "Retraining", modelId: meta.id, state: { kind: "finished", endedAt: "2026-11-21T09:00:00.000Z" }, startedAt: "2026-11-21T08:00:00.000Z", parameters: {},
  data: { name: "beats.csv", sha256: "0f", rows: 40, rowsPerClass: {}, split: { by: "row", training: 30, validation: 10 }, seed: 1 },
  start: { kind: "scratch" }, origin: "app", backend: "WASM (SIMD)", appVersion: "0.1.0", durationMs: 1, metrics: {}, tags: {}, note: "", artifact: null,
};

/** Right on all but the last `wrong` beats, which are called N; how many is the first byte of the version's model.json, 2 as shipped. */
const checkBeats: AnalysisService["checkBeats"] = async ({ files }): Promise<BeatCheckOutcome> => {
  const wrong = files === null ? 2 : files["model.json"][0];
  const outputs = Float32Array.from({ length: BEATS * 5 }, (_, i) => Number(i % 5 === (Math.floor(i / 5) >= BEATS - wrong ? 0 : label[Math.floor(i / 5)])));
  return { kind: "checked", result: { outputs, threshold: null, modelHash: "", backend: "", warnings: [], durationMs: 1, drift: null } };
};

async function storeWith(wrong: number, name: string) {
  const repository = testRepository(name);
  await repository.evaluationSets.freeze(set, { kind: "beats", beats: { count: BEATS, samplesPerBeat: 187, samples: new Float32Array(BEATS * 187), scheme: "aami", label, file: new Uint16Array(BEATS), line: new Uint32Array(BEATS) } });
  await repository.runs.add([{ run, epochs: [] }], "a test");
  await repository.registry.register({ modelId: meta.id, origin: { kind: "trained", runId: "run" }, sha256: "cd", files: { "model.json": Uint8Array.of(wrong) } }, { asChallenger: true });
  return repository;
}

const card = { id: meta.id, trainedOn: { name: "published", sha256: "5e", rows: 1 } } as unknown as AnyCard;
const options = { champion: 1, candidate: 2, readShippedCard: () => Promise.resolve(card), signal: new AbortController().signal };
const analysisWith = (check: AnalysisService["checkBeats"]) => ({ checkBeats: check }) as AnalysisService;

describe("champion and candidate on a frozen set", () => {
  it("are measured one after the other, tested against each other, and one that learnt from the set is named", async () => {
    const repository = await storeWith(5, "compare-1");
    const measured: number[] = [];
    const outcome = await compareOnSet(meta, set, { ...options, repository, analysis: analysisWith(checkBeats), onProgress: (version) => measured.push(version) });
    if (outcome.kind !== "compared") throw new Error(outcome.kind);
    const { figures, test, learntFromSet, champion, candidate } = outcome.comparison;
    expect([champion, candidate]).toEqual([{ version: 1, sha256: "" }, { version: 2, sha256: "cd" }]);
    expect(measured).toEqual([1, 2]);
    expect([figures.champion.accuracy.value, figures.candidate.accuracy.value]).toEqual([38 / 40, 35 / 40]);
    expect(figures.candidate.classes[2]).toMatchObject({ code: "V", rows: 10, sensitivity: { value: 0.5 }, positivePredictivity: { value: 1 } });
    expect(test).toMatchObject({ onlyFirstRight: 3, onlySecondRight: 0, method: "exact binomial" });
    expect(test.pValue).toBeCloseTo(0.25, 12);
    expect(learntFromSet).toEqual([2]);
  });

  it("name a version that began with the weights of one that learnt from the set, among several files", async () => {
    const repository = await storeWith(5, "compare-4");
    const later: TrainingRun = { ...run, id: "later", data: { ...run.data, sha256: "ee", fileSha256: ["aa", "bb"] }, start: { kind: "version", version: 2 } };
    await repository.runs.add([{ run: later, epochs: [] }, { run: { ...later, id: "other", start: { kind: "scratch" } }, epochs: [] }], "a test");
    for (const runId of ["later", "other"]) await repository.registry.register({ modelId: meta.id, origin: { kind: "trained", runId }, sha256: runId, files: { "model.json": Uint8Array.of(2) } }, { asChallenger: false });
    const learnt = async (candidate: number, among: EvaluationSet = set) => {
      const outcome = await compareOnSet(meta, among, { ...options, candidate, repository, analysis: analysisWith(checkBeats), onProgress: () => undefined });
      return outcome.kind === "compared" ? outcome.comparison.learntFromSet : outcome.kind;
    };
    expect(await learnt(3)).toEqual([3]);
    expect(await learnt(4)).toEqual([]);
    expect(await learnt(4, { ...set, fileSha256: ["bb"] })).toEqual([4]);
    expect(await learnt(4, { ...set, fileSha256: ["5e"] })).toEqual([1]);
  });

  it("stop at the first that is cancelled", async () => {
    const repository = await storeWith(5, "compare-2");
    let asked = 0;
    const cancelled = async (): Promise<BeatCheckOutcome> => {
      asked++;
      return { kind: "cancelled" };
    };
    expect(await compareOnSet(meta, set, { ...options, repository, analysis: analysisWith(cancelled), onProgress: () => undefined })).toEqual({ kind: "cancelled" });
    expect(asked).toBe(1);
  });

  it("need the set still to be there", async () => {
    const repository = await storeWith(5, "compare-3");
    await repository.evaluationSets.remove(set);
    await expect(compareOnSet(meta, set, { ...options, repository, analysis: analysisWith(checkBeats), onProgress: () => undefined })).rejects.toMatchObject({ code: "set-gone" });
  });
});
