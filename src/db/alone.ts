import type Dexie from "dexie";

/**
 * Does the work while nothing else that is done so is under way on the database, in this tab or another, and waits until then:
 * what takes many transactions (a backup, a restore, a move), and what would take away the records that another is in the midst of.
 */
export function alone<Result>(db: Dexie, work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
  const locks = locksHere();
  return locks === undefined ? work() : locks.request(lockName(db), signal === undefined ? {} : { signal }, work);
}

/** As `alone`, but gives null at once where something else is under way. */
export function aloneNow<Result>(db: Dexie, work: () => Promise<Result>): Promise<Result | null> {
  const locks = locksHere();
  return locks === undefined ? work() : locks.request(lockName(db), { ifAvailable: true }, (lock) => (lock === null ? null : work()));
}

/** None in Node, nor on an insecure origin, where nothing could be encrypted either. */
const locksHere = (): LockManager | undefined => (globalThis as { readonly navigator?: { readonly locks?: LockManager } }).navigator?.locks;

const lockName = ({ name }: Dexie): string => `isoline-store ${name}`;
