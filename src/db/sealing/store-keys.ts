/** The keys a store is read and written with; none can be read out of the browser's keeping. */
export interface StoreKeys {
  /** AES-256-GCM, of records */
  readonly sealing: CryptoKey;
  /** HMAC-SHA-256, of what is looked up without being readable */
  readonly index: CryptoKey;
  /** HMAC-SHA-256, of the accounts */
  readonly proof: CryptoKey;
}

/** The secret of which the keys of a store are derived: 32 random bytes. */
export type DataKey = Uint8Array<ArrayBuffer>;

export const newDataKey = (): DataKey => crypto.getRandomValues(new Uint8Array(32));

/** One key for each purpose, by HKDF-SHA-256 (RFC 5869). The data key is not kept; whoever holds its bytes should overwrite them. */
export async function deriveStoreKeys(dataKey: DataKey): Promise<StoreKeys> {
  const root = await crypto.subtle.importKey("raw", dataKey, "HKDF", false, ["deriveKey"]);
  const derive = (purpose: string, algorithm: AesKeyGenParams | HmacKeyGenParams, usages: KeyUsage[]) =>
    crypto.subtle.deriveKey({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: new TextEncoder().encode(`isoline ${purpose}`) }, root, algorithm, false, usages);
  const [sealing, index, proof] = await Promise.all([
    derive("records", { name: "AES-GCM", length: 256 }, ["encrypt", "decrypt"]),
    derive("index", { name: "HMAC", hash: "SHA-256", length: 256 }, ["sign"]),
    derive("accounts", { name: "HMAC", hash: "SHA-256", length: 256 }, ["sign", "verify"]),
  ]);
  return { sealing, index, proof };
}
