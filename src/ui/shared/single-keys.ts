import { useSyncExternalStore } from "react";

/** Whether keys without Ctrl or ⌘ act: people who speak to their computer turn them off (WCAG 2.1.4). Kept on this device. */
const SETTING = "isoline.single-keys";
const listeners = new Set<() => void>();
let areOn = readSetting();

export const singleKeysAreOn = (): boolean => areOn;

export function setSingleKeys(on: boolean): void {
  areOn = on;
  listeners.forEach((listener) => listener());
  try {
    localStorage.setItem(SETTING, on ? "on" : "off");
  } catch {
    // A window without storage: the setting holds for this visit.
  }
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, singleKeysAreOn);
}

function readSetting(): boolean {
  try {
    return localStorage.getItem(SETTING) !== "off";
  } catch {
    return true;
  }
}
