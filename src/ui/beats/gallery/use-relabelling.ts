import { useCallback, useLayoutEffect, useMemo, useRef } from "react";
import type { BeatClass } from "../../../ecg/beats/classes.ts";
import { formatCounted } from "../../shared/format.ts";
import { useToast } from "../../shared/toast.ts";
import type { Relabels } from "../use-relabels.ts";
import { beatName } from "./beat-words.ts";

export interface Relabelling {
  readonly relabel: (beats: readonly number[], classIndex: number | null) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

/** "Beat 12", "3 beats" */
export const namedBeats = (beats: readonly number[]): string => (beats.length === 1 ? beatName(beats[0]) : formatCounted(beats.length, "beat"));

/** The one class that all of these beats were given; null where they differ or one has none. */
export function commonGiven(beats: readonly number[], relabels: ReadonlyMap<number, number>): number | null {
  const given = beats.length === 0 ? null : (relabels.get(beats[0]) ?? null);
  return beats.every((beat) => relabels.get(beat) === given) ? given : null;
}

/** Relabels with a word on what was done and a way back; `onShow` brings the beats into sight that an undo or redo concerned. */
export function useRelabelling(relabels: Relabels, classes: readonly BeatClass[], onShow: (beats: readonly number[]) => void): Relabelling {
  const toast = useToast();
  // A toast outlives the rendering that showed it.
  const latest = useRef({ relabels, onShow });
  useLayoutEffect(() => {
    latest.current = { relabels, onShow };
  });

  const relabel = useCallback((beats: readonly number[], classIndex: number | null) => {
    const { byBeat, relabel: write } = latest.current.relabels;
    const changed = beats.filter((beat) => (byBeat.get(beat) ?? null) !== classIndex);
    if (changed.length === 0) return;
    write(changed, classIndex);
    toast({
      message: classIndex === null ? `Relabelling of ${namedBeats(changed)} removed` : `${namedBeats(changed)} relabelled ${classes[classIndex].code}`,
      undo: () => {
        const { relabels: { undo }, onShow: show } = latest.current;
        if (undo !== null) show(undo());
      },
    });
  }, [toast, classes]);

  const { undo, redo } = relabels;
  return useMemo(() => ({
    relabel,
    undo: undo && (() => onShow(undo())),
    redo: redo && (() => onShow(redo())),
  }), [relabel, undo, redo, onShow]);
}
