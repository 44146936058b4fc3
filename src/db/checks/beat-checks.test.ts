import "fake-indexeddb/auto";
import { liveQuery } from "dexie";
import { describe, expect, it, vi } from "vitest";
import type { Beats } from "../../ecg/beats/table.ts";
import { IsolineDatabase } from "../database.ts";
import type { LoadedBeatCheck } from "../records.ts";
import { TEST_KEYS, testRepository } from "../testing.ts";

let count = 0;
const freshName = () => `beats-${count++}`;

/** More than two blocks of beats, each known by its values; the arrays are views into larger buffers. */
function beatsOf(beats: number): Beats {
  const samples = new Float32Array(beats * 3 + 100).map((_, i) => i / 8);
  return {
    count: beats, samplesPerBeat: 3, samples: samples.subarray(50, 50 + beats * 3), scheme: "aami",
    label: new Uint8Array(beats).map((_, beat) => beat % 5),
    file: new Uint16Array(beats).map((_, beat) => (beat < 10 ? 0 : 1)),
    line: new Uint32Array(beats).map((_, beat) => beat + 2),
  };
}

function check(id: string, signalsId = "opening-1", beats = beatsOf(9000)): LoadedBeatCheck {
  return {
    kind: "beats",
    beats,
    outputs: new Float32Array(beats.count * 5).map((_, i) => i / 16),
    record: {
      kind: "beats", id, signalsId, name: "beats.csv", createdAt: "2026-11-21T08:00:00.000Z", files: [], form: "heartbeat-csv", rows: beats.count,
      labelled: true, findings: [], detectorId: "beat-cnn", modelVersion: 1, modelScheme: "aami", parameters: {}, modelHash: "ff", backend: "WASM (SIMD)", appVersion: "0.1.0",
      durationMs: 12, warnings: [], confusion: null, predicted: 1, samplingRateHz: 125, resampledFrom: null, samplesPerBeat: 3, scheme: "aami",
      shippedThreshold: null, threshold: null,
    },
  };
}

/** Of all but the activity log, which nothing is taken out of. */
async function storedCounts(database: string): Promise<Record<string, number>> {
  const db = new IsolineDatabase(database, TEST_KEYS.sealing);
  const counts = await Promise.all(db.tables.map(async (table) => [table.name, await table.count()] as const));
  db.close();
  return Object.fromEntries(counts.filter(([name, stored]) => stored > 0 && name !== "log"));
}

describe("checks of beats", () => {
  it("come back exactly as they were saved, block by block", async () => {
    const name = freshName();
    const repository = testRepository(name);
    await repository.saveCheck(check("a"));
    expect(await repository.loadCheck("a")).toEqual(check("a"));
    expect(await storedCounts(name)).toEqual({ checks: 1, beats: 3, beatOutputs: 1 });
  });

  it("share the beats of one opening", async () => {
    const name = freshName();
    const repository = testRepository(name);
    await repository.saveCheck(check("a"));
    await repository.saveCheck(check("b"));
    expect(await storedCounts(name)).toEqual({ checks: 2, beats: 3, beatOutputs: 2 });
    expect(await repository.loadCheck("b")).toEqual(check("b"));
  });

  it("are saved in full or not at all", async () => {
    const name = freshName();
    const repository = testRepository(name);
    const unclonable = { ...check("a"), outputs: (() => 0) as unknown as Float32Array<ArrayBuffer> };
    await expect(repository.saveCheck(unclonable)).rejects.toMatchObject({ code: "store-failed" });
    expect(await storedCounts(name)).toEqual({});
  });

  it("are purged with what is theirs alone", async () => {
    const name = freshName();
    const repository = testRepository(name);
    await repository.saveCheck(check("a"));
    await repository.saveCheck(check("b"));
    await repository.relabelBeats("a", [1, 2], 3);
    await repository.relabelBeats("b", [5], 0);
    await repository.deleteCheck("a");
    await repository.purgeDeleted("2999-01-01T00:00:00.000Z");
    expect(await storedCounts(name)).toEqual({ checks: 1, beats: 3, beatOutputs: 1, relabels: 1 });
    await repository.deleteCheck("b");
    await repository.purgeDeleted("2999-01-01T00:00:00.000Z");
    expect(await storedCounts(name)).toEqual({});
  });

  it("keep an autoencoder's moved threshold", async () => {
    const repository = testRepository(freshName());
    const { record, ...rest } = check("a", "opening-1", beatsOf(3));
    await repository.saveCheck({ ...rest, record: { ...record, modelScheme: null, threshold: 20, shippedThreshold: 20 } });
    await repository.setThreshold("a", { threshold: 25, predicted: 2, confusion: null });
    expect(await repository.checkRecord("a")).toMatchObject({ threshold: 25, shippedThreshold: 20, predicted: 2 });
  });
});

describe("relabelled beats", () => {
  it("have the last class they were given, until it is taken away", async () => {
    const repository = testRepository(freshName());
    await repository.relabelBeats("a", [3, 7, 8], 2);
    await repository.relabelBeats("a", [7], 0);
    await repository.relabelBeats("a", [8, 99], null);
    await repository.relabelBeats("b", [3], 4);
    expect((await repository.relabelsOf("a")).map(({ beat, classIndex }) => [beat, classIndex])).toEqual([[3, 2], [7, 0]]);
  });

  it("count beside verdicts, and are live", async () => {
    const repository = testRepository(freshName());
    const seen: number[][] = [];
    const subscription = liveQuery(() => repository.verdictCounts()).subscribe((counts) => seen.push([counts.get("a") ?? 0, counts.get("b") ?? 0]));
    await vi.waitFor(() => expect(seen).toEqual([[0, 0]]));
    await repository.relabelBeats("a", [3, 7, 8], 2);
    await repository.saveVerdict("b", "100", 1, "accepted");
    await vi.waitFor(() => expect(seen.at(-1)).toEqual([3, 1]));
    subscription.unsubscribe();
  });
});
