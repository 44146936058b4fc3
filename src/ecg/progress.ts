/** How far a job is; `unit` names what is counted ("bytes", "rows", …). */
export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  readonly unit: "bytes" | "rows" | "batches" | "patients" | "beats" | "steps";
}

/** What a long computation needs from its caller. */
export interface JobControl {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Lets messages (an abort among them) be handled: a macrotask turn, since a microtask would starve them. */
export const yieldToMessages = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** A turn for messages, then throws the signal's reason if it was aborted meanwhile. */
export async function pause(signal: AbortSignal): Promise<void> {
  await yieldToMessages();
  signal.throwIfAborted();
}

/** A turn for messages is given this often: often enough to stop at once, seldom enough to cost nothing. */
const TURN_EVERY_MS = 50;

/** Called after each step of a long loop. Where a turn is due, reports what is done and pauses; throws the signal's reason if it was aborted. */
export function turns(signal: AbortSignal, report: (done: number) => void): (done: number) => Promise<void> {
  let lastTurn = performance.now();
  return async (done) => {
    if (performance.now() - lastTurn < TURN_EVERY_MS) return;
    report(done);
    await pause(signal);
    lastTurn = performance.now();
  };
}
