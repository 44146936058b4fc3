import type { RunEpoch, RunMetrics } from "../../../src/lifecycle/runs/training-run.ts";
import type { OnEpoch } from "../../../src/models/training/fit.ts";

export interface EpochRecorder {
  readonly onEpoch: OnEpoch;
  /** so far, in order */
  readonly reached: () => readonly RunEpoch[];
}

/** Epochs as they end; those of several networks, which are trained one after another, side by side as “part 2/loss”. */
export function epochRecorder(runId: string, isInParts: boolean): EpochRecorder {
  const epochs = new Map<number, RunEpoch>();
  let part = 1;
  let last = 0;
  return {
    onEpoch({ epoch, metrics }) {
      if (epoch <= last) part++;
      last = epoch;
      const named: RunMetrics = isInParts ? Object.fromEntries(Object.entries(metrics).map(([name, value]) => [`part ${part}/${name}`, value])) : metrics;
      epochs.set(epoch, { runId, epoch, at: new Date().toISOString(), metrics: { ...epochs.get(epoch)?.metrics, ...named } });
    },
    reached: () => [...epochs.values()].sort((a, b) => a.epoch - b.epoch),
  };
}
