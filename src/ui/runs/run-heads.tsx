import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { runTitle } from "./run-words.ts";
import { SeriesKey } from "./series-key.tsx";

/** A heading for each run's column. */
export function RunHeads({ runs, corner }: { readonly runs: readonly TrainingRun[]; readonly corner: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{corner}</th>
        {runs.map((run, series) => <th key={run.id} scope="col"><SeriesKey series={series} /> {runTitle(run, runs)}</th>)}
      </tr>
    </thead>
  );
}
