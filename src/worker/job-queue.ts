/** Runs jobs one after another, in the order in which they came. */
export class JobQueue {
  #last: Promise<unknown> = Promise.resolve();
  /** aborts the job that runs behind all others */
  #behind: AbortController | null = null;

  /**
   * Runs `job` when all earlier jobs have ended, however they ended.
   * A job aborted while it waits is never started: the promise rejects at once with the signal's reason.
   */
  run<T>(signal: AbortSignal, job: () => Promise<T>): Promise<T> {
    this.#behind?.abort();
    return this.#enqueue(signal, job);
  }

  /** Runs `job` when no other runs or waits. One that comes meanwhile aborts it, and it is begun anew after that. */
  async runBehind<T>(signal: AbortSignal, job: (signal: AbortSignal) => Promise<T>): Promise<T> {
    for (;;) {
      const turn = this.#last;
      await untilAborted(signal, turn);
      if (turn !== this.#last) continue;
      const giveWay = new AbortController();
      this.#behind = giveWay;
      try {
        return await this.#enqueue(signal, () => job(AbortSignal.any([signal, giveWay.signal])));
      } catch (cause) {
        if (signal.aborted || !giveWay.signal.aborted) throw cause;
      } finally {
        this.#behind = null;
      }
    }
  }

  #enqueue<T>(signal: AbortSignal, job: () => Promise<T>): Promise<T> {
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
