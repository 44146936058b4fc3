import type { Problem } from "../../ecg/problem.ts";

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
