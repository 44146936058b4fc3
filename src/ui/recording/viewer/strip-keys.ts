import { CLASSES } from "../../../ecg/beats/classes.ts";
import type { Shortcut } from "../../shared/keys.ts";
import type { BeatSteps } from "./beats/use-beat-steps.ts";
import type { StripMoves } from "./use-strip-moves.ts";

interface StripKeyActions {
  readonly moves: StripMoves;
  readonly steps: BeatSteps;
  readonly toggleCalipers: () => void;
  /** null where there are no waves to mark */
  readonly toggleWaves: (() => void) | null;
}

/** Keys of the strip wherever the focus is: moving, zooming, stepping from beat to beat. */
export function stripShortcuts({ moves, steps, toggleCalipers, toggleWaves }: StripKeyActions): Shortcut[] {
  const step = (keys: string, label: string, run: (() => void) | null) => (run === null ? [] : [{ keys, label, run }]);
  return [
    { keys: "ArrowLeft", label: "Earlier", run: moves.earlier },
    { keys: "ArrowRight", label: "Later", run: moves.later },
    { keys: "+", label: "Zoom in", run: moves.zoomIn },
    { keys: "-", label: "Zoom out", run: moves.zoomOut },
    { keys: "0", label: "Back to 25 mm/s", run: moves.toPaper },
    ...step(",", "Previous beat", steps.previous),
    ...step(".", "Next beat", steps.next),
    ...step("Shift+ArrowLeft", "Previous abnormal beat", steps.previousAbnormal),
    ...step("Shift+ArrowRight", "Next abnormal beat", steps.nextAbnormal),
    { keys: "k", label: "Calipers on or off", run: toggleCalipers },
    ...(toggleWaves === null ? [] : [{ keys: "w", label: "P, QRS and T marks on or off", run: toggleWaves }]),
  ];
}

interface SheetKeyActions {
  readonly moves: StripMoves;
  readonly pickMiddle: () => void;
  /** null while no beat is picked */
  readonly picked: { readonly clear: () => void; readonly relabel: (classIndex: number) => void } | null;
}

/** Keys of the strip while it has the focus: those that elsewhere scroll the page or mean something else. */
export function sheetShortcuts({ moves, pickMiddle, picked }: SheetKeyActions): Shortcut[] {
  return [
    { keys: "PageUp", label: "A strip earlier", run: moves.pageEarlier },
    { keys: "PageDown", label: "A strip later", run: moves.pageLater },
    { keys: "Home", label: "To the start of the recording", run: moves.toStart },
    { keys: "End", label: "To the end of the recording", run: moves.toEnd },
    { keys: "Enter", label: "Pick the beat in the middle of the strip", run: pickMiddle },
    ...(picked === null ? [] : [
      { keys: "Escape", label: "Pick no beat", run: picked.clear },
      ...CLASSES.aami.map(({ code, name }, classIndex) => ({ keys: code.toLowerCase(), label: `Relabel the beat ${code}, ${name}`, run: () => picked.relabel(classIndex) })),
    ]),
  ];
}
