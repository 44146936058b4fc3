/** What somebody may do on this device. */
export type Role = "clinician" | "administrator";

/** Somebody who works on this device, as an administrator sees them. */
export interface Account {
  readonly id: string;
  /** as typed to sign in; unique without regard to case */
  readonly name: string;
  readonly role: Role;
  /** `changes-passphrase`: an administrator gave the passphrase, the next sign-in asks for another; `disabled`: has no way in until an administrator resets it */
  readonly state: "active" | "changes-passphrase" | "disabled";
  /** ISO 8601 */
  readonly createdAt: string;
  /** how many passkeys open the account */
  readonly passkeys: number;
  /** it was changed by something other than Isoline and opens nothing until it is reset, as a clinician's */
  readonly isAltered: boolean;
}

/** Who works here now. */
export interface Session {
  /** `demo`: nobody signed in, everything is kept in memory and gone when the page closes */
  readonly kind: "account" | "demo";
  /** "" in the demo */
  readonly accountId: string;
  /** whom the activity log names */
  readonly name: string;
  readonly role: Role;
}

export const DEMO_SESSION: Session = { kind: "demo", accountId: "", name: "Demo user", role: "administrator" };

/** The least length of a passphrase, in characters. */
export const LEAST_PASSPHRASE = 10;
