import { useSyncExternalStore } from "react";
import { parseScreenSize, SCREEN_SIZE_KEY, UNMEASURED, type ScreenSize } from "./screen-size.ts";

const listeners = new Set<() => void>();
let current: ScreenSize | null = null;

function read(): ScreenSize {
  try {
    return parseScreenSize(localStorage.getItem(SCREEN_SIZE_KEY));
  } catch {
    return UNMEASURED;
  }
}

/** How large a millimetre is on this screen. */
export function useScreenSize(): ScreenSize {
  return useSyncExternalStore(subscribe, () => (current ??= read()));
}

/** Keeps what was measured; null goes back to the usual size. */
export function setScreenSize(pxPerMm: number | null): void {
  current = pxPerMm === null ? UNMEASURED : { pxPerMm, isMeasured: true };
  listeners.forEach((listener) => listener());
  try {
    if (pxPerMm === null) localStorage.removeItem(SCREEN_SIZE_KEY);
    else localStorage.setItem(SCREEN_SIZE_KEY, String(pxPerMm));
  } catch {
    // A window without storage: the size holds for this visit.
  }
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}
