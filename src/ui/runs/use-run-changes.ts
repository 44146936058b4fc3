import { useMemo } from "react";
import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";

export interface RunChanges {
  /** name, tags or note */
  readonly describe: (run: TrainingRun, change: Partial<Pick<TrainingRun, "name" | "tags" | "note">>, what: string) => void;
  readonly remove: (run: TrainingRun, onRemoved?: () => void) => void;
}

/** Changes to runs that a toast can take back. */
export function useRunChanges(attempt: (work: () => Promise<unknown>) => void): RunChanges {
  const { repository: { runs } } = useServices();
  const toast = useToast();
  return useMemo(() => ({
    describe(run, change, what) {
      const before = Object.fromEntries(Object.keys(change).map((key) => [key, run[key as keyof typeof change]]));
      attempt(async () => {
        await runs.change(run.id, change);
        toast({ message: what, undo: () => attempt(() => runs.change(run.id, before)) });
      });
    },
    remove(run, onRemoved) {
      attempt(async () => {
        const epochs = await runs.epochs(run.id);
        await runs.remove(run.id);
        toast({ message: `Deleted ${run.name}`, undo: () => attempt(() => runs.restore({ run, epochs })) });
        onRemoved?.();
      });
    },
  }), [attempt, runs, toast]);
}
