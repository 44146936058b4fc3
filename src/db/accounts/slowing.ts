/** Attempts to sign in that were refused one after another, by whomever: kept over a reload. */
export interface Refusals {
  readonly count: number;
  /** of the last, ms since 1970; 0 where there was none */
  readonly lastMs: number;
}

export const NO_REFUSALS: Refusals = { count: 0, lastMs: 0 };

const FREE_ATTEMPTS = 3;
const LONGEST_WAIT_MS = 5 * 60 * 1000;

/**
 * How long the next attempt has to wait, in ms: not at all after three refusals, then twice as long after each, from one
 * second to five minutes. A clock that was set back makes the wait start anew, never end early or grow beyond that.
 */
export function waitAfter({ count, lastMs }: Refusals, nowMs: number): number {
  if (count < FREE_ATTEMPTS) return 0;
  const wait = Math.min(1000 * 2 ** (count - FREE_ATTEMPTS), LONGEST_WAIT_MS);
  return Math.max(0, Math.min(wait, lastMs + wait - nowMs));
}
