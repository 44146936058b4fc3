/** For tests: accounts of a device of their own. */
import Dexie from "dexie";
import type { AccountAdministration, OpenedStore } from "./accounts.ts";
import type { AccountRecord } from "./accounts-database.ts";
import { createAccounts } from "./create-accounts.ts";

let count = 0;

/** `again`: what another tab, or the page after a reload, works with */
export function freshDevice() {
  const name = `accounts-${count++}`;
  const names = { accountsName: `${name}-a`, recordsName: `${name}-r`, plainName: `${name}-p` };
  return { ...names, accounts: createAccounts(names), again: () => createAccounts(names) };
}

export const signIn = (name: string, passphrase: string) => ({ kind: "passphrase", name, passphrase }) as const;

/** Fails where there is none, as in the demo. */
export function administrationOf({ administration }: OpenedStore): AccountAdministration {
  if (administration === null) throw new Error("no administration");
  return administration;
}

/** Changes an account as somebody does who has the browser's tools and no key. */
export async function alter(accountsName: string, name: string, change: Partial<Omit<AccountRecord, "proof"> & { readonly proof: unknown }>): Promise<void> {
  const raw = await new Dexie(accountsName).open();
  await raw.table("accounts").where("nameKey").equals(name).modify(change);
  raw.close();
}
