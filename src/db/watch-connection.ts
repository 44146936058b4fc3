import type Dexie from "dexie";
import type { ProblemError } from "../ecg/problem.ts";
import { blockedProblem, outdatedProblem } from "./store-problem.ts";

/** Gets null once the database is open. */
export type ConnectionListener = (problem: ProblemError | null) => void;

/**
 * Tells when another tab of Isoline stands in the way: an older one that holds up the opening of a database, or a newer one
 * that needs this tab's connection, which is then closed for good. Returns how to stop.
 */
export function watchConnection(db: Dexie, listener: ConnectionListener): () => void {
  const onBlocked = () => listener(blockedProblem());
  const onReady = () => listener(null);
  const onVersionChange = ({ newVersion }: IDBVersionChangeEvent) => {
    if (newVersion === null) return true;
    db.close();
    listener(outdatedProblem());
    // Dexie's own handler, which would open the newer store at the next access, is not called.
    return false;
  };
  db.on("blocked", onBlocked);
  db.on("ready", onReady);
  db.on("versionchange", onVersionChange);
  return () => {
    db.on.blocked.unsubscribe(onBlocked);
    db.on.ready.unsubscribe(onReady);
    db.on.versionchange.unsubscribe(onVersionChange);
  };
}
