/** Runs jobs one after another, in the order in which they came. */
export class JobQueue {
  #last: Promise<unknown> = Promise.resolve();

  /**
   * Runs `job` when all earlier jobs have ended, however they ended.
   * A job aborted while it waits is never started: the promise rejects at once with the signal's reason.
   */
  run<T>(signal: AbortSignal, job: () => Promise<T>): Promise<T> {
    const turn = this.#last;
    const result = untilAborted(signal, turn).then(job);
    this.#last = Promise.allSettled([turn, result]).then(() => undefined);
    return result;
  }
}

function untilAborted(signal: AbortSignal, turn: Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    void turn.then(() => {
      signal.removeEventListener("abort", abort);
      resolve();
    });
  });
}
