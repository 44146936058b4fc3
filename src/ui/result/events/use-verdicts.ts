import { useLiveQuery } from "dexie-react-hooks";
import { useCallback, useMemo, useReducer, useState } from "react";
import type { Verdict } from "../../../db/records.ts";
import { toProblem, type Problem } from "../../../ecg/problem.ts";
import { changeHistory, NO_HISTORY } from "../../shared/change-history.ts";
import { useServices } from "../../shared/services.ts";

/** One change of an event's verdict; null is no verdict. */
interface VerdictChange {
  readonly peakRow: number;
  readonly before: Verdict | null;
  readonly after: Verdict | null;
}

export interface Verdicts {
  /** by peak row; empty until they are read */
  readonly byPeak: ReadonlyMap<number, Verdict>;
  readonly decide: (peakRow: number, verdict: Verdict) => void;
  /** absent when there is nothing to undo; gives the peak row of the event it concerned */
  readonly undo: (() => number) | null;
  readonly redo: (() => number) | null;
  readonly problem: Problem | null;
}

const NONE: ReadonlyMap<number, Verdict> = new Map();

/** The verdicts on one patient's events: as stored (in other tabs too), changed with a way back. */
export function useVerdicts(checkId: string, patientId: string): Verdicts {
  const { repository } = useServices();
  const [history, dispatch] = useReducer(changeHistory<VerdictChange>, NO_HISTORY);
  const [unsaved, setUnsaved] = useState<Problem | null>(null);

  const stored = useLiveQuery(
    () => repository.verdictsOf(checkId).then((records) => ({ records, problem: null }), (cause: unknown) => ({ records: [], problem: toProblem(cause) })),
    [repository, checkId],
  );
  const byPeak = useMemo(
    () => stored === undefined ? NONE : new Map(stored.records.filter((record) => record.patientId === patientId).map(({ peakRow, verdict }) => [peakRow, verdict])),
    [stored, patientId],
  );

  const write = useCallback((peakRow: number, verdict: Verdict | null) => {
    const writing = verdict === null ? repository.removeVerdict(checkId, patientId, peakRow) : repository.saveVerdict(checkId, patientId, peakRow, verdict);
    writing.then(() => setUnsaved(null), (cause: unknown) => setUnsaved(toProblem(cause)));
  }, [repository, checkId, patientId]);

  const decide = useCallback((peakRow: number, verdict: Verdict) => {
    const before = byPeak.get(peakRow) ?? null;
    if (before === verdict) return;
    dispatch({ kind: "changed", change: { peakRow, before, after: verdict } });
    write(peakRow, verdict);
  }, [byPeak, write]);

  const last = history.done.at(-1);
  const undo = useMemo(() => last === undefined ? null : () => {
    dispatch({ kind: "undone" });
    write(last.peakRow, last.before);
    return last.peakRow;
  }, [last, write]);
  const next = history.undone.at(-1);
  const redo = useMemo(() => next === undefined ? null : () => {
    dispatch({ kind: "redone" });
    write(next.peakRow, next.after);
    return next.peakRow;
  }, [next, write]);

  return { byPeak, decide, undo, redo, problem: unsaved ?? stored?.problem ?? null };
}
