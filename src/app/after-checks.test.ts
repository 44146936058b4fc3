import { describe, expect, it } from "vitest";
import type { PatientSeries } from "../ecg/heart-rate/table.ts";
import { makeCheck } from "../ui/check/make-check.ts";
import { routeOfChecks } from "./after-checks.ts";
import { resultRoute } from "./routes.ts";

const series = (patientId: string): PatientSeries => ({
  patientId, sourceRow: Uint32Array.of(0, 1, 2), timeS: Float64Array.of(0, 1, 2), rateBpm: new Float64Array(3).fill(70),
  label: new Uint8Array(3), flags: new Uint8Array(3), given: null, extra: [],
});
const patients = [series("100"), series("105")];

function ended(id: string, isSaved: boolean) {
  const check = makeCheck(
    { kind: "table", signalsId: "signals", table: { kind: "heart-rate", files: [], form: "plain", unit: "bpm", timeKind: "seconds", columns: [], rows: 6, labelled: true, patients, findings: [] } },
    { scores: [Float32Array.of(NaN, 0.9, 0), Float32Array.of(NaN, 0.9, 0.6)], threshold: 0.5, modelHash: "", backend: "", durationMs: 1, warnings: [], curve: null, drift: null },
    { id, createdAt: "2026-11-21T06:00:00.000Z", appVersion: "", detectorId: "rolling-median", modelVersion: 1, parameters: {} },
  );
  return { check, isSaved };
}

describe("routeOfChecks", () => {
  it("shows one at its most severe patient", () =>
    expect(routeOfChecks([ended("a", true)])).toEqual(resultRoute("a", { patient: 1 })));
  it("shows several side by side", () =>
    expect(routeOfChecks([ended("a", true), ended("b", true)])).toEqual({ screen: "compare", checkIds: ["a", "b"] }));
  it("shows first what could be lost", () =>
    expect(routeOfChecks([ended("a", true), ended("b", false)])).toMatchObject({ screen: "result", checkId: "b" }));
});
