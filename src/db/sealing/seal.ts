/** AES-GCM's usual nonce: 12 random bytes, fresh for every sealing (NIST SP 800-38D allows 2^32 of them under one key). */
const NONCE_BYTES = 12;

/** Encrypts `content` by AES-256-GCM, bound to `context`: nonce, ciphertext and tag in one. */
export async function seal(key: CryptoKey, content: Uint8Array<ArrayBuffer>, context: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const ciphertext = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData: context }, key, content);
  const sealed = new Uint8Array(NONCE_BYTES + ciphertext.byteLength);
  sealed.set(nonce);
  sealed.set(new Uint8Array(ciphertext), NONCE_BYTES);
  return sealed;
}

/** What was sealed under the same key and context. Rejects with an OperationError for anything else, altered or out of place. */
export async function unseal(key: CryptoKey, sealed: Uint8Array<ArrayBuffer>, context: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce, additionalData: context }, key, sealed.subarray(NONCE_BYTES)));
}
