import { StrictMode, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";

/**
 * Draws one picture after another in a place of the page, each under a root and an element of its own: React keeps the
 * last picture of a root in memory beside the one it shows, and what was locked must not stay there.
 */
export function drawIn(place: HTMLElement): (picture: ReactNode) => void {
  let root: Root | null = null;
  return (picture) => {
    root?.unmount();
    const element = document.createElement("div");
    place.replaceChildren(element);
    root = createRoot(element);
    root.render(<StrictMode>{picture}</StrictMode>);
  };
}
