import type { MonitoredCheck } from "./monitored-check.ts";
import type { MonitoringRule } from "./rule.ts";

/** A check of version 1 of the CNN on ten rows, the `minute`-th of an hour; for tests. */
export function monitoredCheck(minute: number, change: Partial<MonitoredCheck> = {}): MonitoredCheck {
  return {
    id: `check ${minute}`, name: "beats.csv", createdAt: `2026-11-21T10:${String(minute).padStart(2, "0")}:00.000Z`, modelId: "beat-cnn", version: 1, rows: 10, predicted: 2,
    confusion: null, judged: 0, overridden: 0, likeness: 0.8, isUnlike: false, latencyMs: 100, ...change,
  };
}

export function monitoringRule(change: Partial<MonitoringRule> = {}): MonitoringRule {
  return { id: "rule", modelId: "beat-cnn", metric: "override-rate", window: 2, bound: "above", threshold: 0.2, actions: ["alert"], isOn: true, createdAt: "2026-11-21T09:00:00.000Z", ...change };
}
