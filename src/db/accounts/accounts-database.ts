import Dexie, { type Table } from "dexie";
import type { Role } from "../../lifecycle/accounts/account.ts";
import { refuseNewer } from "../refuse-newer.ts";
import type { KeySlot } from "./key-slots.ts";
import type { Refusals } from "./slowing.ts";

/** An account as stored; its ways in are `KeySlot`s. */
export interface AccountRecord {
  readonly id: string;
  readonly name: string;
  /** the name as it is looked up: see `nameKey` */
  readonly nameKey: string;
  readonly role: Role;
  readonly state: "active" | "changes-passphrase" | "disabled";
  /** ISO 8601 */
  readonly createdAt: string;
  /** HMAC of all the above under the store's keys: nobody becomes administrator by changing a stored word */
  readonly proof: Uint8Array<ArrayBuffer>;
}

/** A refused attempt to sign in, kept in the clear until somebody who signs in writes it into the log. */
export interface RefusedAttempt {
  readonly number?: number;
  /** ISO 8601 */
  readonly at: string;
  /** "" where no account has the name; the name itself is not kept, since it may be a passphrase typed into the wrong field */
  readonly accountId: string;
}

export interface RefusalsRecord extends Refusals {
  /** the account's id; "" of all names that no account has */
  readonly key: string;
}

const SCHEMA = 1;

/** Who may open the store, apart from the store itself since it must be read before there are keys. Nothing in it is of a patient. */
export class AccountsDatabase extends Dexie {
  declare readonly accounts: Table<AccountRecord, string>;
  declare readonly slots: Table<KeySlot, string>;
  declare readonly attempts: Table<RefusedAttempt, number>;
  declare readonly state: Table<RefusalsRecord, string>;

  constructor(name: string) {
    super(name);
    refuseNewer(this, SCHEMA);
    this.version(SCHEMA).stores({ accounts: "id, &nameKey", slots: "id, accountId", attempts: "++number", state: "key" });
  }
}

/** Names are the same in either case and however their letters are composed. */
export const nameKey = (name: string): string => name.normalize("NFKC").trim().toLocaleLowerCase("en");
