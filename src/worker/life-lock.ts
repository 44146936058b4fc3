/**
 * A worker's life as a Web Lock: the worker holds the lock as long as it lives, and the browser gives it to the page,
 * which queues for it, the moment the worker is gone: terminated, closed by itself, crashed or out of memory.
 * None of these is told to the page by an event.
 */

/** In the worker. Resolves to true once the lock is held, to false where there are no Web Locks (insecure origin, old browser, Node). */
export function holdLifeLock(name: string): Promise<boolean> {
  const locks = (globalThis as { navigator?: { locks?: LockManager } }).navigator?.locks;
  if (!locks) return Promise.resolve(false);
  return new Promise((resolve, reject) => {
    const untilTheEnd = () => {
      resolve(true);
      return new Promise<never>(() => undefined);
    };
    locks.request(name, untilTheEnd).catch(reject);
  });
}

/** In the page, once the worker holds the lock: calls `onDeath` when the worker dies. Returns the function that stops watching. */
export function watchLifeLock(name: string, onDeath: () => void): () => void {
  const watch = new AbortController();
  const queued = navigator.locks.request(name, { signal: watch.signal }, onDeath);
  queued.catch((cause: unknown) => {
    if (!watch.signal.aborted) throw cause;
  });
  return () => watch.abort();
}

export interface Heartbeat {
  readonly everyMs: number;
  /** unanswered beats in a row that mean death: enough for the longest stretch in which the worker reads no message */
  readonly misses: number;
}

/** Where there are no Web Locks: asks `alive` regularly. Beats are counted, not time: a laptop's sleep is one beat. */
export function watchHeartbeat(alive: () => Promise<unknown>, { everyMs, misses }: Heartbeat, onDeath: () => void): () => void {
  let unanswered = 0;
  const timer = setInterval(() => {
    if (unanswered >= misses) {
      clearInterval(timer);
      onDeath();
      return;
    }
    unanswered += 1;
    void alive().then(() => {
      unanswered = 0;
    });
  }, everyMs);
  return () => clearInterval(timer);
}
