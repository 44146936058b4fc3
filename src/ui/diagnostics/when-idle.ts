/** What is not urgent begins this long after the page has loaded at the earliest. */
const AFTER_LOAD_MS = 3000;
/** And at the latest so long after that, however busy the page is. */
const AT_LATEST_MS = 20_000;

/** Calls `work` once, when the page has loaded and has nothing to do. */
export function whenIdle(work: () => void): void {
  const wait = () => setTimeout(() => {
    // Safari has no requestIdleCallback.
    if ("requestIdleCallback" in window) window.requestIdleCallback(work, { timeout: AT_LATEST_MS });
    else work();
  }, AFTER_LOAD_MS);
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { once: true });
}
