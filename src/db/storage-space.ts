/** How the browser treats what Isoline stores, and how much of it there is. */
export interface StorageSpace {
  /** `kept`: the browser will not clear it by itself; `may-be-cleared`: it may when space runs low; `unknown`: it cannot be asked */
  readonly persistence: "kept" | "may-be-cleared" | "unknown";
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}

const UNKNOWN: StorageSpace = { persistence: "unknown", usedBytes: null, quotaBytes: null };

/** Asks the browser to keep the stored checks (`navigator.storage.persist`; some browsers ask the user), and reads the space in use. Never rejects. */
export async function requestPersistence(): Promise<StorageSpace> {
  return answered(async (storage) => {
    await storage.persist();
    return readSpace(storage);
  });
}

/** Never rejects: what the browser will not tell is `unknown` or null. */
export async function storageSpace(): Promise<StorageSpace> {
  return answered(readSpace);
}

async function readSpace(storage: StorageManager): Promise<StorageSpace> {
  const [{ usage, quota }, isPersisted] = await Promise.all([storage.estimate(), storage.persisted()]);
  return { persistence: isPersisted ? "kept" : "may-be-cleared", usedBytes: usage ?? null, quotaBytes: quota ?? null };
}

/** Older browsers lack the storage manager or parts of it, and private windows refuse it: no answer is an answer too. */
async function answered(ask: (storage: StorageManager) => Promise<StorageSpace>): Promise<StorageSpace> {
  try {
    return await ask(navigator.storage);
  } catch {
    return UNKNOWN;
  }
}
