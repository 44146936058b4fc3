import { releaseProxy, wrap, type ProxyMethods } from "comlink";
import { registerAbortSignalTransfer } from "./abort-signal-transfer.ts";
import type { HostedService } from "./hosted-service.ts";
import { watchHeartbeat, watchLifeLock, type Heartbeat } from "./life-lock.ts";

export interface WorkerLifeOptions {
  /** used where there are no Web Locks */
  readonly heartbeat?: Heartbeat;
}

/** How a call ended: with the worker's answer, or with the worker. */
export type CallEnd<T> = { readonly kind: "answered"; readonly value: T } | { readonly kind: "died"; readonly cause: string };

/** One worker from its start to its end. */
export interface WorkerLife {
  readonly remote: HostedService;
  /** Rejects only if the call itself does. */
  run<T>(call: (life: WorkerLife) => Promise<T>): Promise<CallEnd<T>>;
  end(cause: string): void;
}

const DEFAULT_HEARTBEAT: Heartbeat = { everyMs: 2000, misses: 15 };

/** Starts a worker and watches it; `onEnd` is called once, before the calls that wait on it are told. */
export function startWorkerLife(
  spawn: () => Worker,
  { heartbeat = DEFAULT_HEARTBEAT }: WorkerLifeOptions,
  onEnd: () => void,
): WorkerLife {
  registerAbortSignalTransfer();
  const worker = spawn();
  // All methods are asynchronous already; Comlink's own type would spread their unions of outcomes over promises.
  const remote = wrap<HostedService>(worker) as unknown as HostedService;
  const waiting = new Set<(cause: string) => void>();
  let ended = false;
  let stopWatching: () => void = () => undefined;

  const end = (cause: string) => {
    if (ended) return;
    ended = true;
    stopWatching();
    worker.terminate();
    // Comlink keeps the worker until its proxy is collected, which the worker's listeners keep in turn, with all that waits on it.
    (remote as HostedService & ProxyMethods)[releaseProxy]();
    onEnd();
    for (const tell of [...waiting]) tell(cause);
  };

  const life: WorkerLife = {
    remote,
    run: (call) =>
      new Promise((resolve, reject) => {
        const tell = (cause: string) => resolve({ kind: "died", cause });
        waiting.add(tell);
        call(life)
          .then((value) => resolve({ kind: "answered", value }), reject)
          .finally(() => waiting.delete(tell));
      }),
    end,
  };

  worker.addEventListener("error", (event) => end(event.message || "it could not be started"));
  worker.addEventListener("messageerror", () => end("its answer could not be read"));

  // Not crypto.randomUUID, which insecure origins lack. Locks are shared by all tabs of the origin.
  const lockName = `isoline-analysis-${Date.now()}-${Math.random()}`;
  const gone = () => end("the browser ended it, perhaps for lack of memory");
  remote.hold(lockName).then(
    (held) => {
      if (ended) return;
      stopWatching = held ? watchLifeLock(lockName, gone) : watchHeartbeat(() => remote.alive(), heartbeat, gone);
    },
    (cause: unknown) => end(cause instanceof Error ? cause.message : String(cause)),
  );
  return life;
}
