import { countOrigins, REQUEST_CHANNEL, type RequestReport } from "../../ecg/request-report.ts";

/** Something that the policy stopped. */
export interface Violation {
  /** e.g. "connect-src" */
  readonly directive: string;
  /** an address, or what stands for one: "inline", "eval", "wss" */
  readonly blocked: string;
}

/** What was asked for since the page was opened. */
export interface WatchedRequests {
  /** by origin */
  readonly page: Readonly<Record<string, number>>;
  /** by origin, of all workers of Isoline in this browser that asked for anything since; null where the browser cannot be asked */
  readonly workers: Readonly<Record<string, number>> | null;
  readonly violations: readonly Violation[];
}

export interface RequestWatch {
  readonly current: () => WatchedRequests;
  /** Gives the function that ends it. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Counts requests and violations from the start of the page on: the browser keeps the first 250 for those who begin to watch later. */
export function startRequestWatch(): RequestWatch {
  const listeners = new Set<() => void>();
  const reports = new Map<string, RequestReport>();
  let watched: WatchedRequests = { page: countOrigins({}, performance.getEntriesByType("navigation").map(({ name }) => name)), workers: null, violations: [] };
  const change = (part: Partial<WatchedRequests>) => {
    watched = { ...watched, ...part };
    listeners.forEach((listener) => listener());
  };

  new PerformanceObserver((made) => change({ page: countOrigins(watched.page, made.getEntries().map(({ name }) => name)) })).observe({ type: "resource", buffered: true });
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    change({ violations: [...watched.violations, { directive: effectiveDirective, blocked: blockedURI }] }));
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
