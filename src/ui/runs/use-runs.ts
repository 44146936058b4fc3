import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { useServices } from "../shared/services.ts";
import { useLive, type Live } from "./use-live.ts";

export interface RunsRead {
  readonly runs: readonly TrainingRun[];
  /** epochs finished, of the runs that are going on */
  readonly epochCounts: ReadonlyMap<string, number>;
}

/** All runs, newest first, followed as they change. */
export function useRuns(): Live<RunsRead> {
  const { repository } = useServices();
  return useLive(async () => {
    const runs = await repository.runs.list();
    const goingOn = runs.filter(({ state: { kind } }) => kind === "running" || kind === "paused").map(({ id }) => id);
    const epochs = await repository.runs.epochsOf(goingOn);
    return { runs, epochCounts: new Map([...epochs].map(([id, own]) => [id, own.length])) };
  }, [repository]);
}
