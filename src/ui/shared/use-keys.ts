import { useEffect, useId, useLayoutEffect, useSyncExternalStore } from "react";
import { findShortcut, isSingleKey, type FocusKind, type KeyGroup, type Shortcut } from "./keys.ts";
import { singleKeysAreOn } from "./single-keys.ts";

/** The groups registered now, in the order in which their components appeared. The window has one keyboard, so the page has one registry. */
const registered = new Map<string, KeyGroup>();
const listeners = new Set<() => void>();
let snapshot: readonly KeyGroup[] = [];

/**
 * Registers shortcuts while the component is mounted; `?` lists them under `group`. Pass only those that would do something now.
 * They rest while a modal dialog is open and while the user types in a field.
 */
export function useKeys(group: string, shortcuts: readonly Shortcut[]): void {
  useKeyGroup(group, shortcuts, false);
}

/** Has `?` list shortcuts that an element handles itself, while it has the focus. */
export function useListedKeys(group: string, shortcuts: readonly Shortcut[]): void {
  useKeyGroup(group, shortcuts, true);
}

function useKeyGroup(name: string, shortcuts: readonly Shortcut[], isListedOnly: boolean): void {
  const id = useId();
  useLayoutEffect(() => {
    registered.set(id, { name, shortcuts, isListedOnly });
    publish();
  }, [id, name, shortcuts, isListedOnly]);
  useEffect(() => () => {
    registered.delete(id);
    publish();
  }, [id]);
}

/** All groups active now, for the help dialog. */
export function useActiveKeys(): readonly KeyGroup[] {
  return useSyncExternalStore(subscribe, () => snapshot);
}

/** Makes the registered shortcuts work; the app's shell calls this once. */
export function useKeyboard(): void {
  useEffect(() => {
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || document.querySelector("dialog:modal") !== null) return;
  const shortcut = findShortcut(snapshot, event, focusKind(document.activeElement));
  if (shortcut === undefined || (isSingleKey(shortcut.keys) && !singleKeysAreOn())) return;
  event.preventDefault();
  shortcut.run();
}

function focusKind(element: Element | null): FocusKind {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return "text";
  if (element instanceof HTMLInputElement) {
    return ["range", "radio", "checkbox", "button", "submit", "reset", "file"].includes(element.type) ? "control" : "text";
  }
  if (element instanceof HTMLElement && element.isContentEditable) return "text";
  return element?.matches("button, a[href], summary, [role=slider], [role=option], [role=listbox], [role=tab]") ? "control" : "none";
}

function publish(): void {
  snapshot = [...registered.values()].filter(({ shortcuts }) => shortcuts.length > 0);
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
