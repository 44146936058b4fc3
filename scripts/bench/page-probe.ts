/** What the page itself measured of one check; times in ms. */
export interface PageTimes {
  /** file chosen → rows and patients read are on screen, "Check Anomalies" can be pressed */
  readonly openedMs: number;
  /** file chosen → the first plot is on screen */
  readonly plottedMs: number;
  /** longest task of the main thread; 0 below the 50 ms from which the browser reports them */
  readonly longestTaskMs: number;
  /** longest time from a key press to its handler */
  readonly longestInputDelayMs: number;
  readonly keyPresses: number;
}

/** Name of the promise of PageTimes that the probe leaves on `window`. */
export const PROBE = "isolineBench";

/**
 * Runs in the page: when a file is chosen, takes the time, presses Check Anomalies as soon as it can be pressed, and
 * takes the time again when the frame with the first line of the plot has been drawn.
 */
export function installProbe(name: string): void {
  const probe = new Promise<PageTimes>((resolve) => {
    let startMs = NaN;
    let openedMs = NaN;
    let longestTaskMs = 0;
    let longestInputDelayMs = 0;
    let keyPresses = 0;

    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) if (startTime >= startMs) longestTaskMs = Math.max(longestTaskMs, duration);
    }).observe({ type: "longtask" });

    const onKey = ({ timeStamp }: KeyboardEvent) => {
      if (Number.isNaN(startMs)) return;
      keyPresses += 1;
      longestInputDelayMs = Math.max(longestInputDelayMs, performance.now() - timeStamp);
    };

    const onFrame = () => {
      if (document.querySelector(".recharts-line path[d]") !== null) {
        const plottedMs = performance.now() - startMs;
        // Long tasks are reported after they end: wait for the last ones, saving among them.
        setTimeout(() => resolve({ openedMs, plottedMs, longestTaskMs, longestInputDelayMs, keyPresses }), 1000);
        return;
      }
      const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent.startsWith("Check Anomalies"));
      if (Number.isNaN(openedMs) && button !== undefined && !button.disabled) {
        openedMs = performance.now() - startMs;
        button.click();
      }
      requestAnimationFrame(onFrame);
    };

    const onChange = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || target.type !== "file") return;
      startMs = performance.now();
      requestAnimationFrame(onFrame);
    };
    document.addEventListener("change", onChange, true);
    document.addEventListener("keydown", onKey, true);
  });
  Object.assign(window, { [name]: probe });
}
