import { ProblemError } from "../../ecg/problem.ts";
import type { AccountRecord } from "./accounts-database.ts";

type Unproved = Omit<AccountRecord, "proof">;

/** The account with the proof that it was written by somebody who could open the store. */
export async function proved(account: Unproved, proofKey: CryptoKey): Promise<AccountRecord> {
  return { ...account, proof: new Uint8Array(await crypto.subtle.sign("HMAC", proofKey, contentOf(account))) };
}

/** Throws the ProblemError "account-altered" where the stored account was changed by other means. */
export async function requireProof(account: AccountRecord, proofKey: CryptoKey): Promise<void> {
  if (await crypto.subtle.verify("HMAC", proofKey, account.proof, contentOf(account))) return;
  throw new ProblemError("account-altered", `The stored account “${account.name}” was changed by something other than Isoline`, "Sign in as another administrator and reset it, or use the recovery key; tell whoever answers for this device");
}

function contentOf({ id, name, nameKey, role, state, createdAt }: Unproved): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([id, name, nameKey, role, state, createdAt]));
}
