import "fake-indexeddb/auto";
import Dexie, { liveQuery } from "dexie";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ProblemError } from "../ecg/problem.ts";
import type { PatientSeries } from "../ecg/heart-rate/table.ts";
import type { HeartRateCheckRecord, LoadedHeartRateCheck } from "./records.ts";
import { IsolineDatabase, SCHEMA } from "./database.ts";
import { TEST_KEYS, testRepository } from "./testing.ts";
import { storeProblem } from "./store-problem.ts";

let count = 0;
const freshName = () => `test-${count++}`;

function series(patientId: string, rates: readonly number[]): PatientSeries {
  return {
    patientId,
    sourceRow: Uint32Array.from(rates, (_, row) => row),
    timeS: Float64Array.from(rates, (_, row) => row * 0.8),
    rateBpm: Float64Array.from(rates),
    label: new Uint8Array(rates.length),
    flags: new Uint8Array(rates.length),
    given: null,
    extra: [{ name: "note", kind: "text", codes: new Uint32Array(rates.length), texts: ["=1+1"] }],
  };
}

function loadedCheck(id: string, signalsId = "opening-1"): LoadedHeartRateCheck {
  const patients = [series("007", [60.25, 61.5, 59.123456789]), series("100", [70, 71])];
  const record: HeartRateCheckRecord = {
    kind: "heart-rate",
    id,
    signalsId,
    name: "ward.csv",
    createdAt: `2026-11-21T08:00:0${id.length}.000Z`,
    files: [{ name: "ward.csv", bytes: 100, sha256: "00", rows: 5 }],
    form: "plain",
    unit: "bpm",
    timeKind: "seconds",
    columns: [],
    rows: 5,
    labelled: false,
    findings: [],
    detectorId: "rolling-median", modelVersion: 1,
    parameters: {},
    modelHash: "ff",
    backend: "JavaScript",
    appVersion: "0.1.0",
    shippedThreshold: 4,
    threshold: 4,
    durationMs: 12,
    warnings: [],
    curve: null,
    confusion: null,
    predicted: 1,
    patientIds: ["007", "100"],
  };
  return { kind: "heart-rate", record, patients, scores: [Float32Array.of(NaN, 0.5, 7), Float32Array.of(NaN, 1)] };
}

async function storedCounts(name: string): Promise<Record<string, number>> {
  const db = new IsolineDatabase(name, TEST_KEYS.sealing);
  const counts = { checks: await db.checks.count(), signals: await db.signals.count(), scores: await db.scores.count(), verdicts: await db.verdicts.count() };
  db.close();
  return counts;
}

afterEach(() => vi.restoreAllMocks());

describe("repository", () => {
  it("gives back a check exactly as it was saved", async () => {
    const repository = testRepository(freshName());
    const check = loadedCheck("a");
    await repository.saveCheck(check);
    expect(await repository.loadCheck("a")).toEqual(check);
    expect(await repository.loadCheck("none")).toBeUndefined();
  });

  it("stores the signals of one opening once", async () => {
    const name = freshName();
    const repository = testRepository(name);
    await repository.saveCheck(loadedCheck("a"));
    await repository.saveCheck(loadedCheck("bb"));
    expect(await storedCounts(name)).toEqual({ checks: 2, signals: 2, scores: 4, verdicts: 0 });
  });

  it("leaves nothing behind when a write fails midway", async () => {
    const name = freshName();
    const repository = testRepository(name);
    const check = loadedCheck("a");
    const unclonable = { ...check, record: { ...check.record, parameters: { f: (() => 1) as unknown as number } } };
    await expect(repository.saveCheck(unclonable)).rejects.toBeInstanceOf(ProblemError);
    expect(await storedCounts(name)).toEqual({ checks: 0, signals: 0, scores: 0, verdicts: 0 });
    await repository.saveCheck(check);
    expect(await repository.loadCheck("a")).toEqual(check);
  });

  it("refuses a second check of the same id and keeps the first whole", async () => {
    const repository = testRepository(freshName());
    const check = loadedCheck("a");
    await repository.saveCheck(check);
    await expect(repository.saveCheck({ ...check, scores: [] })).rejects.toBeInstanceOf(ProblemError);
    expect(await repository.loadCheck("a")).toEqual(check);
  });

  it("hides a deleted check, restores it whole, and purges it with its own scores, verdicts and unused signals only", async () => {
    const name = freshName();
    const repository = testRepository(name);
    await repository.saveCheck(loadedCheck("a"));
    await repository.saveCheck(loadedCheck("bb"));
    await repository.saveVerdict("a", "007", 2, "accepted");

    await repository.deleteCheck("a");
    expect((await repository.listChecks()).map(({ id }) => id)).toEqual(["bb"]);
    expect(await repository.loadCheck("a")).toBeUndefined();
    expect([await repository.isDeleted("a"), await repository.isDeleted("bb"), await repository.isDeleted("none")]).toEqual([true, false, false]);
    await repository.restoreCheck("a");
    expect(await repository.isDeleted("a")).toBe(false);
    expect(await repository.loadCheck("a")).toEqual(loadedCheck("a"));
    expect(await repository.verdictsOf("a")).toHaveLength(1);

    await repository.deleteCheck("a");
    await repository.purgeDeleted("2000-01-01T00:00:00.000Z");
    expect(await storedCounts(name)).toEqual({ checks: 2, signals: 2, scores: 4, verdicts: 1 });
    await repository.purgeDeleted("2999-01-01T00:00:00.000Z");
    expect(await storedCounts(name)).toEqual({ checks: 1, signals: 2, scores: 2, verdicts: 0 });
    expect(await repository.loadCheck("bb")).toEqual(loadedCheck("bb"));
    await repository.deleteCheck("bb");
    await repository.purgeDeleted("2999-01-01T00:00:00.000Z");
    expect(await storedCounts(name)).toEqual({ checks: 0, signals: 0, scores: 0, verdicts: 0 });
  });

  it("lists newest first and follows a rename and a moved threshold", async () => {
    const repository = testRepository(freshName());
    await repository.saveCheck(loadedCheck("a"));
    await repository.saveCheck(loadedCheck("bbb", "opening-2"));
    await repository.renameCheck("a", "Ward 3");
    await repository.setThreshold("a", { threshold: 5, confusion: null, predicted: 0 });
    const listed = await repository.listChecks();
    expect(listed.map(({ id }) => id)).toEqual(["bbb", "a"]);
    expect(listed[1]).toMatchObject({ name: "Ward 3", threshold: 5, shippedThreshold: 4, predicted: 0 });
    expect(await repository.checkRecord("a")).toEqual(listed[1]);
  });

  it("keeps one verdict an event: the last", async () => {
    const repository = testRepository(freshName());
    await repository.saveVerdict("a", "007", 2, "accepted");
    await repository.saveVerdict("a", "007", 2, "uncertain");
    await repository.saveVerdict("a", "007", 9, "rejected");
    expect((await repository.verdictsOf("a")).map(({ peakRow, verdict }) => [peakRow, verdict])).toEqual([[2, "uncertain"], [9, "rejected"]]);
    await repository.saveVerdict("bb", "100", 1, "accepted");
    expect(await repository.verdictCounts()).toEqual(new Map([["a", 2], ["bb", 1]]));
    await repository.removeVerdict("a", "007", 2);
    expect(await repository.verdictsOf("a")).toHaveLength(1);
  });

  it("keeps live queries up to date", async () => {
    const repository = testRepository(freshName());
    const seen: string[][] = [];
    const subscription = liveQuery(() => repository.listChecks()).subscribe((checks) => seen.push(checks.map(({ name }) => name)));
    await vi.waitFor(() => expect(seen).toEqual([[]]));
    await repository.saveCheck(loadedCheck("a"));
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(["ward.csv"]));
    await repository.renameCheck("a", "Ward 3");
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(["Ward 3"]));
    subscription.unsubscribe();
  });

  it("says so when a check to change is gone, and takes a change to the same for done", async () => {
    const repository = testRepository(freshName());
    await repository.saveCheck(loadedCheck("a"));
    await repository.renameCheck("a", "ward.csv");
    await repository.deleteCheck("a");
    await repository.purgeDeleted("2999-01-01T00:00:00.000Z");
    await expect(repository.restoreCheck("a")).rejects.toMatchObject({ code: "check-gone" });
    await expect(repository.renameCheck("a", "Ward 3")).rejects.toMatchObject({ code: "check-gone" });
    await repository.setThreshold("a", { threshold: 5, confusion: null, predicted: 0 });
    expect(await repository.listChecks()).toEqual([]);
  });

  it("gives way to a tab of a newer version, and says so", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const name = freshName();
    const repository = testRepository(name);
    const told = vi.fn();
    const stop = repository.watchConnection(told);
    await repository.saveCheck(loadedCheck("a"));
    const newer = new Dexie(name);
    newer.version(2).stores({ notes: "id" });
    await newer.open();
    expect(told).toHaveBeenLastCalledWith(expect.objectContaining({ code: "store-closed" }));
    await expect(repository.saveCheck(loadedCheck("bb"))).rejects.toMatchObject({ code: "store-closed" });
    stop();
    newer.close();
  });

  it("says that an older tab holds the store, and goes on when it lets go", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const name = freshName();
    const older = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("not opened"));
    });
    const repository = testRepository(name);
    const told = vi.fn();
    repository.watchConnection(told);
    const listing = repository.listChecks();
    await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith(expect.objectContaining({ code: "store-blocked" })));
    older.close();
    expect(await listing).toEqual([]);
    expect(told).toHaveBeenLastCalledWith(null);
  });

  it("opens no store of a newer version, which it would write into", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const name = freshName();
    const newer = new Dexie(name);
    newer.version(SCHEMA + 1).stores({ checks: "id" });
    await newer.open();
    newer.close();
    await expect(testRepository(name).listChecks()).rejects.toMatchObject({ code: "store-newer" });
  });

  it("says what to do when the store is closed", async () => {
    const repository = testRepository(freshName());
    repository.close();
    await expect(repository.listChecks()).rejects.toMatchObject({ code: "store-closed" });
  });
});

describe("storeProblem", () => {
  it("finds a full store inside an aborted transaction and keeps the cause", () => {
    const inner = new Dexie.QuotaExceededError("quota");
    const aborted = new Dexie.AbortError("aborted", inner);
    const problem = storeProblem(aborted);
    expect(problem.code).toBe("store-full");
    expect(problem.sentence).toContain("no space left");
    expect(problem.cause).toBe(aborted);
  });

  it("explains a browser without IndexedDB, a newer database, and quotes anything else", () => {
    expect(storeProblem(new Dexie.MissingAPIError("no")).code).toBe("store-missing");
    expect(storeProblem(new Dexie.VersionError("v")).code).toBe("store-newer");
    expect(storeProblem(new Error("disk on fire")).sentence).toContain("disk on fire");
  });
});
