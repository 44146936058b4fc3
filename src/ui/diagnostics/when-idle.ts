/** What is not urgent begins this long after the page has loaded at the earliest. */
const AFTER_LOAD_MS = 3000;
/** And at the latest so long after that, however busy the page is. */
const AT_LATEST_MS = 20_000;

/** Calls `work` once, when the page has loaded and has nothing to do. Gives the function that calls it off. */
export function whenIdle(work: () => void): () => void {
  // Let go of when it is called off: the timers outlive that.
  let pending: (() => void) | null = work;
  const begin = () => pending?.();
  const wait = () => setTimeout(() => {
    // Safari has no requestIdleCallback.
    if ("requestIdleCallback" in window) window.requestIdleCallback(begin, { timeout: AT_LATEST_MS });
    else begin();
  }, AFTER_LOAD_MS);
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { once: true });
  return () => {
    pending = null;
  };
}
