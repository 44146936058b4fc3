import { ProblemError } from "../../ecg/problem.ts";
import type { Account, Session } from "../../lifecycle/accounts/account.ts";
import { requireStrength } from "../../lifecycle/accounts/passphrase-strength.ts";
import type { LogEvent } from "../../lifecycle/log/log-entry.ts";
import { permitted } from "../permitted.ts";
import type { DataKey, StoreKeys } from "../sealing/store-keys.ts";
import type { AccountBook } from "./account-book.ts";
import { requireProof } from "./account-proof.ts";
import type { AccountRecord } from "./accounts-database.ts";
import type { AccountAdministration } from "./accounts.ts";
import { openSlot } from "./key-slots.ts";
import { newRecoveryKey, readRecoveryKey } from "./recovery-key.ts";
import type { createRefusals } from "./refusals.ts";

interface AdministrationOptions {
  readonly book: AccountBook;
  readonly session: Session;
  readonly keys: StoreKeys;
  readonly refusals: ReturnType<typeof createRefusals>;
  /** writes into the activity log */
  readonly note: (event: LogEvent) => Promise<void>;
}

/** Changes to accounts by whoever is signed in; each is logged. */
export function createAdministration({ book, session, keys, refusals, note }: AdministrationOptions): AccountAdministration {
  const { accountId: ownId } = session;

  const noted = (what: string, accountId: string): Promise<void> => note({ action: "account", what, modelId: "", details: { account: accountId } });

  /** Works with the data key itself, which is forgotten afterwards. */
  async function withDataKey<Result>(ownPassphrase: string, work: (dataKey: DataKey) => Promise<Result>): Promise<Result> {
    await refusals.requirePatience();
    const slot = (await book.slotsOf(ownId, "passphrase")).at(0);
    const dataKey = slot === undefined ? null : await openSlot(slot, { kind: "passphrase", passphrase: ownPassphrase });
    if (dataKey === null) {
      await refusals.add(ownId);
      throw new ProblemError("sign-in-refused", "This is not your passphrase", "Type the passphrase you sign in with");
    }
    try {
      return await work(dataKey);
    } finally {
      dataKey.fill(0);
    }
  }

  const seen = async ({ id, name, role, state, createdAt }: AccountRecord): Promise<Account> => ({ id, name, role, state, createdAt, passkeys: (await book.slotsOf(id, "passkey")).length });

  /** Throws the ProblemError "last-administrator" where nobody could administer the device any more. */
  async function requireAnotherAdministrator(accountId: string): Promise<void> {
    const others = (await book.all()).filter(({ id, role, state }) => id !== accountId && role === "administrator" && state !== "disabled");
    if (others.length === 0) throw new ProblemError("last-administrator", "This is the only administrator of this device", "Make another account an administrator first");
  }

  return {
    list: permitted(session, "manage accounts", async () => {
      const accounts = await book.all();
      await Promise.all(accounts.map((account) => requireProof(account, keys.proof)));
      return Promise.all(accounts.map(seen));
    }),

    own: async () => seen(await book.get(ownId)),

    add: permitted(session, "manage accounts", async ({ name, role, passphrase }, ownPassphrase) => {
      await requireStrength(passphrase, [name]);
      const { id, name: shown } = await withDataKey(ownPassphrase, (dataKey) => book.add({ name, role, state: "changes-passphrase" }, [{ kind: "passphrase", passphrase }], dataKey, keys));
      await noted(`Added the ${role} “${shown}”`, id);
    }),

    setRole: permitted(session, "manage accounts", async (accountId, role) => {
      const account = await book.get(accountId);
      await requireProof(account, keys.proof);
      if (role !== "administrator") await requireAnotherAdministrator(accountId);
      await book.change(account, { role }, keys);
      await noted(`“${account.name}” is now ${role}`, accountId);
    }),

    disable: permitted(session, "manage accounts", async (accountId) => {
      const account = await book.get(accountId);
      await requireAnotherAdministrator(accountId);
      await book.change(account, { state: "disabled" }, keys);
      await book.replaceSlots(accountId, ["passphrase", "passkey"], [], new Uint8Array());
      await noted(`Disabled the account “${account.name}”`, accountId);
    }),

    reset: permitted(session, "manage accounts", async (accountId, passphrase, ownPassphrase) => {
      const account = await book.get(accountId);
      await requireStrength(passphrase, [account.name]);
      await withDataKey(ownPassphrase, (dataKey) => book.replaceSlots(accountId, ["passphrase", "passkey"], [{ kind: "passphrase", passphrase }], dataKey));
      await book.change(account, { state: "changes-passphrase" }, keys);
      await noted(`Reset the account “${account.name}”`, accountId);
    }),

    changePassphrase: async (passphrase, ownPassphrase) => {
      const account = await book.get(ownId);
      await requireStrength(passphrase, [account.name]);
      if (passphrase === ownPassphrase) throw new ProblemError("passphrase-weak", "This is the passphrase you have", "Choose another one");
      await withDataKey(ownPassphrase, (dataKey) => book.replaceSlots(ownId, ["passphrase"], [{ kind: "passphrase", passphrase }], dataKey));
      await book.change(account, { state: "active" }, keys);
      await noted("Changed the own passphrase", ownId);
    },

    addPasskey: async (make, ownPassphrase) => {
      const present = (await book.slotsOf(ownId, "passkey")).length;
      await withDataKey(ownPassphrase, async (dataKey) => book.replaceSlots(ownId, [], [{ kind: "passkey", ...(await make()) }], dataKey));
      await noted(`Added a passkey; there ${present === 0 ? "is one" : `are ${present + 1}`} now`, ownId);
    },

    removePasskeys: async () => {
      await book.replaceSlots(ownId, ["passkey"], [], new Uint8Array());
      await noted("Removed the own passkeys", ownId);
    },

    replaceRecoveryKey: permitted(session, "manage accounts", async (ownPassphrase) => {
      const { secret, written } = newRecoveryKey();
      await withDataKey(ownPassphrase, (dataKey) => book.replaceSlots("", ["recovery"], [{ kind: "recovery", secret }], dataKey));
      await noted("Replaced the recovery key", "");
      return written;
    }),

    lacksRecoveryKey: permitted(session, "manage accounts", async () => (await book.recoverySlot())?.isKept === false),

    keepRecoveryKey: permitted(session, "manage accounts", async (recoveryKey) => {
      const [slot, secret] = [await book.recoverySlot(), readRecoveryKey(recoveryKey)];
      const dataKey = slot === null || secret === null ? null : await openSlot(slot, { kind: "recovery", secret });
      if (slot === null || dataKey === null) {
        throw new ProblemError("recovery-key-replaced", "This recovery key was replaced by another meanwhile and opens nothing", "Keep the one that was made last, or make a new one under Accounts");
      }
      dataKey.fill(0);
      await book.markKept(slot.id);
    }),
  };
}
