import type { Account, Role, Session } from "../../lifecycle/accounts/account.ts";
import type { Problem } from "../../ecg/problem.ts";
import type { Repository } from "../repository.ts";
import type { ConnectionListener } from "../watch-connection.ts";

/** What somebody who signed in works with: the store under its keys, which are forgotten with it. */
export interface OpenedStore {
  readonly session: Session;
  readonly repository: Repository;
  /** who else may work here, and how this account is signed in to; null in the demo */
  readonly administration: AccountAdministration | null;
  /** why the log could not take this sign-in, which is let in so that there can be made room; null where it did */
  readonly unlogged: Problem | null;
  /** what happened since the last sign-in that its owner ought to see, e.g. refused attempts */
  readonly refusedAttempts: number;
  /** the passphrase was given by an administrator: another must be chosen before anything else */
  readonly mustChangePassphrase: boolean;
}

/** How somebody proves who they are. */
export type Credential =
  | { readonly kind: "passphrase"; readonly name: string; readonly passphrase: string }
  /** `secret`: what the passkey's PRF gave for the salt of `passkeys()` */
  | { readonly kind: "passkey"; readonly credentialId: string; readonly secret: Uint8Array<ArrayBuffer> };

/** A passkey as it is asked for: `navigator.credentials.get` with the PRF extension evaluated at `salt`. */
export interface PasskeyRequest {
  /** base64url */
  readonly credentialId: string;
  readonly salt: Uint8Array<ArrayBuffer>;
}

/** A passkey with the secret that its PRF gave for the salt. */
export interface NewPasskey extends PasskeyRequest {
  readonly secret: Uint8Array<ArrayBuffer>;
}

/**
 * The way into the store. Methods reject with a ProblemError: "sign-in-refused" (one sentence for a wrong name, a wrong
 * passphrase and a disabled account), "sign-in-slowed" (with the seconds to wait), "passphrase-weak", "name-taken",
 * "recovery-refused", and those of the repository.
 */
export interface Accounts {
  /** Tells when another tab stands in the way of the accounts, or of the store while it is being opened; see `db/watch-connection.ts`. */
  readonly watchConnection: (listener: ConnectionListener) => () => void;
  /** Tells whose account an administrator disabled, reset or gave another role in this page: what it has open elsewhere is to be locked. */
  readonly watchChanges: (listener: (accountId: string) => void) => () => void;
  /** Whether this device has accounts yet. */
  readonly exist: () => Promise<boolean>;
  /** Makes the first account, an administrator. The recovery key is given here once and stored nowhere. Takes over what was stored before there were accounts. */
  readonly createFirst: (name: string, passphrase: string, onProgress?: (share: number) => void) => Promise<{ readonly opened: OpenedStore; readonly recoveryKey: string }>;
  readonly signIn: (credential: Credential) => Promise<OpenedStore>;
  /** Gives an administrator's account a new passphrase by the recovery key, and signs in; also an altered account, where no administrator is left. */
  readonly recover: (recoveryKey: string, name: string, passphrase: string) => Promise<OpenedStore>;
  /** A store in memory, for one page. */
  readonly demo: () => Promise<OpenedStore>;
  readonly passkeys: () => Promise<readonly PasskeyRequest[]>;
  /** When the next attempt is let through, in ms from now; 0 where nothing holds it back. */
  readonly waitMs: () => Promise<number>;
}

/**
 * Changes to accounts by the one who is signed in. Whatever makes a new way in asks for the passphrase of the one who does
 * it, since the key to the store is not kept in a form that could be given on. What somebody may is asked of their account as
 * it is now, in the transaction of the change. Rejects as `Accounts`, and with "not-allowed", "account-altered", "account-changed".
 */
export interface AccountAdministration {
  /** By name; administrators only. */
  readonly list: () => Promise<readonly Account[]>;
  /** The one who is signed in. */
  readonly own: () => Promise<Account>;
  /** Whether the own account is still what was signed in to: neither given another role, nor disabled or altered. */
  readonly isUnchanged: () => Promise<boolean>;
  readonly add: (account: { readonly name: string; readonly role: Role; readonly passphrase: string }, ownPassphrase: string) => Promise<void>;
  readonly setRole: (accountId: string, role: Role) => Promise<void>;
  /** Takes away every way in. The last administrator cannot be disabled. */
  readonly disable: (accountId: string) => Promise<void>;
  /** Gives an account, disabled or not, a passphrase that must be changed at the next sign-in; its passkeys are taken away. An altered one becomes a clinician's. */
  readonly reset: (accountId: string, passphrase: string, ownPassphrase: string) => Promise<void>;
  readonly changePassphrase: (passphrase: string, ownPassphrase: string) => Promise<void>;
  /** `make` is called once the passphrase is found to be right: whatever it makes stays with the authenticator. */
  readonly addPasskey: (make: () => Promise<NewPasskey>, ownPassphrase: string) => Promise<void>;
  readonly removePasskeys: () => Promise<void>;
  /** The one before no longer opens anything. */
  readonly replaceRecoveryKey: (ownPassphrase: string) => Promise<string>;
  /** Whether nobody has said yet that they keep the recovery key, which was shown once: it may be lost, and is to be replaced. */
  readonly lacksRecoveryKey: () => Promise<boolean>;
  /** Notes that somebody keeps this recovery key. Rejects with "recovery-key-replaced" where it opens nothing any more. */
  readonly keepRecoveryKey: (recoveryKey: string) => Promise<void>;
}
