import { ProblemError } from "../../ecg/problem.ts";
import { explained } from "../explained.ts";
import type { DataKey, StoreKeys } from "../sealing/store-keys.ts";
import { accountAltered, isProved, proved } from "./account-proof.ts";
import { nameKey, type AccountRecord, type AccountsDatabase } from "./accounts-database.ts";
import type { PasskeyRequest } from "./accounts.ts";
import { newSlot, type KeySlot, type Secret } from "./key-slots.ts";

export type AccountBook = ReturnType<typeof createAccountBook>;

/** An account to be, with its ways in: made before the transaction that adds it, since a passphrase takes its time. */
export interface NewAccount {
  readonly account: AccountRecord;
  readonly slots: readonly KeySlot[];
}

/** Throws the ProblemError "name-missing". */
export async function newAccount({ name, ...facts }: Pick<AccountRecord, "name" | "role" | "state">, secret: Secret, dataKey: DataKey, { proof }: StoreKeys): Promise<NewAccount> {
  const id = crypto.randomUUID();
  const shown = name.normalize("NFC").trim();
  if (shown === "") throw new ProblemError("name-missing", "The account has no name", "Type the name to sign in with");
  return { account: await proved({ id, name: shown, nameKey: nameKey(name), ...facts, createdAt: new Date().toISOString() }, proof), slots: [await newSlot(id, secret, dataKey)] };
}

/**
 * The stored accounts and their ways in; who may change them is decided elsewhere, in the same transaction (`atOnce`). What
 * was altered by other means is never signed as if it were right.
 */
export function createAccountBook(db: AccountsDatabase) {
  const all = (): Promise<AccountRecord[]> => explained(db.accounts.toArray().then((accounts) => accounts.sort((a, b) => a.nameKey.localeCompare(b.nameKey))));

  const get = (id: string): Promise<AccountRecord> =>
    explained(
      db.accounts.get(id).then((account) => {
        if (account === undefined) throw new ProblemError("account-gone", "There is no such account on this device", "Open the list of accounts again");
        return account;
      }),
    );

  const whole = async (id: string, { proof }: StoreKeys): Promise<AccountRecord> => {
    const account = await get(id);
    if (await isProved(account, proof)) return account;
    throw accountAltered(account.name);
  };

  const sign = async ({ proof, ...facts }: AccountRecord, { proof: proofKey }: StoreKeys): Promise<void> => {
    await db.accounts.put(await proved(facts, proofKey));
  };

  const slotsOf = (accountId: string, kind?: KeySlot["kind"]): Promise<KeySlot[]> =>
    explained(db.slots.where("accountId").equals(accountId).toArray().then((slots) => slots.filter((slot) => kind === undefined || slot.kind === kind)));

  /** Who can administer the device. */
  const administrators = async ({ proof }: StoreKeys): Promise<AccountRecord[]> => {
    const found: AccountRecord[] = [];
    for (const account of await all()) {
      if (account.role === "administrator" && account.state !== "disabled" && (await isProved(account, proof))) found.push(account);
    }
    return found;
  };

  return {
    /** Does the work in one transaction over accounts and ways in: what was read in it still holds as it writes. */
    atOnce: <Result>(work: () => Promise<Result>): Promise<Result> => explained(db.transaction("rw", db.accounts, db.slots, work)),

    exist: (): Promise<boolean> => explained(db.accounts.count().then((count) => count > 0)),
    all,
    /** Throws the ProblemError "account-gone". */
    get,
    /** As it is now. Throws the ProblemErrors "account-gone" and "account-altered". */
    whole,
    administrators,

    byName: (name: string): Promise<AccountRecord | null> => explained(db.accounts.where("nameKey").equals(nameKey(name)).first().then((account) => account ?? null)),

    byPasskey: (credentialId: string): Promise<AccountRecord | null> =>
      explained(
        db.transaction("r", db.slots, db.accounts, async () => {
          const slot = (await db.slots.toArray()).find((each) => each.kind === "passkey" && each.credentialId === credentialId);
          return slot === undefined ? null : ((await db.accounts.get(slot.accountId)) ?? null);
        }),
      ),

    slotsOf,
    hasSlot: (id: string): Promise<boolean> => explained(db.slots.get(id).then((slot) => slot !== undefined)),
    recoverySlot: (): Promise<KeySlot | null> => slotsOf("", "recovery").then((slots) => slots.at(0) ?? null),

    /** Notes that somebody keeps the recovery key of this slot. */
    markKept: (slotId: string): Promise<void> => explained(db.slots.update(slotId, { isKept: true }).then(() => undefined)),

    passkeys: (): Promise<readonly PasskeyRequest[]> =>
      explained(db.slots.toArray().then((slots) => slots.filter(({ kind }) => kind === "passkey").map(({ credentialId, salt }) => ({ credentialId, salt })))),

    /** Throws the ProblemError "name-taken". */
    add: async ({ account, slots }: NewAccount): Promise<void> => {
      if ((await db.accounts.where("nameKey").equals(account.nameKey).count()) > 0) {
        throw new ProblemError("name-taken", `There is an account named “${account.name}” already`, "Choose another name");
      }
      await db.accounts.add(account);
      await db.slots.bulkAdd(slots);
    },

    /** Gives the account as it was before. Throws as `whole`. */
    change: async (id: string, change: Partial<Pick<AccountRecord, "role" | "state">>, keys: StoreKeys): Promise<AccountRecord> => {
      const account = await whole(id, keys);
      await sign({ ...account, ...change }, keys);
      return account;
    },

    /** Lets an account in again with a passphrase that was given; one that was altered as a clinician's. */
    reset: async (id: string, keys: StoreKeys): Promise<{ readonly name: string; readonly isAltered: boolean }> => {
      const account = await get(id);
      const isAltered = !(await isProved(account, keys.proof));
      const known: AccountRecord = isAltered ? { ...account, ...ownName(account), role: "clinician" } : account;
      await sign({ ...known, state: "changes-passphrase" }, keys);
      return { name: known.name, isAltered };
    },

    /** Lets an administrator in again; also an account that was altered, where nobody is left who could reset it. False where the recovery key is not for this account. */
    recover: async (id: string, keys: StoreKeys): Promise<boolean> => {
      const account = await get(id);
      const isAltered = !(await isProved(account, keys.proof));
      if (isAltered && (await administrators(keys)).length > 0) throw accountAltered(account.name);
      if (!isAltered && account.role !== "administrator") return false;
      await sign({ ...account, ...ownName(account), role: "administrator", state: "active" }, keys);
      return true;
    },

    /** Puts ways in in place of those of the kinds given: the data key and what it encrypts stay as they are. */
    replaceSlots: async (accountId: string, kinds: readonly KeySlot["kind"][], added: readonly KeySlot[]): Promise<void> => {
      await db.slots.bulkDelete((await slotsOf(accountId)).filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id));
      await db.slots.bulkAdd(added);
    },
  };
}

/** Of an altered account: nobody is shown by another name than the one they sign in with. */
const ownName = ({ name, nameKey: key }: AccountRecord): Pick<AccountRecord, "name"> => ({ name: nameKey(name) === key ? name : key });
