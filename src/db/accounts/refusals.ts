import { ProblemError } from "../../ecg/problem.ts";
import { explained } from "../explained.ts";
import { isFull, storeProblem } from "../store-problem.ts";
import type { AccountsDatabase, RefusedAttempt } from "./accounts-database.ts";
import { NO_REFUSALS, waitAfter, type Refusals } from "./slowing.ts";

/** More would say nothing new, and fill the device. */
const MOST_KEPT = 1000;

/** Attempts to sign in that failed: they slow the next one down, and are told to whoever signs in. */
export function createRefusals(db: AccountsDatabase) {
  const stored = async (): Promise<Refusals> => (await db.state.get("refusals")) ?? NO_REFUSALS;

  return {
    /** ms until the next attempt is let through. */
    waitMs: (): Promise<number> => explained(stored().then((refusals) => waitAfter(refusals, Date.now()))),

    /** Throws the ProblemError "sign-in-slowed" while the next attempt has to wait. */
    requirePatience: async (): Promise<void> => {
      const waitMs = await explained(stored().then((refusals) => waitAfter(refusals, Date.now())));
      if (waitMs === 0) return;
      const seconds = Math.ceil(waitMs / 1000);
      throw new ProblemError("sign-in-slowed", "There were several refused attempts", `Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}`);
    },

    /** Keeps that an attempt was refused, if there is space for it: it is refused in the same words where there is none. */
    add: async (accountId: string): Promise<void> => {
      try {
        await db.transaction("rw", db.state, db.attempts, async () => {
          const { count } = await stored();
          await db.state.put({ key: "refusals", count: count + 1, lastMs: Date.now() });
          if ((await db.attempts.count()) < MOST_KEPT) await db.attempts.add({ at: new Date().toISOString(), accountId });
        });
      } catch (cause) {
        if (!isFull(cause)) throw storeProblem(cause);
      }
    },

    /** What was refused since the last sign-in. */
    kept: (): Promise<readonly RefusedAttempt[]> => explained(db.attempts.toArray()),

    /** Forgets attempts that have been written down; the next ones need not wait any more. */
    forget: (attempts: readonly RefusedAttempt[]): Promise<void> =>
      explained(
        db.transaction("rw", db.state, db.attempts, async () => {
          await db.attempts.bulkDelete(attempts.flatMap(({ number }) => number ?? []));
          await db.state.clear();
        }),
      ),
  };
}

/** One sentence for whatever was wrong. */
export const refused = (): ProblemError => new ProblemError("sign-in-refused", "Name and passphrase do not open an account on this device", "Type both again; an administrator can reset an account");
