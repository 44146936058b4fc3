import { beforeAll, describe, expect, it } from "vitest";
import type { Recording } from "../../ecg/recording/recording.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../artifacts/node-artifacts.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import type { ArrhythmiaCard } from "../card.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import type { CheckpointStore } from "../training/checkpoint.ts";
import { syntheticBeats, withOneEarly } from "./testing.ts";
import { annotatedLeads, train } from "./train.ts";

beforeAll(() => installBackends(nodeWasmPaths));

/** Of ten members. */
const SHIPPED_PARAMETERS = 84_290;
const NORMAL_CODE = 1;
const VENTRICULAR_CODE = 5;

/** A patient with one ventricular beat among ordinary ones. */
function patient(name: string, early: number): Recording {
  const { lead, samplingRateHz, peakSample } = syntheticBeats({ beatsMs: withOneEarly(30, early), isVentricular: (beat) => beat === early });
  return {
    kind: "recording",
    files: [{ name: `${name}.dat`, bytes: 1, sha256: name.repeat(64).slice(0, 64), rows: 1 }],
    form: "wfdb",
    samplingRateHz,
    sampleCount: lead.samplesMv.length,
    leads: [lead],
    startTime: null,
    timing: { jitterMs: null, gaps: [] },
    annotations: {
      sample: Uint32Array.from(peakSample),
      code: Uint8Array.from(peakSample, (_, beat) => (beat === early ? VENTRICULAR_CODE : NORMAL_CODE)),
      subtype: new Int8Array(peakSample.length),
      text: new Map(),
    },
    patient: { id: null, ageYears: null, sex: null, heightCm: null, weightKg: null },
    findings: [],
  };
}

const records = new Map(["a", "b", "c", "d", "e"].map((name, i) => [name, patient(name, 10 + i)]));
const dataOf = (of: ReadonlyMap<string, Recording>) => {
  const { leads, hashes } = annotatedLeads(of);
  return { leads, source: { name: "five patients", records: hashes }, date: "2026-11-21" };
};
const data = dataOf(records);
const parameters = { epochs: 2, batchSize: 16 };

describe("training the arrhythmia networks", { timeout: 120_000 }, () => {
  it("gives the same files every time, also when it was interrupted", async () => {
    const whole = await train(data, { ...quietControl(), parameters, checkpoints: null });
    const stores = new Map<number, CheckpointStore>();
    const storeOf = storesIn(stores);
    const controller = new AbortController();
    const interrupted = train(data, {
      signal: controller.signal,
      onProgress: ({ stage }) => stage.includes("member 3 of 10: epoch 1") && controller.abort(new Error("closed")),
      parameters,
      checkpoints: storeOf,
    });
    await expect(interrupted).rejects.toThrow("closed");
    expect(await train(data, { ...quietControl(), parameters, checkpoints: storeOf })).toEqual(whole);
  });

  it("writes a card that says what was learnt from, and holds no figures on test data", async () => {
    const files = await train(data, { ...quietControl(), parameters: { ...parameters, epochs: 1 }, checkpoints: null });
    const card = JSON.parse(new TextDecoder().decode(files.get("card.json"))) as ArrhythmiaCard;
    expect(card.trainedOn).toMatchObject({ rows: 150, patients: 5 });
    expect(Object.keys(card.trainedOn.records)).toEqual(["a.dat", "b.dat", "c.dat", "d.dat", "e.dat"]);
    expect(card.validation.confusion.flat().reduce((sum, count) => sum + count, 0)).toBe(150);
    expect(card.metrics).toBeNull();
  });

  it("refuses a record without annotated beats, and fewer patients than folds", async () => {
    const bare = new Map([["a", { ...patient("a", 3), annotations: null }]]);
    expect(() => annotatedLeads(bare)).toThrow(expect.objectContaining({ code: "no-annotated-record" }));
    await expect(train({ ...data, leads: data.leads.slice(1) }, { ...quietControl(), parameters, checkpoints: null })).rejects.toMatchObject({ code: "unfit-training-data" });
  });

  it("learns from labelled beats alone, and counts them alone", async () => {
    const files = await train({ ...data, leads: data.leads.map((lead) => ({ ...lead, beatClass: lead.beatClass.map((own, beat) => (beat % 3 === 0 ? UNLABELLED : own)) })) }, { ...quietControl(), parameters, checkpoints: null });
    const card = JSON.parse(new TextDecoder().decode(files.get("card.json"))) as ArrhythmiaCard;
    expect(card.trainedOn).toMatchObject({ rows: 100, patients: 5 });
    expect(card.validation.confusion.flat().reduce((sum, count) => sum + count, 0)).toBe(100);
  });

  it("goes on from a version's weights, and ends early with the members begun so far", async () => {
    const stores = new Map<number, CheckpointStore>();
    const storeOf = storesIn(stores);
    const controller = new AbortController();
    const losses: (readonly [part: number | undefined, loss: number])[] = [];
    const options = { parameters, checkpoints: storeOf, start: readArtifactsFrom(SHIPPED_MODELS) };
    const interrupted = train(data, {
      ...options, signal: controller.signal,
      onProgress: ({ stage }) => stage.includes("member 3 of 10: epoch 1") && controller.abort(new Error("closed")),
      onEpoch: ({ part, metrics }) => losses.push([part, metrics["loss"]]),
    });
    await expect(interrupted).rejects.toThrow("closed");
    expect(losses.map(([part]) => part)).toEqual([1, 1, 2, 2, 3]);
    const scratch: number[] = [];
    await train(data, { ...quietControl(), parameters, checkpoints: null, onEpoch: ({ metrics }) => scratch.push(metrics["loss"]) });
    expect(losses[0][1]).toBeLessThan(scratch[0]);

    const files = await train(data, { ...quietControl(), ...options, finish: true });
    const card = JSON.parse(new TextDecoder().decode(files.get("card.json"))) as ArrhythmiaCard;
    expect(card.parameterCount * 10).toBe(3 * SHIPPED_PARAMETERS);
    expect(card.validation.confusion.flat().reduce((sum, count) => sum + count, 0)).toBe(90);
    await expect(train(data, { ...quietControl(), parameters, checkpoints: memoryStore, finish: true })).rejects.toMatchObject({ code: "nothing-learnt" });
  });
});

const storesIn = (stores: Map<number, CheckpointStore>) => (member: number): CheckpointStore => {
  const store = stores.get(member) ?? memoryStore();
  stores.set(member, store);
  return store;
};

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
