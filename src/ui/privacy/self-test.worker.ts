/** Tries to fetch the address that it is told, and answers with the directive that stopped it, or null where none did. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
/** An event of the policy may come after the fetch has failed. */
const EVENT_DELAY_MS = 1000;

scope.addEventListener("message", ({ data }: MessageEvent<string>) => {
  scope.addEventListener("securitypolicyviolation", (event) => scope.postMessage((event as SecurityPolicyViolationEvent).effectiveDirective));
  const answer = () => setTimeout(() => scope.postMessage(null), EVENT_DELAY_MS);
  fetch(data, { mode: "no-cors" }).then(answer, answer);
});
