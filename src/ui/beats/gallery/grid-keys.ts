import type { Shortcut } from "../../shared/keys.ts";
import { MOVE_KEYS, type MoveKey } from "./grid-moves.ts";

export interface GridActions {
  readonly move: (key: MoveKey) => void;
  /** as `move`, selecting all between */
  readonly extend: (key: MoveKey) => void;
  readonly open: () => void;
  readonly toggle: () => void;
  readonly selectAll: () => void;
  /** null while nothing is selected */
  readonly clear: (() => void) | null;
}

const WAYS: Readonly<Record<MoveKey, string>> = {
  ArrowLeft: "to the beat before", ArrowRight: "to the next beat", ArrowUp: "to the beat above", ArrowDown: "to the beat below",
  Home: "to the first beat", End: "to the last beat", PageUp: "a screen up", PageDown: "a screen down",
};

/** The keys of the grid while it has the focus. */
export function gridShortcuts({ move, extend, open, toggle, selectAll, clear }: GridActions): Shortcut[] {
  return [
    ...MOVE_KEYS.map((key) => ({ keys: key, label: `Go ${WAYS[key]}`, run: () => move(key) })),
    ...MOVE_KEYS.map((key) => ({ keys: `Shift+${key}`, label: `Select ${WAYS[key]}`, run: () => extend(key) })),
    { keys: "Enter", label: "Open the beat", run: open },
    { keys: " ", label: "Select the beat", run: toggle },
    { keys: "Mod+a", label: "Select all beats shown", run: selectAll },
    ...(clear === null ? [] : [{ keys: "Escape", label: "Clear the selection", run: clear }]),
  ];
}
