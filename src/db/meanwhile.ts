import Dexie from "dexie";

/** A long record may take a slow device a while to seal; Dexie gives up after a minute by itself. */
const LONGEST_MS = 10 * 60 * 1000;

/**
 * Does what IndexedDB knows nothing of, such as WebCrypto's work, and holds the transaction open for as long; outside of one it
 * just does it. In one transaction one after another: of two waits at once Dexie 4 may forget the first, which then never ends.
 */
export const meanwhile = <Result>(work: () => Promise<Result>): Promise<Result> => Dexie.waitFor(Dexie.ignoreTransaction(work), LONGEST_MS);
