import { describe, expect, it } from "vitest";
import type { HeartRateCheckRecord } from "../../db/records.ts";
import { listedChecks, sameFiles } from "./history-list.ts";

function check(part: Partial<HeartRateCheckRecord>): HeartRateCheckRecord {
  return {
    kind: "heart-rate", id: "x", signalsId: "s", name: "ward.csv", createdAt: "2026-11-21T08:00:00Z",
    files: [{ name: "ward.csv", bytes: 1, sha256: "abc", rows: 1 }],
    form: "plain", unit: "bpm", timeKind: "seconds", columns: [], rows: 1, labelled: false, findings: [],
    detectorId: "rolling-median", modelVersion: 1, parameters: {}, modelHash: "", backend: "", appVersion: "", shippedThreshold: 1, threshold: 1,
    durationMs: 1, warnings: [], curve: null, confusion: null, predicted: 0, patientIds: ["007"], ...part,
  };
}

const name = (id: string) => (id === "rolling-median" ? "Rolling median rule" : id);

describe("listedChecks", () => {
  const checks = [
    check({ id: "old", createdAt: "2026-01-01T00:00:00Z", name: "b 10", predicted: 5 }),
    check({ id: "new", createdAt: "2026-02-01T00:00:00Z", name: "b 9", confusion: { truePositive: 1, falsePositive: 0, falseNegative: 0, trueNegative: 1 } }),
  ];

  it.each([
    ["date", ["new", "old"]],
    ["name", ["new", "old"]],
    ["predicted", ["old", "new"]],
    ["f1", ["new", "old"]],
  ] as const)("sorts by %s", (sort, ids) => expect(listedChecks(checks, "", sort, name).map(({ id }) => id)).toEqual(ids));

  it("finds every word anywhere: name, file, patient, detector, hash", () => {
    expect(listedChecks(checks, "MEDIAN 10", "date", name).map(({ id }) => id)).toEqual(["old"]);
    expect(listedChecks(checks, "007 abc", "date", name)).toHaveLength(2);
    expect(listedChecks(checks, "nowhere", "date", name)).toHaveLength(0);
  });
});

it("compares checks of the same bytes only", () => {
  expect(sameFiles([check({}), check({ id: "y" })])).toBe(true);
  expect(sameFiles([check({}), check({ files: [{ name: "ward.csv", bytes: 1, sha256: "other", rows: 1 }] })])).toBe(false);
});

it("lists the checks of a patient whose ID the search is, whatever else they hold", () => {
  const checks = [check({ id: "a", name: "100.dat" }), check({ id: "b", name: "ward.csv" })];
  expect(listedChecks(checks, "Jane Example", "date", name, new Set(["a"])).map(({ id }) => id)).toEqual(["a"]);
});
