import { argon2id } from "hash-wasm";

/** Argon2id (RFC 9106) at 19 MiB, 2 passes, 1 lane, as OWASP's password storage cheat sheet has it. */
const ARGON2ID = { memorySize: 19 * 1024, iterations: 2, parallelism: 1, hashLength: 32 } as const;

/** The AES-256-GCM key of a passphrase. */
export async function keyOfPassphrase(passphrase: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return sealingKey(new Uint8Array(await argon2id({ ...ARGON2ID, password: passphrase.normalize("NFKC"), salt, outputType: "binary" })));
}

/** The AES-256-GCM key of a secret that is random already, for which HKDF-SHA-256 suffices. */
export async function keyOfRandom(secret: Uint8Array<ArrayBuffer>, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const root = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const info = new TextEncoder().encode("isoline data key");
  return sealingKey(new Uint8Array(await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, root, 256)));
}

async function sealingKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  } finally {
    bytes.fill(0);
  }
}
