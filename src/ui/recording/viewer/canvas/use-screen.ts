import { useSyncExternalStore } from "react";

export type ColourScheme = "light" | "dark" | "print";

/** The screen's own pixels in a CSS pixel; follows zooming and a move to another screen. */
export function usePixelRatio(): number {
  return useSyncExternalStore(subscribeToResize, () => window.devicePixelRatio || 1);
}

function subscribeToResize(onChange: () => void): () => void {
  window.addEventListener("resize", onChange);
  return () => window.removeEventListener("resize", onChange);
}

/** Which of the page's colours are in use: canvases have to be painted anew when they change. */
export function useColourScheme(): ColourScheme {
  return useSyncExternalStore(subscribeToScheme, () => (isPrinted.matches ? "print" : isDark.matches ? "dark" : "light"));
}

// Made once: every frame asks them.
const isPrinted = matchMedia("print");
const isDark = matchMedia("(prefers-color-scheme: dark)");

function subscribeToScheme(onChange: () => void): () => void {
  const queries = [isPrinted, isDark];
  queries.forEach((query) => query.addEventListener("change", onChange));
  return () => queries.forEach((query) => query.removeEventListener("change", onChange));
}
