import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import type { Repository } from "../../db/repository.ts";
import { testRepository } from "../../db/testing.ts";
import type { MonitoringRule } from "../../lifecycle/monitoring/rule.ts";
import { monitoringRule } from "../../lifecycle/monitoring/testing.ts";
import { chooseVersion } from "../models/choose-version.ts";
import { makeCheck } from "../check/make-check.ts";
import { applyRules } from "./apply-rules.ts";

const repositories: Repository[] = [];
afterEach(() => repositories.splice(0).forEach((repository) => repository.close()));

function open(): Repository {
  const repository = testRepository(`rules-${crypto.randomUUID()}`);
  repositories.push(repository);
  return repository;
}

let minute = 0;

/** Saves a check of one patient with these labels, all of whose rows were predicted anomalous. */
async function save(repository: Repository, label: readonly number[], { version = 1, likeness = 1 } = {}): Promise<string> {
  const rows = label.length;
  const patient = {
    patientId: "p", sourceRow: Uint32Array.from(label.keys()), timeS: Float64Array.from(label.keys()), rateBpm: new Float64Array(rows).fill(70), label: Uint8Array.from(label), flags: new Uint8Array(rows), given: null, extra: [],
  };
  const table = { kind: "heart-rate", files: [], form: "plain", unit: "bpm", timeKind: "seconds", columns: [], rows, labelled: true, patients: [patient], findings: [] } as const;
  const drift = { features: [], rows, referenceRows: 100, isUnlike: likeness <= 0.5, likeness };
  const result = { scores: [new Float32Array(rows).fill(1)], threshold: 0.5, modelHash: "0", backend: "JavaScript", durationMs: 10, warnings: [], curve: null, drift };
  const id = crypto.randomUUID();
  const createdAt = new Date(Date.UTC(2026, 10, 21, 10, minute++)).toISOString();
  await repository.saveCheck(makeCheck({ kind: "table", table, signalsId: id }, result, { id, createdAt, appVersion: "1", detectorId: "rolling-median", modelVersion: version, parameters: {} }));
  return id;
}

const add = (repository: Repository, change: Partial<MonitoringRule>) => repository.monitoring.putRule(monitoringRule({ modelId: "rolling-median", ...change }), "A rule");

describe("applyRules", () => {
  it("raises one alert until the rule holds again", async () => {
    const repository = open();
    await add(repository, { metric: "precision", window: 1, bound: "below", threshold: 0.9 });
    expect(await applyRules(repository)).toEqual([]);
    await save(repository, [1, 0, 0, 0]);
    expect(await applyRules(repository)).toMatchObject([{ metric: "precision", value: 0.25, version: 1, seenAt: "" }]);
    expect(await applyRules(repository)).toEqual([]);
    await save(repository, [1, 1, 1, 1]);
    expect(await applyRules(repository)).toEqual([]);
    expect(await repository.monitoring.alerts()).toMatchObject([{ endedAt: expect.stringMatching(/^20/) as string }]);
    await save(repository, [0, 0]);
    expect(await applyRules(repository)).toMatchObject([{ value: 0 }]);
    expect((await repository.log.entries()).filter(({ action }) => action === "alert")).toHaveLength(2);
  });

  it("suspends the version, which then is not chosen, until somebody lifts that", async () => {
    const repository = open();
    const meta = { id: "rolling-median", name: "Rolling median" } as const;
    await add(repository, { metric: "drift", window: 2, bound: "above", threshold: 0.5, actions: ["alert", "suspend"] });
    await save(repository, [1], { likeness: 0.1 });
    expect(await applyRules(repository)).toEqual([]);
    await save(repository, [1], { likeness: 0.2 });
    const [{ sentence }] = await applyRules(repository);
    expect(sentence).toContain("Drift of Rolling median rule version 1 is .850");
    await expect(chooseVersion(repository, meta)).rejects.toMatchObject({ code: "model-suspended", sentence: expect.stringContaining(sentence.slice(0, 60)) as string });
    await repository.registry.liftSuspension("rolling-median", 1, "Looked at the files");
    expect(await chooseVersion(repository, meta)).toMatchObject({ modelVersion: 1 });
    expect(await applyRules(repository)).toEqual([]);
  });

  it("follows verdicts, and does nothing for a rule that is off", async () => {
    const repository = open();
    const id = await save(repository, [1, 1, 0]);
    await add(repository, { metric: "override-rate", window: 1, bound: "above", threshold: 0.4 });
    await repository.saveVerdict(id, "p", 0, "accepted");
    expect(await applyRules(repository)).toEqual([]);
    await repository.saveVerdict(id, "p", 0, "rejected");
    expect(await applyRules(repository)).toMatchObject([{ value: 1 }]);
    await add(repository, { metric: "override-rate", window: 1, bound: "above", threshold: 0.4, isOn: false, id: "off" });
    expect(await applyRules(repository)).toEqual([]);
  });
});
