import { ProblemError } from "../../ecg/problem.ts";
import type { Account, Session } from "../../lifecycle/accounts/account.ts";
import { requireStrength } from "../../lifecycle/accounts/passphrase-strength.ts";
import { requirePermission } from "../../lifecycle/accounts/permission.ts";
import type { LogEvent } from "../../lifecycle/log/log-entry.ts";
import type { DataKey, StoreKeys } from "../sealing/store-keys.ts";
import { newAccount, type AccountBook } from "./account-book.ts";
import { isProved } from "./account-proof.ts";
import type { AccountRecord } from "./accounts-database.ts";
import type { AccountAdministration } from "./accounts.ts";
import { newSlot, openSlot, type KeySlot } from "./key-slots.ts";
import { newRecoveryKey, readRecoveryKey } from "./recovery-key.ts";
import type { createRefusals } from "./refusals.ts";

interface AdministrationOptions {
  readonly book: AccountBook;
  readonly session: Session;
  readonly keys: StoreKeys;
  readonly refusals: ReturnType<typeof createRefusals>;
  /** writes into the activity log */
  readonly note: (event: LogEvent) => Promise<void>;
  /** whatever this account has open is no longer what it may do */
  readonly onChanged: (accountId: string) => void;
}

/** Changes to accounts by whoever is signed in; each is logged. */
export function createAdministration({ book, session, keys, refusals, note, onChanged }: AdministrationOptions): AccountAdministration {
  const { accountId: ownId } = session;

  const noted = (what: string, accountId: string): Promise<void> => note({ action: "account", what, modelId: "", details: { account: accountId } });

  /**
   * Does the work in one transaction that first reads the own account anew: it may have been disabled, given another role or
   * altered since it was signed in. `by`: the way in that the passphrase just opened, which may have been replaced since.
   */
  const asOwner = <Result>(work: (own: AccountRecord) => Promise<Result>, by?: KeySlot): Promise<Result> =>
    book.atOnce(async () => {
      const own = await book.whole(ownId, keys);
      if (own.state === "disabled") throw new ProblemError("not-allowed", "Your account was disabled meanwhile", "Ask an administrator of this device to reset it");
      if (by !== undefined && !(await book.hasSlot(by.id))) {
        throw new ProblemError("account-changed", "Your passphrase was changed meanwhile, by an administrator or in another tab", "Sign in again with the one that is yours now");
      }
      return work(own);
    });

  const asAdministrator = <Result>(work: () => Promise<Result>, by?: KeySlot): Promise<Result> =>
    asOwner((own) => {
      requirePermission(own, "manage accounts");
      return work();
    }, by);

  /** Works with the data key itself, which is forgotten afterwards, and with the way in that gave it. */
  async function withDataKey<Result>(ownPassphrase: string, work: (dataKey: DataKey, by: KeySlot) => Promise<Result>): Promise<Result> {
    const attempt = await refusals.begin(ownId);
    const slot = (await book.slotsOf(ownId, "passphrase")).at(0);
    const dataKey = slot === undefined ? null : await openSlot(slot, { kind: "passphrase", passphrase: ownPassphrase });
    if (slot === undefined || dataKey === null) throw new ProblemError("sign-in-refused", "This is not your passphrase", "Type the passphrase you sign in with");
    try {
      await refusals.takeBack(attempt);
      return await work(dataKey, slot);
    } finally {
      dataKey.fill(0);
    }
  }

  const seen = async (account: AccountRecord): Promise<Account> => {
    const { id, name, role, state, createdAt } = account;
    return { id, name, role, state, createdAt, passkeys: (await book.slotsOf(id, "passkey")).length, isAltered: !(await isProved(account, keys.proof)) };
  };

  /** Throws the ProblemError "last-administrator" where nobody could administer the device any more. */
  async function requireAnotherAdministrator(accountId: string): Promise<void> {
    if ((await book.administrators(keys)).some(({ id }) => id !== accountId)) return;
    throw new ProblemError("last-administrator", "This is the only administrator of this device", "Make another account an administrator first");
  }

  return {
    list: async () => Promise.all((await asAdministrator(() => book.all())).map(seen)),

    own: async () => seen(await asOwner((own) => Promise.resolve(own))),

    isUnchanged: async () => {
      const { role, state, isAltered } = await seen(await book.get(ownId));
      return role === session.role && state !== "disabled" && !isAltered;
    },

    add: async ({ name, role, passphrase }, ownPassphrase) => {
      await requireStrength(passphrase, [name]);
      const { account } = await withDataKey(ownPassphrase, async (dataKey, by) => {
        const made = await newAccount({ name, role, state: "changes-passphrase" }, { kind: "passphrase", passphrase }, dataKey, keys);
        await asAdministrator(() => book.add(made), by);
        return made;
      });
      await noted(`Added the ${role} “${account.name}”`, account.id);
    },

    setRole: async (accountId, role) => {
      const { name } = await asAdministrator(async () => {
        if (role !== "administrator") await requireAnotherAdministrator(accountId);
        return book.change(accountId, { role }, keys);
      });
      onChanged(accountId);
      await noted(`“${name}” is now ${role}`, accountId);
    },

    disable: async (accountId) => {
      const { name } = await asAdministrator(async () => {
        await requireAnotherAdministrator(accountId);
        await book.replaceSlots(accountId, ["passphrase", "passkey"], []);
        return book.change(accountId, { state: "disabled" }, keys);
      });
      onChanged(accountId);
      await noted(`Disabled the account “${name}”`, accountId);
    },

    reset: async (accountId, passphrase, ownPassphrase) => {
      await requireStrength(passphrase, [(await book.get(accountId)).name]);
      const { name, isAltered } = await withDataKey(ownPassphrase, async (dataKey, by) => {
        const given = await newSlot(accountId, { kind: "passphrase", passphrase }, dataKey);
        return asAdministrator(async () => {
          await book.replaceSlots(accountId, ["passphrase", "passkey"], [given]);
          return book.reset(accountId, keys);
        }, by);
      });
      onChanged(accountId);
      await noted(`Reset the account “${name}”${isAltered ? ", which was altered outside Isoline: it is a clinician’s now" : ""}`, accountId);
    },

    changePassphrase: async (passphrase, ownPassphrase) => {
      await requireStrength(passphrase, [session.name]);
      if (passphrase === ownPassphrase) throw new ProblemError("passphrase-weak", "This is the passphrase you have", "Choose another one");
      await withDataKey(ownPassphrase, async (dataKey, by) => {
        const chosen = await newSlot(ownId, { kind: "passphrase", passphrase }, dataKey);
        await asOwner(async () => {
          await book.replaceSlots(ownId, ["passphrase"], [chosen]);
          await book.change(ownId, { state: "active" }, keys);
        }, by);
      });
      await noted("Changed the own passphrase", ownId);
    },

    addPasskey: async (make, ownPassphrase) => {
      const count = await withDataKey(ownPassphrase, async (dataKey, by) => {
        const made = await newSlot(ownId, { kind: "passkey", ...(await make()) }, dataKey);
        return asOwner(async () => {
          await book.replaceSlots(ownId, [], [made]);
          return (await book.slotsOf(ownId, "passkey")).length;
        }, by);
      });
      await noted(`Added a passkey; there ${count === 1 ? "is one" : `are ${count}`} now`, ownId);
    },

    removePasskeys: async () => {
      await asOwner(() => book.replaceSlots(ownId, ["passkey"], []));
      await noted("Removed the own passkeys", ownId);
    },

    replaceRecoveryKey: async (ownPassphrase) => {
      const { secret, written } = newRecoveryKey();
      await withDataKey(ownPassphrase, async (dataKey, by) => {
        const slot = await newSlot("", { kind: "recovery", secret }, dataKey);
        await asAdministrator(() => book.replaceSlots("", ["recovery"], [slot]), by);
      });
      await noted("Replaced the recovery key", "");
      return written;
    },

    lacksRecoveryKey: () => asAdministrator(async () => (await book.recoverySlot())?.isKept === false),

    keepRecoveryKey: async (recoveryKey) => {
      const [slot, secret] = [await book.recoverySlot(), readRecoveryKey(recoveryKey)];
      const dataKey = slot === null || secret === null ? null : await openSlot(slot, { kind: "recovery", secret });
      dataKey?.fill(0);
      await asAdministrator(async () => {
        if (slot === null || dataKey === null || !(await book.hasSlot(slot.id))) {
          throw new ProblemError("recovery-key-replaced", "This recovery key was replaced by another meanwhile and opens nothing", "Keep the one that was made last, or make a new one under Accounts");
        }
        await book.markKept(slot.id);
      });
    },
  };
}
