import { countOrigins, REQUEST_CHANNEL, type RequestReport } from "../ecg/request-report.ts";

/** Tells the page, as they happen, how many requests this worker has made to which origin: the page cannot see them itself. */
export function reportRequests(): void {
  const channel = new BroadcastChannel(REQUEST_CHANNEL);
  const worker = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");
  let requests: RequestReport["requests"] = {};
  new PerformanceObserver((made) => {
    requests = countOrigins(requests, made.getEntries().map(({ name }) => name));
    channel.postMessage({ worker, requests } satisfies RequestReport);
  }).observe({ type: "resource", buffered: true });
}
