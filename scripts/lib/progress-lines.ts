import type { JobControl } from "../../src/ecg/progress.ts";

/** Prints one line for each new stage (an epoch, mostly), with the time left if every epoch is needed. */
export function progressLines(): JobControl {
  let start = { ms: performance.now(), done: 0 };
  let printed = "";
  return {
    signal: new AbortController().signal,
    onProgress({ stage, done, total }) {
      if (printed === "" || done === 0) start = { ms: performance.now(), done };
      if (stage === printed) return;
      printed = stage;
      const leftS = ((performance.now() - start.ms) / 1000 / (done - start.done)) * (total - done);
      console.log(Number.isFinite(leftS) && done < total ? `${stage}; at most ${timeText(leftS)} left` : stage);
    },
  };
}

function timeText(seconds: number): string {
  return seconds < 120 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}
