import { keyOfPassphrase, keyOfRandom } from "../sealing/key-of-secret.ts";
import { seal, unseal } from "../sealing/seal.ts";
import type { DataKey } from "../sealing/store-keys.ts";

/** One way to the data key: it lies here encrypted under a key that a secret gives. */
export interface KeySlot {
  readonly id: string;
  /** "" of the recovery key, which is nobody's */
  readonly accountId: string;
  readonly kind: Secret["kind"];
  /** of the derivation; a passkey's PRF is evaluated at it */
  readonly salt: Uint8Array<ArrayBuffer>;
  /** base64url; "" where it is no passkey */
  readonly credentialId: string;
  /** of a recovery key: whether somebody has said that they keep it; absent where that was not asked yet */
  readonly isKept?: boolean;
  /** the data key, sealed: see `seal` */
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

export type Secret =
  | { readonly kind: "passphrase"; readonly passphrase: string }
  | { readonly kind: "passkey"; readonly credentialId: string; readonly salt: Uint8Array<ArrayBuffer>; readonly secret: Uint8Array<ArrayBuffer> }
  | { readonly kind: "recovery"; readonly secret: Uint8Array<ArrayBuffer> };

const SALT_BYTES = 32;

/** Wraps the data key for a secret; bound to slot, account and kind, so that a slot cannot be made another's. */
export async function newSlot(accountId: string, secret: Secret, dataKey: DataKey): Promise<KeySlot> {
  const id = crypto.randomUUID();
  const salt = secret.kind === "passkey" ? secret.salt : crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const slot = { id, accountId, kind: secret.kind, salt, credentialId: secret.kind === "passkey" ? secret.credentialId : "" };
  return { ...slot, ...(secret.kind === "recovery" && { isKept: false }), wrapped: await seal(await wrappingKey(secret, salt), dataKey, contextOf(slot)) };
}

/** The data key of a slot; null where the secret is another. */
export async function openSlot(slot: KeySlot, secret: Secret): Promise<DataKey | null> {
  const key = await wrappingKey(secret, slot.salt);
  return unseal(key, slot.wrapped, contextOf(slot)).catch(() => null);
}

/** Takes as long as opening a slot by passphrase, so that nobody learns from the time that there is no such account. */
export async function pretendToOpen(passphrase: string): Promise<void> {
  await wrappingKey({ kind: "passphrase", passphrase }, crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
}

function wrappingKey(secret: Secret, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return secret.kind === "passphrase" ? keyOfPassphrase(secret.passphrase, salt) : keyOfRandom(secret.secret, salt);
}

const contextOf = ({ id, accountId, kind }: Pick<KeySlot, "id" | "accountId" | "kind">): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify([id, accountId, kind]));
