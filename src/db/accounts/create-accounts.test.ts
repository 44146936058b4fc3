import "fake-indexeddb/auto";
import Dexie from "dexie";
import { afterEach, describe, expect, it, vi } from "vitest";
import { readFixture } from "../plain/testing.ts";
import { layDown } from "../store-fixture.ts";
import { refused } from "./refusals.ts";
import { administrationOf, alter, freshDevice as fresh, signIn } from "./testing.ts";

const PASSPHRASE = "correct horse battery staple";
const OTHER = "seven ravens cross the moor";

afterEach(() => void vi.useRealTimers());

describe("the first account", () => {
  it("is an administrator, opens the store again from nothing but its passphrase, and its name is found in either case", async () => {
    const { accounts, again } = fresh();
    expect(await accounts.exist()).toBe(false);
    const { opened } = await accounts.createFirst("  Ann Lee ", PASSPHRASE);
    expect(opened.session).toMatchObject({ kind: "account", name: "Ann Lee", role: "administrator" });
    await opened.repository.settings.set("gateMargin", 0.02, "x");
    opened.repository.close();
    const later = await again().signIn(signIn("ann lee", PASSPHRASE));
    expect(await later.repository.settings.all()).toMatchObject({ gateMargin: 0.02 });
    expect((await later.repository.log.entries()).map(({ action, who }) => [action, who])).toEqual([["sign-in", "Ann Lee"], ["setting", "Ann Lee"], ["sign-in", "Ann Lee"]]);
  });

  it("is made once, and not with a passphrase that is easily guessed", async () => {
    const { accounts } = fresh();
    for (const weak of ["short", "password123", "aaaaaaaaaaaaaa", "annleeannlee"]) await expect(accounts.createFirst("annlee", weak)).rejects.toMatchObject({ code: "passphrase-weak" });
    await expect(accounts.createFirst(" ", PASSPHRASE)).rejects.toMatchObject({ code: "name-missing" });
    await accounts.createFirst("ann", PASSPHRASE);
    await expect(accounts.createFirst("ben", PASSPHRASE)).rejects.toMatchObject({ code: "accounts-exist" });
  });

  it("takes over what was stored before there were accounts", async () => {
    const { accounts, plainName } = fresh();
    await layDown(plainName, await readFixture(5));
    const shares: number[] = [];
    const { opened } = await accounts.createFirst("ann", PASSPHRASE, (share) => shares.push(share));
    expect(await opened.repository.listChecks()).toHaveLength(3);
    expect(shares.at(-1)).toBe(1);
    expect(await Dexie.exists(plainName)).toBe(false);
  });
});

describe("signing in", () => {
  it("is refused in one sentence for a wrong passphrase, an unknown name and a disabled account", async () => {
    const { accounts } = fresh();
    const { opened } = await accounts.createFirst("ann", PASSPHRASE);
    await administrationOf(opened).add({ name: "ben", role: "clinician", passphrase: OTHER }, PASSPHRASE);
    const [, ben] = await administrationOf(opened).list();
    await administrationOf(opened).disable(ben.id);
    for (const [name, passphrase] of [["ann", OTHER], ["nobody", OTHER], ["ben", OTHER]]) {
      await expect(accounts.signIn(signIn(name, passphrase)), name).rejects.toMatchObject({ sentence: refused().sentence });
    }
  });

  it("is refused for a disabled account, which gets no passkey that was being made meanwhile", async () => {
    const { accounts } = fresh();
    const { opened } = await accounts.createFirst("ann", PASSPHRASE);
    await administrationOf(opened).add({ name: "ben", role: "clinician", passphrase: OTHER }, PASSPHRASE);
    const ben = administrationOf(await accounts.signIn(signIn("ben", OTHER)));
    const { id } = await ben.own();
    const secret = crypto.getRandomValues(new Uint8Array(32));
    const make = async () => {
      await administrationOf(opened).disable(id);
      return { credentialId: "abc", salt: crypto.getRandomValues(new Uint8Array(32)), secret };
    };
    await expect(ben.addPasskey(make, OTHER)).rejects.toMatchObject({ code: "not-allowed" });
    expect(await accounts.passkeys()).toEqual([]);
    await expect(accounts.signIn({ kind: "passkey", credentialId: "abc", secret })).rejects.toMatchObject({ code: "sign-in-refused" });
  });

  it("is slowed down after three refusals, over a reload, and told to the one who signs in and to the log", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-22T08:00:00.000Z") });
    const { accounts, again } = fresh();
    const { opened } = await accounts.createFirst("ann", PASSPHRASE);
    opened.repository.close();
    for (let i = 0; i < 3; i++) await expect(accounts.signIn(signIn("ann", OTHER))).rejects.toMatchObject({ code: "sign-in-refused" });
    await expect(again().signIn(signIn("ann", PASSPHRASE))).rejects.toMatchObject({ code: "sign-in-slowed" });
    expect(await again().waitMs()).toBe(1000);
    vi.setSystemTime(new Date("2026-11-22T08:00:01.000Z"));
    const later = await again().signIn(signIn("ann", PASSPHRASE));
    expect(later.refusedAttempts).toBe(3);
    expect((await later.repository.log.entries()).map(({ what }) => what)).toEqual(["Signed in", "Refused attempts to sign in: 3", "Signed in"]);
    expect(await again().waitMs()).toBe(0);
  });

  it("is refused for an account that was made administrator by other means", async () => {
    const { accounts, accountsName } = fresh();
    const { opened } = await accounts.createFirst("ann", PASSPHRASE);
    await administrationOf(opened).add({ name: "ben", role: "clinician", passphrase: OTHER }, PASSPHRASE);
    await alter(accountsName, "ben", { role: "administrator" });
    await expect(accounts.signIn(signIn("ben", OTHER))).rejects.toMatchObject({ code: "account-altered" });
  });
});

describe("changes", () => {
  it("of a passphrase leave the store as it is and take the old passphrase away", async () => {
    const { accounts, recordsName } = fresh();
    const { opened } = await accounts.createFirst("ann", PASSPHRASE);
    await opened.repository.settings.set("gateMargin", 0.02, "x");
    const raw = await new Dexie(recordsName).open();
    const sealedBefore: unknown = await raw.table("settings").toArray();
    await expect(administrationOf(opened).changePassphrase(OTHER, "not mine at all")).rejects.toMatchObject({ code: "sign-in-refused" });
    await administrationOf(opened).changePassphrase(OTHER, PASSPHRASE);
    expect(await raw.table("settings").toArray()).toEqual(sealedBefore);
    raw.close();
    await expect(accounts.signIn(signIn("ann", PASSPHRASE))).rejects.toMatchObject({ code: "sign-in-refused" });
    expect((await accounts.signIn(signIn("ann", OTHER))).session.name).toBe("ann");
  });

  it("of accounts are an administrator's: added ones must change their passphrase, a reset one has only the new one, the last administrator stays", async () => {
    const { accounts } = fresh();
    const { opened } = await accounts.createFirst("ann", PASSPHRASE);
    const ann = administrationOf(opened);
    await ann.add({ name: "Ben", role: "clinician", passphrase: OTHER }, PASSPHRASE);
    await expect(ann.add({ name: "bEN ", role: "clinician", passphrase: OTHER }, PASSPHRASE)).rejects.toMatchObject({ code: "name-taken" });
    const openedByBen = await accounts.signIn(signIn("ben", OTHER));
    expect(openedByBen.mustChangePassphrase).toBe(true);
    const ben = administrationOf(openedByBen);
    await expect(ben.list()).rejects.toMatchObject({ code: "not-allowed" });
    await expect(openedByBen.repository.log.entries()).rejects.toMatchObject({ code: "not-allowed" });
    await expect(openedByBen.repository.settings.set("gateMargin", 0.1, "x")).rejects.toMatchObject({ code: "not-allowed" });
    await ben.changePassphrase("nine herons leave at dusk", OTHER);
    expect((await accounts.signIn(signIn("ben", "nine herons leave at dusk"))).mustChangePassphrase).toBe(false);

    const { id } = await ben.own();
    await ann.reset(id, OTHER, PASSPHRASE);
    expect((await accounts.signIn(signIn("ben", OTHER))).mustChangePassphrase).toBe(true);
    const own = await ann.own();
    await expect(ann.disable(own.id)).rejects.toMatchObject({ code: "last-administrator" });
    await expect(ann.setRole(own.id, "clinician")).rejects.toMatchObject({ code: "last-administrator" });
    await ann.setRole(id, "administrator");
    await ann.disable(own.id);
    await expect(accounts.signIn(signIn("ann", PASSPHRASE))).rejects.toMatchObject({ code: "sign-in-refused" });
    expect((await accounts.signIn(signIn("ben", OTHER))).session.role).toBe("administrator");
  });
});

describe("other ways in", () => {
  it("a passkey opens the account by the secret that it gives, until it is removed", async () => {
    const { accounts } = fresh();
    const { opened } = await accounts.createFirst("ann", PASSPHRASE);
    const secret = crypto.getRandomValues(new Uint8Array(32));
    const salt = crypto.getRandomValues(new Uint8Array(32));
    const make = vi.fn(() => Promise.resolve({ credentialId: "abc", salt, secret }));
    await expect(administrationOf(opened).addPasskey(make, OTHER)).rejects.toMatchObject({ code: "sign-in-refused" });
    expect(make).not.toHaveBeenCalled();
    await administrationOf(opened).addPasskey(make, PASSPHRASE);
    expect(await accounts.passkeys()).toEqual([{ credentialId: "abc", salt }]);
    expect((await accounts.signIn({ kind: "passkey", credentialId: "abc", secret })).session.name).toBe("ann");
    await expect(accounts.signIn({ kind: "passkey", credentialId: "abc", secret: new Uint8Array(32) })).rejects.toMatchObject({ code: "sign-in-refused" });
    await administrationOf(opened).removePasskeys();
    await expect(accounts.signIn({ kind: "passkey", credentialId: "abc", secret })).rejects.toMatchObject({ code: "sign-in-refused" });
  });

  it("the recovery key gives an administrator a new passphrase, however it is typed, until it is replaced", async () => {
    const { accounts } = fresh();
    const { opened, recoveryKey } = await accounts.createFirst("ann", PASSPHRASE);
    expect(recoveryKey).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    await opened.repository.settings.set("gateMargin", 0.02, "x");
    await expect(accounts.recover("0000", "ann", OTHER)).rejects.toMatchObject({ code: "recovery-refused" });
    await expect(accounts.recover(recoveryKey, "ben", OTHER)).rejects.toMatchObject({ code: "recovery-refused" });
    const recovered = await accounts.recover(recoveryKey.toLowerCase().replaceAll("-", " ").replaceAll("0", "o"), "Ann", OTHER);
    expect(await recovered.repository.settings.all()).toMatchObject({ gateMargin: 0.02 });
    expect((await recovered.repository.log.entries()).at(-1)).toMatchObject({ action: "sign-in", what: "Opened with the recovery key, which gave it a new passphrase", who: "ann" });
    await expect(accounts.signIn(signIn("ann", PASSPHRASE))).rejects.toMatchObject({ code: "sign-in-refused" });
    const written = await administrationOf(recovered).replaceRecoveryKey(OTHER);
    await expect(accounts.recover(recoveryKey, "ann", PASSPHRASE)).rejects.toMatchObject({ code: "recovery-refused" });
    expect((await accounts.recover(written, "ann", PASSPHRASE)).session.role).toBe("administrator");
  });

  it("the recovery key opens an account that was altered only where no administrator is left to reset it", async () => {
    const { accounts, accountsName } = fresh();
    const { opened, recoveryKey } = await accounts.createFirst("ann", PASSPHRASE);
    await administrationOf(opened).add({ name: "ben", role: "clinician", passphrase: OTHER }, PASSPHRASE);
    await expect(accounts.recover(recoveryKey, "ben", OTHER)).rejects.toMatchObject({ code: "recovery-refused" });
    await alter(accountsName, "ben", { role: "administrator" });
    await expect(accounts.recover(recoveryKey, "ben", OTHER)).rejects.toMatchObject({ code: "account-altered" });
    await alter(accountsName, "ann", { role: "clinician" });
    expect((await accounts.recover(recoveryKey, "ann", OTHER)).session.role).toBe("administrator");
  });

  it("a recovery key is lacking until somebody says that they keep it, the one that was made last", async () => {
    const { accounts } = fresh();
    const { opened, recoveryKey } = await accounts.createFirst("ann", PASSPHRASE);
    const ann = administrationOf(opened);
    expect(await ann.lacksRecoveryKey()).toBe(true);
    await ann.keepRecoveryKey(recoveryKey);
    expect(await ann.lacksRecoveryKey()).toBe(false);
    const written = await ann.replaceRecoveryKey(PASSPHRASE);
    expect(await ann.lacksRecoveryKey()).toBe(true);
    for (const other of [recoveryKey, "0000", ""]) await expect(ann.keepRecoveryKey(other)).rejects.toMatchObject({ code: "recovery-key-replaced" });
    expect(await ann.lacksRecoveryKey()).toBe(true);
    await ann.keepRecoveryKey(written);
    expect(await administrationOf(await accounts.signIn(signIn("ann", PASSPHRASE))).lacksRecoveryKey()).toBe(false);
    await ann.add({ name: "ben", role: "clinician", passphrase: OTHER }, PASSPHRASE);
    await expect(administrationOf(await accounts.signIn(signIn("ben", OTHER))).lacksRecoveryKey()).rejects.toMatchObject({ code: "not-allowed" });
  });

  it("the demo keeps everything in memory, apart from the browser's own store", async () => {
    const { accounts } = fresh();
    const before = await Dexie.getDatabaseNames();
    const { repository, session } = await accounts.demo();
    await repository.settings.set("gateMargin", 0.02, "x");
    expect(session.kind).toBe("demo");
    expect(await repository.settings.all()).toMatchObject({ gateMargin: 0.02 });
    expect(await (await accounts.demo()).repository.settings.all()).toMatchObject({ gateMargin: null });
    expect(await Dexie.getDatabaseNames()).toEqual(before);
  });
});
