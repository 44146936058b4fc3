import { ProblemError } from "../../ecg/problem.ts";
import { explained } from "../explained.ts";
import type { DataKey, StoreKeys } from "../sealing/store-keys.ts";
import { proved } from "./account-proof.ts";
import { nameKey, type AccountRecord, type AccountsDatabase } from "./accounts-database.ts";
import type { PasskeyRequest } from "./accounts.ts";
import { newSlot, type KeySlot, type Secret } from "./key-slots.ts";

export type AccountBook = ReturnType<typeof createAccountBook>;

/** The stored accounts and their ways in; who may change them is decided elsewhere. */
export function createAccountBook(db: AccountsDatabase) {
  const slotsOf = (accountId: string, kind?: KeySlot["kind"]): Promise<KeySlot[]> =>
    explained(db.slots.where("accountId").equals(accountId).toArray().then((slots) => slots.filter((slot) => kind === undefined || slot.kind === kind)));

  return {
    exist: (): Promise<boolean> => explained(db.accounts.count().then((count) => count > 0)),
    all: (): Promise<AccountRecord[]> => explained(db.accounts.toArray().then((accounts) => accounts.sort((a, b) => a.nameKey.localeCompare(b.nameKey)))),

    /** Throws the ProblemError "account-gone". */
    get: (id: string): Promise<AccountRecord> =>
      explained(
        db.accounts.get(id).then((account) => {
          if (account === undefined) throw new ProblemError("account-gone", "There is no such account on this device", "Open the list of accounts again");
          return account;
        }),
      ),

    byName: (name: string): Promise<AccountRecord | null> => explained(db.accounts.where("nameKey").equals(nameKey(name)).first().then((account) => account ?? null)),

    byPasskey: (credentialId: string): Promise<AccountRecord | null> =>
      explained(
        db.transaction("r", db.slots, db.accounts, async () => {
          const slot = (await db.slots.toArray()).find((each) => each.kind === "passkey" && each.credentialId === credentialId);
          return slot === undefined ? null : ((await db.accounts.get(slot.accountId)) ?? null);
        }),
      ),

    slotsOf,
    recoverySlot: (): Promise<KeySlot | null> => slotsOf("", "recovery").then((slots) => slots.at(0) ?? null),

    /** Notes that somebody keeps the recovery key of this slot. */
    markKept: (slotId: string): Promise<void> => explained(db.slots.update(slotId, { isKept: true }).then(() => undefined)),

    passkeys: (): Promise<readonly PasskeyRequest[]> =>
      explained(db.slots.toArray().then((slots) => slots.filter(({ kind }) => kind === "passkey").map(({ credentialId, salt }) => ({ credentialId, salt })))),

    /** Adds an account with its ways in, and with the first one the recovery key. Throws the ProblemErrors "name-missing", "name-taken" and "accounts-exist". */
    add: async (
      { name, ...facts }: Pick<AccountRecord, "name" | "role" | "state">, secrets: readonly Secret[], dataKey: DataKey, keys: StoreKeys, recovery: Secret | null = null,
    ): Promise<AccountRecord> => {
      const id = crypto.randomUUID();
      const shown = name.normalize("NFC").trim();
      if (shown === "") throw new ProblemError("name-missing", "The account has no name", "Type the name to sign in with");
      const account = await proved({ id, name: shown, nameKey: nameKey(name), ...facts, createdAt: new Date().toISOString() }, keys.proof);
      const slots = await Promise.all([...secrets.map((secret) => newSlot(id, secret, dataKey)), ...(recovery === null ? [] : [newSlot("", recovery, dataKey)])]);
      await explained(
        db.transaction("rw", db.accounts, db.slots, async () => {
          if (recovery !== null && (await db.accounts.count()) > 0) {
            throw new ProblemError("accounts-exist", "This device has accounts already, made in another tab meanwhile", "Reload the page and sign in");
          }
          if ((await db.accounts.where("nameKey").equals(account.nameKey).count()) > 0) {
            throw new ProblemError("name-taken", `There is an account named “${shown}” already`, "Choose another name");
          }
          await db.accounts.add(account);
          await db.slots.bulkAdd(slots);
        }),
      );
      return account;
    },

    change: async (account: AccountRecord, change: Partial<Pick<AccountRecord, "role" | "state">>, keys: StoreKeys): Promise<AccountRecord> => {
      const { proof, ...facts } = account;
      const changed = await proved({ ...facts, ...change }, keys.proof);
      await explained(db.accounts.put(changed));
      return changed;
    },

    /** Puts new ways in in place of those of the kinds given, all at once: the data key and what it encrypts stay as they are. */
    replaceSlots: async (accountId: string, kinds: readonly KeySlot["kind"][], secrets: readonly Secret[], dataKey: DataKey): Promise<void> => {
      const added = await Promise.all(secrets.map((secret) => newSlot(accountId, secret, dataKey)));
      const gone = (await slotsOf(accountId)).filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
      await explained(
        db.transaction("rw", db.slots, async () => {
          await db.slots.bulkDelete(gone);
          await db.slots.bulkAdd(added);
        }),
      );
    },
  };
}
