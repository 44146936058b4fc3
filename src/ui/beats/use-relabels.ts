import { useLiveQuery } from "dexie-react-hooks";
import { useCallback, useMemo, useReducer, useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import { changeHistory, NO_HISTORY } from "../shared/change-history.ts";
import { useServices } from "../shared/services.ts";
import { classesBefore, type RelabelChange } from "./relabel-change.ts";

/** The classes that a clinician gave beats of one check: as stored (in other tabs too), changed with a way back. */
export interface Relabels {
  /** index into the view's `relabelClasses`, by beat; empty until they are read */
  readonly byBeat: ReadonlyMap<number, number>;
  /** gives all these beats one class, or takes theirs away (null) */
  readonly relabel: (beats: readonly number[], classIndex: number | null) => void;
  /** absent when there is nothing to undo; gives the beats it concerned */
  readonly undo: (() => readonly number[]) | null;
  readonly redo: (() => readonly number[]) | null;
  readonly problem: Problem | null;
}

const NONE: ReadonlyMap<number, number> = new Map();

export function useRelabels(checkId: string): Relabels {
  const { repository } = useServices();
  const [history, dispatch] = useReducer(changeHistory<RelabelChange>, NO_HISTORY);
  const [unsaved, setUnsaved] = useState<Problem | null>(null);

  const stored = useLiveQuery(
    () => repository.relabelsOf(checkId).then((records) => ({ records, problem: null }), (cause: unknown) => ({ records: [], problem: toProblem(cause) })),
    [repository, checkId],
  );
  const byBeat = useMemo(() => (stored === undefined ? NONE : new Map(stored.records.map(({ beat, classIndex }) => [beat, classIndex]))), [stored]);

  const write = useCallback((classes: ReadonlyMap<number | null, readonly number[]>) => {
    const writing = Promise.all([...classes].map(([classIndex, beats]) => repository.relabelBeats(checkId, beats, classIndex)));
    writing.then(() => setUnsaved(null), (cause: unknown) => setUnsaved(toProblem(cause)));
  }, [repository, checkId]);

  const relabel = useCallback((beats: readonly number[], classIndex: number | null) => {
    if (beats.length === 0) return;
    dispatch({ kind: "changed", change: { beats, before: classesBefore(beats, byBeat), after: classIndex } });
    write(new Map([[classIndex, beats]]));
  }, [byBeat, write]);

  const last = history.done.at(-1);
  const undo = useMemo(() => last === undefined ? null : () => {
    dispatch({ kind: "undone" });
    write(last.before);
    return last.beats;
  }, [last, write]);
  const next = history.undone.at(-1);
  const redo = useMemo(() => next === undefined ? null : () => {
    dispatch({ kind: "redone" });
    write(new Map([[next.after, next.beats]]));
    return next.beats;
  }, [next, write]);

  return useMemo(
    () => ({ byBeat, relabel, undo, redo, problem: unsaved ?? stored?.problem ?? null }),
    [byBeat, relabel, undo, redo, unsaved, stored],
  );
}
