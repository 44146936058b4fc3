import type { Progress } from "../ecg/progress.ts";

/** Often enough to look smooth, seldom enough not to keep the page busy. */
export const PROGRESS_INTERVAL_MS = 50;

export interface ThrottledProgress {
  readonly report: (progress: Progress) => void;
  /** Sends what was held back and resolves when the last report has been received. */
  readonly flush: () => Promise<void>;
}

/** Passes reports on at most every `intervalMs`; the first of a stage at once, the last one always. */
export function throttleProgress(
  send: (progress: Progress) => Promise<void>,
  intervalMs = PROGRESS_INTERVAL_MS,
): ThrottledProgress {
  let held: Progress | null = null;
  let stage: string | null = null;
  let sentAtMs = 0;
  let received = Promise.resolve();

  const pass = (progress: Progress) => {
    held = null;
    stage = progress.stage;
    sentAtMs = performance.now();
    received = send(progress);
  };

  return {
    report(progress) {
      if (progress.stage !== stage || performance.now() - sentAtMs >= intervalMs) pass(progress);
      else held = progress;
    },
    flush() {
      if (held !== null) pass(held);
      return received;
    },
  };
}
