import type { BeatClass } from "../../../ecg/beats/classes.ts";
import type { Shortcut } from "../../shared/keys.ts";

export const REMOVE_KEY = "Delete";

/** The number key that gives a class. */
export const relabelKey = (classIndex: number): string => String(classIndex + 1);

/** Keys that relabel: `what` is "the beat" or "12 beats". */
export function relabelShortcuts(classes: readonly BeatClass[], what: string, relabel: (classIndex: number | null) => void): Shortcut[] {
  return [
    ...classes.map(({ code }, index) => ({ keys: relabelKey(index), label: `Relabel ${what} ${code}`, run: () => relabel(index) })),
    { keys: REMOVE_KEY, label: `Remove the relabelling of ${what}`, run: () => relabel(null) },
  ];
}

/** The ways back and forth that there are now. */
export function undoShortcuts({ undo, redo }: { readonly undo: (() => void) | null; readonly redo: (() => void) | null }): Shortcut[] {
  return [
    ...(undo === null ? [] : [
      { keys: "u", label: "Undo the last relabelling", run: undo },
      { keys: "Mod+z", label: "Undo the last relabelling", run: undo },
    ]),
    // After undo: of two shortcuts that a stroke fits, the later one acts, and Ctrl+Shift+Z fits both.
    ...(redo === null ? [] : [{ keys: "Mod+Shift+z", label: "Redo the relabelling", run: redo }]),
  ];
}
