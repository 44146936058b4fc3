/** A reserved name that no server can have (RFC 2606): even without a policy nothing would arrive anywhere. */
const FOREIGN_HOST = "isoline-self-test.invalid";
/** How long the policy's event may take. A request that fails without one failed for another reason, and could have got through. */
const PATIENCE_MS = 3000;
/** With the time that a busy device takes to start a worker. */
const WORKER_PATIENCE_MS = 20_000;

/** Whether this is what the self-test tried. Isoline opens no WebSocket, of which some browsers tell the scheme only. */
export const isOfSelfTest = (blocked: string): boolean => blocked.includes(FOREIGN_HOST) || blocked === "wss";

export interface Attempt {
  readonly what: string;
  readonly result: AttemptResult;
}

export type AttemptResult =
  | { readonly kind: "stopped"; /** by this part of the policy */ readonly directive: string }
  | { readonly kind: "not-stopped" }
  /** this browser has no such thing */
  | { readonly kind: "unavailable" };

/** One way in which a page could send something away. `begin` gives what ends the attempt. */
interface Way {
  readonly what: string;
  readonly begin: (host: string) => (() => void) | undefined;
}

const ignored = () => undefined;

const PAGE_WAYS: readonly Way[] = [
  { what: "Fetch", begin: (host) => void fetch(`https://${host}/`, { mode: "no-cors" }).catch(ignored) },
  { what: "Image", begin: (host) => void (new Image().src = `https://${host}/`) },
  { what: "WebSocket", begin: (host) => closeOf(new WebSocket(`wss://${host}/`)) },
  { what: "Event stream", begin: (host) => closeOf(new EventSource(`https://${host}/`)) },
  { what: "Beacon", begin: (host) => void navigator.sendBeacon(`https://${host}/`, "self-test") },
  { what: "Script", begin: (host) => void import(/* @vite-ignore */ `https://${host}/`).catch(ignored) },
  { what: "Frame", begin: openFrame },
];

const closeOf = (connection: { close(): void }) => () => connection.close();

function openFrame(host: string): () => void {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.title = "Self-test";
  frame.src = `https://${host}/`;
  document.body.append(frame);
  return () => frame.remove();
}

/** Tries each way to a foreign address in turn, and says what the policy made of it. */
export async function runSelfTest(onAttempt: (attempt: Attempt) => void): Promise<void> {
  for (const [i, way] of PAGE_WAYS.entries()) onAttempt({ what: way.what, result: await tryWay(way, `way-${i}.${FOREIGN_HOST}`) });
  onAttempt({ what: "Fetch in a worker", result: await tryWorker(`https://worker.${FOREIGN_HOST}/`) });
}

function tryWay({ begin }: Way, host: string): Promise<AttemptResult> {
  return new Promise((resolve) => {
    let end: (() => void) | undefined;
    const settle = (result: AttemptResult) => {
      clearTimeout(timer);
      document.removeEventListener("securitypolicyviolation", onViolation);
      end?.();
      resolve(result);
    };
    // Of a WebSocket the event tells the scheme only.
    const onViolation = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
      if (blockedURI === "wss" || blockedURI.includes(host)) settle({ kind: "stopped", directive: effectiveDirective });
    };
    const timer = setTimeout(() => settle({ kind: "not-stopped" }), PATIENCE_MS);
    document.addEventListener("securitypolicyviolation", onViolation);
    try {
      end = begin(host);
    } catch (cause) {
      // What is forbidden may throw as well as tell; what does not exist tells nothing.
      if (cause instanceof ReferenceError || cause instanceof TypeError) settle({ kind: "unavailable" });
    }
  });
}

function tryWorker(url: string): Promise<AttemptResult> {
  const worker = new Worker(new URL("./self-test.worker.ts", import.meta.url), { type: "module" });
  return new Promise<AttemptResult>((resolve) => {
    worker.addEventListener("message", ({ data }: MessageEvent<string | null>) => resolve(data === null ? { kind: "not-stopped" } : { kind: "stopped", directive: data }));
    worker.addEventListener("error", () => resolve({ kind: "unavailable" }));
    setTimeout(() => resolve({ kind: "unavailable" }), WORKER_PATIENCE_MS);
    worker.postMessage(url);
  }).finally(() => worker.terminate());
}
