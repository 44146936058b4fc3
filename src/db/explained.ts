import { storeProblem } from "./store-problem.ts";

/** The work, its failure as a ProblemError. Awaited inside Dexie's own promise chain, so that a read stays observable by `liveQuery`. */
export async function explained<Value>(work: PromiseLike<Value>): Promise<Value> {
  try {
    return await work;
  } catch (cause) {
    throw storeProblem(cause);
  }
}
