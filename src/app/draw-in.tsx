import { StrictMode, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";

/**
 * Draws one picture after another in a place of the page, each under a root of its own: React keeps the last picture of a
 * root in memory beside the one it shows, such as a passphrase that was typed.
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
