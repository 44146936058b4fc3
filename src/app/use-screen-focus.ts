import { useEffect, useRef } from "react";

/** On a change of screen: the title in the tab, the top of the page, and the focus on its heading; not on the first screen, whose focus is the browser's. */
export function useScreenFocus(screenKey: string, title: string): void {
  useEffect(() => {
    document.title = `${title} · Isoline`;
  }, [title]);

  const shown = useRef(screenKey);
  useEffect(() => {
    if (shown.current === screenKey) return;
    shown.current = screenKey;
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  }, [screenKey]);
}
