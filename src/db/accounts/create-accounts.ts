import Dexie from "dexie";
import { ProblemError } from "../../ecg/problem.ts";
import { DEMO_SESSION, type Session } from "../../lifecycle/accounts/account.ts";
import { requireStrength } from "../../lifecycle/accounts/passphrase-strength.ts";
import { IsolineDatabase } from "../database.ts";
import { explained } from "../explained.ts";
import { movePlainStore } from "../plain/move-plain-store.ts";
import { createRepository, type Repository } from "../repository.ts";
import { deriveStoreKeys, newDataKey, type DataKey, type StoreKeys } from "../sealing/store-keys.ts";
import { isFull, unloggedProblem } from "../store-problem.ts";
import { watchConnection, type ConnectionListener } from "../watch-connection.ts";
import { createAccountBook, newAccount } from "./account-book.ts";
import { AccountsDatabase, type AccountRecord, type RefusedAttempt } from "./accounts-database.ts";
import type { Accounts, Credential, OpenedStore } from "./accounts.ts";
import { createAdministration } from "./create-administration.ts";
import { newSlot, openSlot, pretendToOpen, type Secret } from "./key-slots.ts";
import { newRecoveryKey, readRecoveryKey } from "./recovery-key.ts";
import { createRefusals, refused } from "./refusals.ts";

export interface AccountsOptions {
  /** of the databases, which tests choose themselves */
  readonly accountsName?: string;
  readonly recordsName?: string;
  /** of the store from before there were accounts */
  readonly plainName?: string;
}

/** The accounts of this device and the encrypted store that they open. */
export function createAccounts({ accountsName = "isoline-accounts", recordsName = "isoline-records", plainName = "isoline" }: AccountsOptions = {}): Accounts {
  const db = new AccountsDatabase(accountsName);
  const book = createAccountBook(db);
  const refusals = createRefusals(db);
  const listeners = new Set<ConnectionListener>();
  const tell: ConnectionListener = (problem) => listeners.forEach((listener) => listener(problem));
  watchConnection(db, tell);

  const changeListeners = new Set<(accountId: string) => void>();

  /** `how`: by what it was opened, for the log */
  async function opened(accountId: string, dataKey: DataKey, how = "Signed in", onProgress?: (share: number) => void): Promise<OpenedStore> {
    const keys = await deriveStoreKeys(dataKey);
    dataKey.fill(0);
    // Anew: deriving the key took a while, in which it may have been disabled.
    const account = await book.whole(accountId, keys);
    if (account.state === "disabled") throw refused();
    const session: Session = { kind: "account", accountId: account.id, name: account.name, role: account.role };
    const store = new IsolineDatabase(recordsName, keys.sealing);
    const unwatch = watchConnection(store, tell);
    await explained(store.open()).finally(unwatch);
    await movePlainStore(plainName, store, keys.index, onProgress);
    const repository = createRepository({ db: store, keys, session });
    const refusedAttempts = await refusals.kept();
    const unlogged = await logSignIn(repository, account, how, refusedAttempts);
    if (unlogged === null) await refusals.forget(refusedAttempts);
    const administration = createAdministration({ book, session, keys, note: repository.log.note, refusals, onChanged: (id) => changeListeners.forEach((listener) => listener(id)) });
    return { session, repository, administration, refusedAttempts: refusedAttempts.length, unlogged, mustChangePassphrase: account.state === "changes-passphrase" };
  }

  /** The account and the data key that a credential opens. */
  async function unlocked(credential: Credential): Promise<{ readonly accountId: string; readonly dataKey: DataKey }> {
    const found = credential.kind === "passphrase" ? await book.byName(credential.name) : await book.byPasskey(credential.credentialId);
    const attempt = await refusals.begin(found?.id ?? "");
    const secret: Secret = credential.kind === "passphrase" ? credential : { ...credential, salt: new Uint8Array() };
    for (const slot of found === null || found.state === "disabled" ? [] : await book.slotsOf(found.id, credential.kind)) {
      const dataKey = await openSlot(slot, secret);
      if (dataKey === null) continue;
      await refusals.takeBack(attempt);
      return { accountId: slot.accountId, dataKey };
    }
    if (credential.kind === "passphrase" && (found === null || found.state === "disabled")) await pretendToOpen(credential.passphrase);
    throw refused();
  }

  return {
    watchConnection: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    watchChanges: (listener) => {
      changeListeners.add(listener);
      return () => void changeListeners.delete(listener);
    },
    exist: () => book.exist(),
    waitMs: () => refusals.waitMs(),
    passkeys: () => book.passkeys(),

    createFirst: async (name, passphrase, onProgress) => {
      await requireStrength(passphrase, [name]);
      const dataKey = newDataKey();
      const keys = await deriveStoreKeys(dataKey);
      const { secret, written } = newRecoveryKey();
      const { account, slots } = await newAccount({ name, role: "administrator", state: "active" }, { kind: "passphrase", passphrase }, dataKey, keys);
      const recovery = await newSlot("", { kind: "recovery", secret }, dataKey);
      await book.atOnce(async () => {
        if (await book.exist()) throw new ProblemError("accounts-exist", "This device has accounts already, made in another tab meanwhile", "Reload the page and sign in");
        await book.add({ account, slots: [...slots, recovery] });
      });
      // A store whose accounts were taken away by other means can never be opened again.
      await explained(Dexie.delete(recordsName));
      return { opened: await opened(account.id, dataKey, undefined, onProgress), recoveryKey: written };
    },

    signIn: async (credential) => {
      const { accountId, dataKey } = await unlocked(credential);
      return opened(accountId, dataKey);
    },

    recover: async (recoveryKey, name, passphrase) => {
      await requireStrength(passphrase, [name]);
      const account = await book.byName(name);
      const attempt = await refusals.begin(account?.id ?? "");
      const [secret, slot] = [readRecoveryKey(recoveryKey), await book.recoverySlot()];
      const dataKey = secret === null || slot === null ? null : await openSlot(slot, { kind: "recovery", secret });
      if (account === null || slot === null || dataKey === null) throw recoveryRefused();
      const keys = await deriveStoreKeys(dataKey);
      const chosen = await newSlot(account.id, { kind: "passphrase", passphrase }, dataKey);
      await book.atOnce(async () => {
        if (!(await book.hasSlot(slot.id)) || !(await book.recover(account.id, keys))) throw recoveryRefused();
        await book.replaceSlots(account.id, ["passphrase", "passkey"], [chosen]);
      });
      await refusals.takeBack(attempt);
      return opened(account.id, dataKey, "Opened with the recovery key, which gave it a new passphrase");
    },

    demo: async () => {
      const { IDBFactory, IDBKeyRange } = await import("fake-indexeddb");
      const keys: StoreKeys = await deriveStoreKeys(newDataKey());
      const db = new IsolineDatabase("demo", keys.sealing, { indexedDB: new IDBFactory(), IDBKeyRange });
      const repository = createRepository({ db, keys, session: DEMO_SESSION });
      return { session: DEMO_SESSION, repository, administration: null, refusedAttempts: 0, unlogged: null, mustChangePassphrase: false };
    },
  };
}

const recoveryRefused = (): ProblemError =>
  new ProblemError("recovery-refused", "This recovery key does not open an administrator’s account of this name", "Type key and name as they were written down; only administrators’ accounts are recovered");

/** Writes down who came in, and who was refused before; gives why the store would not take it where it has no space, and else null. */
async function logSignIn({ log }: Repository, { role }: AccountRecord, how: string, refusedAttempts: readonly RefusedAttempt[]): Promise<ProblemError | null> {
  try {
    if (refusedAttempts.length > 0) {
      await log.note({ action: "sign-in", what: `Refused attempts to sign in: ${refusedAttempts.length}`, modelId: "", details: { first: refusedAttempts[0].at, last: refusedAttempts[refusedAttempts.length - 1].at } });
    }
    await log.note({ action: "sign-in", what: how, modelId: "", details: { role } });
    return null;
  } catch (cause) {
    if (isFull(cause)) return unloggedProblem();
    throw cause;
  }
}
