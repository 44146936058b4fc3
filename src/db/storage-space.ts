/** How the browser treats what Isoline stores, and how much of it there is. */
export interface StorageSpace {
  /** `kept`: the browser will not clear it by itself; `may-be-cleared`: it may when space runs low; `unknown`: it cannot be asked */
  readonly persistence: "kept" | "may-be-cleared" | "unknown";
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}

/** Asks the browser to keep the stored checks (`navigator.storage.persist`), and reads the space in use. */
export async function requestPersistence(): Promise<StorageSpace> {
  if (!("storage" in navigator) || !("persist" in navigator.storage)) return { persistence: "unknown", usedBytes: null, quotaBytes: null };
  await navigator.storage.persist();
  return storageSpace();
}

export async function storageSpace(): Promise<StorageSpace> {
  if (!("storage" in navigator) || !("estimate" in navigator.storage)) return { persistence: "unknown", usedBytes: null, quotaBytes: null };
  const { usage, quota } = await navigator.storage.estimate();
  const persisted = await navigator.storage.persisted();
  return { persistence: persisted ? "kept" : "may-be-cleared", usedBytes: usage ?? null, quotaBytes: quota ?? null };
}
