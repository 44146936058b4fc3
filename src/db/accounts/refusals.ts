import { ProblemError } from "../../ecg/problem.ts";
import { explained } from "../explained.ts";
import { isFull, storeProblem } from "../store-problem.ts";
import type { AccountsDatabase, RefusedAttempt } from "./accounts-database.ts";
import { together, waitAfter } from "./slowing.ts";

/** More would say nothing new, and fill the device. */
const MOST_KEPT = 1000;

/** An attempt that counts as refused until it is taken back. */
export interface Attempt {
  /** "" where no account has the name */
  readonly accountId: string;
  /** of the record; null where there was no space for one */
  readonly number: number | null;
}

/** Attempts to sign in that failed: they slow the next one down, and are told to whoever signs in. */
export function createRefusals(db: AccountsDatabase) {
  const inOneGo = <Result>(work: () => Promise<Result>) => db.transaction("rw", db.state, db.attempts, work);

  /** Counts an attempt if none has to wait; gives it, or how long it has to wait in ms. */
  const counted = (accountId: string): Promise<Attempt | number> =>
    inOneGo(async () => {
      const nowMs = Date.now();
      // A clock that was set back makes the wait start anew, not last until it has caught up.
      const refusals = (await db.state.toArray()).map((each) => ({ ...each, lastMs: Math.min(each.lastMs, nowMs) }));
      const waitMs = waitAfter(together(refusals, nowMs), nowMs);
      if (waitMs > 0) {
        await db.state.bulkPut(refusals);
        return waitMs;
      }
      const count = together(refusals.filter(({ key }) => key === accountId), nowMs).count + 1;
      await db.state.put({ key: accountId, count, lastMs: nowMs });
      return { accountId, number: (await db.attempts.count()) < MOST_KEPT ? await db.attempts.add({ at: new Date(nowMs).toISOString(), accountId }) : null };
    });

  return {
    /** ms until the next attempt is let through. */
    waitMs: (): Promise<number> => explained(db.state.toArray().then((refusals) => waitAfter(together(refusals, Date.now()), Date.now()))),

    /**
     * Counts an attempt as refused before it is verified, so that many at once are slowed down like one after another; where
     * there is no space it goes uncounted, since only inside room can be made. Throws the ProblemError "sign-in-slowed" while it has to wait.
     */
    begin: async (accountId: string): Promise<Attempt> => {
      const outcome = await counted(accountId).catch((cause: unknown) => {
        if (isFull(cause)) return { accountId, number: null };
        throw storeProblem(cause);
      });
      if (typeof outcome !== "number") return outcome;
      const seconds = Math.ceil(outcome / 1000);
      throw new ProblemError("sign-in-slowed", "There were several refused attempts", `Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}`);
    },

    /** The attempt was right: it was no refusal, and those before it at the same account slow nobody any more. Others' count on. */
    takeBack: async ({ accountId, number }: Attempt): Promise<void> => {
      try {
        await inOneGo(async () => {
          if (number !== null) await db.attempts.delete(number);
          await db.state.delete(accountId);
        });
      } catch (cause) {
        if (!isFull(cause)) throw storeProblem(cause);
      }
    },

    /** What was refused since the last sign-in. */
    kept: (): Promise<readonly RefusedAttempt[]> => explained(db.attempts.toArray()),

    /** Forgets attempts that have been written down. */
    forget: (attempts: readonly RefusedAttempt[]): Promise<void> => explained(db.attempts.bulkDelete(attempts.flatMap(({ number }) => number ?? []))),
  };
}

/** One sentence for whatever was wrong. */
export const refused = (): ProblemError => new ProblemError("sign-in-refused", "Name and passphrase do not open an account on this device", "Type both again; an administrator can reset an account");
