import { useLiveQuery } from "dexie-react-hooks";
import { useMemo } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import { useServices } from "../shared/services.ts";

export interface StoredRelabels {
  /** the class a clinician gave a beat, by beat; empty until they are read */
  readonly relabels: ReadonlyMap<number, number>;
  readonly areRead: boolean;
  /** why there are none, though there may have been some */
  readonly problem: Problem | null;
}

/** The relabelled beats of a check, for a report: a browser without a store has none, but it can print. */
export function useStoredRelabels(checkId: string): StoredRelabels {
  const { repository } = useServices();
  const stored = useLiveQuery(
    () => repository.relabelsOf(checkId).then((records) => ({ records, problem: null }), (cause: unknown) => ({ records: [], problem: toProblem(cause) })),
    [repository, checkId],
  );
  const relabels = useMemo(() => new Map(stored?.records.map(({ beat, classIndex }) => [beat, classIndex])), [stored]);
  return { relabels, areRead: stored !== undefined, problem: stored?.problem ?? null };
}
