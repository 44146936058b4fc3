/** A keyboard shortcut as the help dialog lists it. */
export interface Shortcut {
  /** One key as `KeyboardEvent.key` names it, with `Mod+` (Ctrl, or ⌘ on a Mac) or `Shift+` before it: "n", "?", "Escape", "Mod+Enter", "Shift+ArrowLeft". */
  readonly keys: string;
  /** what it does, as a person would say it: "Next event" */
  readonly label: string;
  readonly run: () => void;
}

export interface KeyGroup {
  /** heading in the help dialog */
  readonly name: string;
  readonly shortcuts: readonly Shortcut[];
  /** whether an element handles them itself, while it has the focus: then they are only listed */
  readonly isListedOnly?: boolean;
}

type Stroke = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Whether a key stroke is `keys`. Letters match in either case (caps lock), with Shift only where it is asked for; other characters ignore Shift, since "?" needs it on some layouts only. */
export function matchesKeys(keys: string, stroke: Stroke): boolean {
  const parts = splitKeys(keys);
  const key = parts.at(-1);
  if (key === undefined || stroke.altKey) return false;
  if (parts.includes("Mod") !== (stroke.ctrlKey || stroke.metaKey)) return false;
  if (key.length === 1 && !/[a-z]/i.test(key)) return key === stroke.key;
  const isSame = key.length === 1 ? key.toLowerCase() === stroke.key.toLowerCase() : key === stroke.key;
  return isSame && parts.includes("Shift") === stroke.shiftKey;
}

/** What the focused element itself needs of the keyboard. */
export type FocusKind = "none" | "text" | "control";

/** Whether a shortcut may act now: a text field keeps all but Escape and `Mod+Enter` (it has an undo of its own); a slider, radio or button keeps the keys that work it. */
export function mayAct(keys: string, focus: FocusKind): boolean {
  if (focus === "none" || keys === "Escape" || keys === "Mod+Enter") return true;
  if (focus === "text") return false;
  return !["Enter", " ", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"].includes(keys.split("+").at(-1) ?? "");
}

/** "+" is a key too. */
function splitKeys(keys: string): string[] {
  return keys === "+" ? [keys] : keys.split("+");
}

/** The shortcut that a stroke calls: of the groups that name it, the one registered last. */
export function findShortcut(groups: readonly KeyGroup[], stroke: Stroke, focus: FocusKind): Shortcut | undefined {
  return groups
    .flatMap(({ shortcuts, isListedOnly = false }) => (isListedOnly ? [] : shortcuts))
    .findLast(({ keys }) => matchesKeys(keys, stroke) && mayAct(keys, focus));
}

/** A letter, digit or mark without Ctrl or ⌘. */
export const isSingleKey = (keys: string): boolean => Array.from(keys).length === 1;

const SYMBOLS: Readonly<Record<string, string>> = {
  ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓", Escape: "Esc", " ": "Space",
};

/** The caps to draw: ("Mod+Enter", false) → ["Ctrl", "Enter"] */
export function keyCaps(keys: string, onMac: boolean): string[] {
  return splitKeys(keys).map((part) => (part === "Mod" ? (onMac ? "⌘" : "Ctrl") : (SYMBOLS[part] ?? part)));
}
