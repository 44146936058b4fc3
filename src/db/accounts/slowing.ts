/** Attempts to sign in to one account, or to none, that were refused one after another: kept over a reload. */
export interface Refusals {
  readonly count: number;
  /** of the last, ms since 1970 */
  readonly lastMs: number;
}

const FREE_ATTEMPTS = 3;
const LONGEST_WAIT_MS = 5 * 60 * 1000;

/** What nobody takes back by signing in must not slow the device for ever. Waiting for it gains no guess: an hour of the longest waits lets more through. */
const FORGOTTEN_AFTER_MS = 60 * 60 * 1000;

/** Of all accounts together: who is slowed down must not tell which names exist, nor be free to begin anew at another. */
export function together(refusals: readonly Refusals[], nowMs: number): Refusals {
  const remembered = refusals.filter(({ lastMs }) => nowMs - lastMs < FORGOTTEN_AFTER_MS);
  return { count: remembered.reduce((sum, { count }) => sum + count, 0), lastMs: Math.max(0, ...remembered.map(({ lastMs }) => lastMs)) };
}

/**
 * How long the next attempt has to wait, in ms: not at all after fewer than three refusals, then twice as long after each, from
 * one second to five minutes. A clock that was set back makes the wait start anew, never end early or grow beyond that.
 */
export function waitAfter({ count, lastMs }: Refusals, nowMs: number): number {
  if (count < FREE_ATTEMPTS) return 0;
  const wait = Math.min(1000 * 2 ** (count - FREE_ATTEMPTS), LONGEST_WAIT_MS);
  return Math.max(0, Math.min(wait, lastMs + wait - nowMs));
}
