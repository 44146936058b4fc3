import type { RunEpoch } from "../training-run.ts";
import type { MetricValue } from "./read-metric.ts";
import { isoTime } from "./run-parts.ts";

/** Values of metrics, by their names, as the epochs at whose end they were measured. */
export function epochsOf(runId: string, metrics: readonly { readonly name: string; readonly values: readonly MetricValue[] }[]): RunEpoch[] {
  const epochs = new Map<number, { atMs: number; readonly metrics: Map<string, number> }>();
  for (const { name, values } of metrics) {
    for (const { step, atMs, value } of values) {
      const epoch = epochs.get(step) ?? { atMs, metrics: new Map<string, number>() };
      epoch.atMs = Math.max(epoch.atMs, atMs);
      epoch.metrics.set(name, value);
      epochs.set(step, epoch);
    }
  }
  return [...epochs].sort(([a], [b]) => a - b).map(([epoch, { atMs, metrics: own }]) => ({ runId, epoch, at: isoTime(atMs), metrics: Object.fromEntries(own) }));
}
