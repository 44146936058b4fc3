import { countOrigins, originOf, REQUEST_CHANNEL, type RequestReport } from "../../ecg/request-report.ts";

/** What was asked for since the page was opened. */
export interface WatchedRequests {
  /** the page's requests to its own origin */
  readonly own: number;
  /** addresses of all other origins that the page asked for, also where the policy stopped it */
  readonly foreign: readonly string[];
  /** by origin, of all workers of Isoline in this browser that asked for anything since */
  readonly workers: Readonly<Record<string, number>>;
  /** what the policy stopped, once each: addresses, or what stands for one ("inline", "eval", "wss") */
  readonly stopped: readonly string[];
}

export interface RequestWatch {
  readonly current: () => WatchedRequests;
  /** Gives the function that ends it. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Counts requests and what was stopped from the start of the page on: the browser keeps the first 250 for those who begin to watch later. */
export function startRequestWatch(): RequestWatch {
  const listeners = new Set<() => void>();
  const reports = new Map<string, RequestReport>();
  // The page itself is the first.
  let watched: WatchedRequests = { own: 1, foreign: [], workers: {}, stopped: [] };
  const change = (part: Partial<WatchedRequests>) => {
    watched = { ...watched, ...part };
    listeners.forEach((listener) => listener());
  };

  new PerformanceObserver((made) => {
    const addresses = made.getEntries().map(({ name }) => name);
    const foreign = addresses.filter((address) => originOf(address) !== window.location.origin);
    change({ own: watched.own + addresses.length - foreign.length, foreign: [...watched.foreign, ...foreign] });
  }).observe({ type: "resource", buffered: true });
  document.addEventListener("securitypolicyviolation", ({ blockedURI }) => change({ stopped: [...new Set([...watched.stopped, blockedURI])] }));
  if ("BroadcastChannel" in globalThis) {
    new BroadcastChannel(REQUEST_CHANNEL).addEventListener("message", ({ data }: MessageEvent<RequestReport>) => {
      reports.set(data.worker, data);
      change({ workers: summed([...reports.values()]) });
    });
  }
  return {
    current: () => watched,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function summed(reports: readonly RequestReport[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { requests } of reports) for (const [origin, count] of Object.entries(requests)) counts.set(origin, (counts.get(origin) ?? 0) + count);
  return Object.fromEntries(counts);
}

/** The page's requests by origin, without those that the policy stopped. */
export function pageRequests({ own, foreign, stopped }: Pick<WatchedRequests, "own" | "foreign" | "stopped">, ownOrigin: string): Record<string, number> {
  return countOrigins({ [ownOrigin]: own }, foreign.filter((address) => !stopped.includes(address)));
}
