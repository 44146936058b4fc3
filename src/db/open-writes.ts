import type Dexie from "dexie";

/** What was asked for just now may still be on its way to its transaction. */
const BEGUN_AFTER_MS = 100;
const MOST_MS = 2000;

/** Follows the transactions that write, so that whoever closes the store can let them end. Before the store is opened. */
export function watchWrites(db: Dexie): { readonly ended: () => Promise<void> } {
  const open = new Set<unknown>();
  let onEnd = (): void => undefined;
  db.use({
    stack: "dbcore",
    name: "open writes",
    create: (core) => ({
      ...core,
      transaction(tables, mode, options) {
        const transaction = core.transaction(tables, mode, options);
        if (mode === "readwrite") {
          open.add(transaction);
          for (const end of ["complete", "abort"]) {
            (transaction as IDBTransaction).addEventListener(end, () => {
              open.delete(transaction);
              if (open.size === 0) onEnd();
            });
          }
        }
        return transaction;
      },
    }),
  });
  return {
    /** Until no write is open, those included that begin within a moment; two seconds at most. */
    async ended() {
      await new Promise((resolve) => setTimeout(resolve, BEGUN_AFTER_MS));
      if (open.size === 0) return;
      await new Promise<void>((resolve) => {
        onEnd = resolve;
        setTimeout(resolve, MOST_MS);
      });
    },
  };
}
