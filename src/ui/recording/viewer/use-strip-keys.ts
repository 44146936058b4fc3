import { useCallback, useMemo } from "react";
import { CLASSES } from "../../../ecg/beats/classes.ts";
import { relabelShortcuts, undoShortcuts } from "../../beats/gallery/relabel-keys.ts";
import { namedBeats, useRelabelling, type Relabelling } from "../../beats/gallery/use-relabelling.ts";
import type { Relabels } from "../../beats/use-relabels.ts";
import type { Shortcut } from "../../shared/keys.ts";
import { useKeys } from "../../shared/use-keys.ts";
import type { RecordingFocus, RecordingView } from "../recording-view.ts";
import type { BeatSteps } from "./beats/use-beat-steps.ts";
import { sheetShortcuts, stripShortcuts } from "./strip-keys.ts";
import type { StripMoves } from "./use-strip-moves.ts";

interface StripKeysOptions {
  readonly view: RecordingView;
  readonly focus: RecordingFocus;
  readonly relabels: Relabels;
  readonly moves: StripMoves;
  readonly steps: BeatSteps;
  readonly toggleCalipers: () => void;
  readonly toggleWaves: () => void;
  readonly pickMiddle: () => void;
}

interface StripKeys {
  readonly relabelling: Relabelling;
  /** for the strip while it has the focus */
  readonly sheetKeys: readonly Shortcut[];
}

/** Registers the strip's keys; relabelling says what it did and can be undone. */
export function useStripKeys({ view, focus, relabels, moves, steps, toggleCalipers, toggleWaves, pickMiddle }: StripKeysOptions): StripKeys {
  const { beat, pickBeat } = focus;
  const hasBeats = view.beats.peakSample.length > 0;
  const showRelabelled = useCallback((beats: readonly number[]) => pickBeat(beats[0] ?? null), [pickBeat]);
  const relabelling = useRelabelling(relabels, CLASSES.aami, showRelabelled);

  useKeys("ECG strip", useMemo(
    () => stripShortcuts({ moves, steps, toggleCalipers, toggleWaves: hasBeats ? toggleWaves : null }),
    [moves, steps, toggleCalipers, toggleWaves, hasBeats],
  ));
  useKeys("Beats of the strip", useMemo(() => [
    ...(beat === null ? [] : relabelShortcuts(CLASSES.aami, namedBeats([beat]), (classIndex) => relabelling.relabel([beat], classIndex))),
    ...undoShortcuts(relabelling),
  ], [beat, relabelling]));
  const sheetKeys = useMemo(() => sheetShortcuts({
    moves, pickMiddle,
    picked: beat === null ? null : { clear: () => pickBeat(null), relabel: (classIndex) => relabelling.relabel([beat], classIndex) },
  }), [moves, pickMiddle, beat, pickBeat, relabelling]);
  return { relabelling, sheetKeys };
}
