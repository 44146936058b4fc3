import { ProblemError } from "../../ecg/problem.ts";
import { meanwhile } from "../meanwhile.ts";
import type { AccountRecord } from "./accounts-database.ts";

type Unproved = Omit<AccountRecord, "proof">;

/** The account with the proof that it was written by somebody who could open the store. */
export async function proved(account: Unproved, proofKey: CryptoKey): Promise<AccountRecord> {
  return { ...account, proof: new Uint8Array(await meanwhile(() => crypto.subtle.sign("HMAC", proofKey, contentOf(account)))) };
}

/** Whether the stored account is as Isoline wrote it. */
export async function isProved(account: AccountRecord, proofKey: CryptoKey): Promise<boolean> {
  return ArrayBuffer.isView(account.proof) && meanwhile(() => crypto.subtle.verify("HMAC", proofKey, account.proof, contentOf(account)));
}

export const accountAltered = (name: string): ProblemError =>
  new ProblemError(
    "account-altered", `The stored account “${name}” was changed by something other than Isoline`,
    "An administrator can reset it, which makes it a clinician’s; where none is left, the recovery key opens it; tell whoever answers for this device",
  );

function contentOf({ id, name, nameKey, role, state, createdAt }: Unproved): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([id, name, nameKey, role, state, createdAt]));
}
