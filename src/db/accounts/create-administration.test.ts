import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Role } from "../../lifecycle/accounts/account.ts";
import type { AccountAdministration, OpenedStore } from "./accounts.ts";
import { administrationOf, alter, freshDevice, signIn } from "./testing.ts";

const PASSPHRASE = "correct horse battery staple";
const OTHER = "seven ravens cross the moor";
const THIRD = "nine herons leave at dusk";

let device: ReturnType<typeof freshDevice>;
let ann: AccountAdministration;

/** Another account than ann's, signed in to: in a tab that stays open. */
async function ben(role: Role): Promise<{ readonly opened: OpenedStore; readonly administration: AccountAdministration; readonly id: string }> {
  await ann.add({ name: "ben", role, passphrase: OTHER }, PASSPHRASE);
  const opened = await device.again().signIn(signIn("ben", OTHER));
  return { opened, administration: administrationOf(opened), id: opened.session.accountId };
}

const seenByAnn = async (accountId: string) => (await ann.list()).find(({ id }) => id === accountId);

beforeEach(async () => {
  device = freshDevice();
  ann = administrationOf((await device.accounts.createFirst("ann", PASSPHRASE)).opened);
});

describe("an account that was altered by other means", () => {
  it("is not made right by its owner's changes", async () => {
    const { administration } = await ben("clinician");
    await alter(device.accountsName, "ben", { role: "administrator" });
    await expect(administration.changePassphrase(THIRD, OTHER)).rejects.toMatchObject({ code: "account-altered" });
    await expect(administration.list()).rejects.toMatchObject({ code: "account-altered" });
    await expect(device.accounts.signIn(signIn("ben", OTHER))).rejects.toMatchObject({ code: "account-altered" });
  });

  it("is marked in the list, can only be reset, and is a clinician's then, by the name it is signed in with", async () => {
    const { opened, id } = await ben("clinician");
    opened.repository.close();
    await alter(device.accountsName, "ben", { role: "administrator", state: "active", name: "Ann" });
    expect((await ann.list()).map(({ isAltered }) => isAltered)).toEqual([false, true]);
    await expect(ann.setRole(id, "administrator")).rejects.toMatchObject({ code: "account-altered" });
    await expect(ann.disable(id)).rejects.toMatchObject({ code: "account-altered" });
    await ann.reset(id, THIRD, PASSPHRASE);
    expect(await seenByAnn(id)).toMatchObject({ role: "clinician", state: "changes-passphrase", isAltered: false });
    const again = await device.accounts.signIn(signIn("ben", THIRD));
    expect(again.session).toMatchObject({ name: "ben", role: "clinician" });
  });

  it("is no administrator who could take the last one's place", async () => {
    await ben("clinician");
    await alter(device.accountsName, "ben", { role: "administrator", state: "active" });
    const { id: annId } = await ann.own();
    await expect(ann.disable(annId)).rejects.toMatchObject({ code: "last-administrator" });
  });

  it("is marked too where its proof was taken away", async () => {
    const { id } = await ben("clinician");
    await alter(device.accountsName, "ben", { proof: null });
    expect(await seenByAnn(id)).toMatchObject({ isAltered: true });
  });
});

describe("a tab that stays open", () => {
  it("does nothing more for an administrator who was made a clinician", async () => {
    const { administration, id } = await ben("administrator");
    expect(await administration.list()).toHaveLength(2);
    await ann.setRole(id, "clinician");
    const { id: annId } = await ann.own();
    for (const attempt of [() => administration.setRole(id, "administrator"), () => administration.list(), () => administration.disable(annId), () => administration.lacksRecoveryKey()]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not-allowed" });
    }
    expect(await seenByAnn(id)).toMatchObject({ role: "clinician" });
  });

  it("does nothing more for an administrator who was disabled", async () => {
    const { administration, id } = await ben("administrator");
    await ann.disable(id);
    const { id: annId } = await ann.own();
    for (const attempt of [() => administration.setRole(annId, "clinician"), () => administration.list(), () => administration.own(), () => administration.removePasskeys()]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not-allowed" });
    }
  });

  it("is told of, so that it can be locked, whenever somebody else changes the account", async () => {
    const { id } = await ben("clinician");
    const told: string[] = [];
    device.accounts.watchChanges((accountId) => told.push(accountId));
    await ann.setRole(id, "administrator");
    await ann.reset(id, THIRD, PASSPHRASE);
    await ann.disable(id);
    expect(told).toEqual([id, id, id]);
  });
});

describe("changes at the same time", () => {
  it("by two administrators who disable each other leave one", async () => {
    const { administration, id } = await ben("administrator");
    const outcomes = await Promise.allSettled([ann.disable(id), ann.own().then((own) => administration.disable(own.id))]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it.each(["disable", "reset"] as const)("to %s an account and to give it another way in leave it without that", async (change) => {
    const { administration, id } = await ben("clinician");
    // After the passphrase was found to be right, and before what follows of it.
    const making = administration.addPasskey(async () => {
      await (change === "disable" ? ann.disable(id) : ann.reset(id, THIRD, PASSPHRASE));
      return { credentialId: "abc", salt: new Uint8Array(32), secret: new Uint8Array(32) };
    }, OTHER);
    await expect(making).rejects.toMatchObject({ code: change === "disable" ? "not-allowed" : "account-changed" });
    expect(await device.accounts.passkeys()).toEqual([]);
    expect(await seenByAnn(id)).toMatchObject({ state: change === "disable" ? "disabled" : "changes-passphrase", passkeys: 0 });
  });

  it("to disable an account while its owner's new passphrase is being derived leaves it disabled", async () => {
    const { administration, id } = await ben("clinician");
    const changing = administration.changePassphrase(THIRD, OTHER).then(() => "changed", () => "refused");
    await ann.disable(id);
    await changing;
    expect(await seenByAnn(id)).toMatchObject({ state: "disabled" });
    await expect(device.accounts.signIn(signIn("ben", THIRD))).rejects.toMatchObject({ code: "sign-in-refused" });
  });
});
