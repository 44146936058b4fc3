import type { RunEpoch, RunMetrics } from "./training-run.ts";

/** The metrics of the epoch whose weights are kept: the one of lowest validation loss, the last where none is measured. */
export function bestMetrics(epochs: readonly RunEpoch[]): RunMetrics {
  if (epochs.length === 0) return {};
  const lossOf = ({ metrics }: RunEpoch) => metrics["validation loss"] ?? Infinity;
  const lowest = epochs.reduce((best, each) => (lossOf(each) < lossOf(best) ? each : best));
  const best = Number.isFinite(lossOf(lowest)) ? lowest : epochs[epochs.length - 1];
  return { ...best.metrics, "best epoch": best.epoch, epochs: epochs.length };
}
