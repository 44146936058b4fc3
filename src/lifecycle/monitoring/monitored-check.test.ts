import { describe, expect, it } from "vitest";
import { hasFigure, pooledFigure } from "./monitored-check.ts";
import { monitoredCheck } from "./testing.ts";

describe("pooledFigure", () => {
  const checks = [
    monitoredCheck(1, { rows: 100, predicted: 10, confusion: { truePositive: 8, falsePositive: 2, falseNegative: 2, trueNegative: 88 }, judged: 4, overridden: 1, likeness: 0.9, latencyMs: 50 }),
    monitoredCheck(2, { rows: 10, predicted: 5, confusion: { truePositive: 0, falsePositive: 5, falseNegative: 5, trueNegative: 0 }, judged: 1, overridden: 1, likeness: 0.3, latencyMs: 70 }),
    monitoredCheck(3, { rows: 90, predicted: 0, likeness: null, latencyMs: 1000 }),
  ];

  it("pools rows, not checks", () => {
    expect(pooledFigure("accuracy", checks)).toBeCloseTo(96 / 110);
    expect(pooledFigure("precision", checks)).toBeCloseTo(8 / 15);
    expect(pooledFigure("recall", checks)).toBeCloseTo(8 / 15);
    expect(pooledFigure("anomaly-rate", checks)).toBeCloseTo(15 / 200);
    expect(pooledFigure("override-rate", checks)).toBeCloseTo(2 / 5);
  });

  it("takes drift as a mean of the checks that have it, and latency as a median", () => {
    expect(pooledFigure("drift", checks)).toBeCloseTo(0.4);
    expect(pooledFigure("latency", checks)).toBe(70);
    expect(pooledFigure("latency", checks.slice(0, 2))).toBe(60);
  });

  it("is null where nothing says anything of it", () => {
    expect(pooledFigure("accuracy", [checks[2]])).toBeNull();
    expect(pooledFigure("override-rate", [checks[2]])).toBeNull();
    expect(pooledFigure("drift", [checks[2]])).toBeNull();
    expect(pooledFigure("latency", [])).toBeNull();
    expect(hasFigure("anomaly-rate", checks[2])).toBe(true);
  });
});
