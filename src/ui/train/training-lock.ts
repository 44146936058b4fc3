import { ProblemError } from "../../ecg/problem.ts";

const LOCK = "isoline-training";

/** Does the work while no other tab trains: two at once would each take twice as long. Throws the ProblemError "training-elsewhere". */
export async function holdTrainingLock<Result>(work: () => Promise<Result>): Promise<Result> {
  // Where there are no Web Locks (insecure origin, old browser) there is one tab, as far as anyone can tell.
  const locks = (globalThis as { navigator?: { locks?: LockManager } }).navigator?.locks;
  if (!locks) return work();
  return locks.request(LOCK, { ifAvailable: true }, (lock) => {
    if (lock === null) throw new ProblemError("training-elsewhere", "Another tab of Isoline is training", "Wait until it has finished, or pause it there");
    return work();
  });
}
