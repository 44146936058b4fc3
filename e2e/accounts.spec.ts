import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { AppPage, enter, OWNER } from "./app-page.ts";
import { expectSound } from "./expect-sound.ts";
import { readHeap } from "./heap.ts";
import { lines, textFile } from "./heart-rate-files.ts";
import { alterRecords } from "./raw-store.ts";

/** Who may come in, what they may do, and what is left when the app is locked. */

const gate = (page: Page) => ({
  title: page.getByRole("heading", { level: 1 }),
  name: page.getByLabel("Name", { exact: true }),
  passphrase: page.getByLabel("Passphrase", { exact: true }),
  newPassphrase: page.getByLabel("New passphrase", { exact: true }),
  create: page.getByRole("button", { name: "Create account" }),
  signIn: page.getByRole("button", { name: "Sign in", exact: true }),
});

async function trySignIn(page: Page, name: string, passphrase: string): Promise<void> {
  await gate(page).name.fill(name);
  await gate(page).passphrase.fill(passphrase);
  await gate(page).signIn.click();
}

async function lock(page: Page): Promise<void> {
  await page.keyboard.press("Shift+L");
  await expect(gate(page).title).toHaveText("Sign in");
}

test("the first account needs a passphrase that is not among the first to be tried, and gets a recovery key that opens it once that is forgotten", async ({ page }) => {
  await page.goto("./#/history");
  const { title, name, passphrase, newPassphrase, create } = gate(page);
  await expect(title).toHaveText("Welcome to Isoline");
  await expectSound(page, "welcome");
  await name.fill("Dr Rivera");
  for (const [weak, advice] of [["heron 8", "3 more"], ["password1234", "Among the first that would be tried"], ["drrivera2026", "Among the first that would be tried"]] as const) {
    await passphrase.fill(weak);
    await expect(page.getByText(advice).first()).toBeVisible();
    await create.click();
    await expect(page.getByRole("alert")).toContainText("This passphrase is too easily guessed");
  }
  await passphrase.fill(OWNER.passphrase);
  await expect(page.getByText("Strong.")).toBeVisible();
  await create.click();

  await expect(title).toHaveText("Keep the recovery key");
  const recoveryKey = await page.locator("code").innerText();
  expect(recoveryKey).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
  await expectSound(page, "recovery key");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("code")).toBeVisible();
  await expect(title).toBeHidden();
  await expect(page.getByText("Research use only")).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await expect(page.getByRole("button", { name: "Go on" })).toBeDisabled();
  await page.getByRole("checkbox", { name: "I have kept it" }).check();
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(title).toHaveText("History");

  await page.reload();
  await page.getByRole("button", { name: "Use the recovery key" }).click();
  await expectSound(page, "recovery");
  const setPassphrase = page.getByRole("button", { name: "Set the passphrase" });
  await page.getByLabel("Recovery key").fill(recoveryKey.replace(/^..../, "0000"));
  await name.fill("Dr Rivera");
  await newPassphrase.fill("lantern orchard sextant");
  await setPassphrase.click();
  await expect(page.getByRole("alert")).toContainText("does not open an administrator’s account");
  await page.getByLabel("Recovery key").fill(recoveryKey.toLowerCase().replaceAll("-", " "));
  await setPassphrase.click();
  await expect(title).toHaveText("History");
  await lock(page);
  await trySignIn(page, OWNER.name, OWNER.passphrase);
  await expect(page.getByRole("alert")).toBeVisible();
  await trySignIn(page, "dr rivera", "lantern orchard sextant");
  await expect(title).toHaveText("History");
});

test("the way in is sound on a phone in the dark", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("./");
  await expect(gate(page).create).toBeVisible();
  await expectSound(page, "welcome, phone");
  await gate(page).name.fill(OWNER.name);
  await gate(page).passphrase.fill(OWNER.passphrase);
  await gate(page).create.click();
  await expect(page.getByRole("checkbox", { name: "I have kept it" })).toBeVisible();
  await expectSound(page, "recovery key, phone");
  await page.reload();
  await expect(gate(page).signIn).toBeVisible();
  await expectSound(page, "sign-in, phone");
  await page.getByRole("button", { name: "Use the recovery key" }).click();
  await expectSound(page, "recovery, phone");
  await page.getByRole("button", { name: "Back to sign-in" }).click();
  await page.getByRole("button", { name: "Try without an account" }).click();
  await expect(gate(page).title).toHaveText("Check");
  await expectSound(page, "demo, phone");
});

test("whatever is wrong at sign-in is refused in the same words, and slower each time; the next to sign in is told", async ({ page }) => {
  // The wait lasts as long as the test says.
  const now = new Date("2026-11-22T08:00:00Z");
  await page.clock.setFixedTime(now);
  await new AppPage(page).start();
  await lock(page);
  await expectSound(page, "sign-in");
  const refusals: string[] = [];
  for (const [name, passphrase] of [["Nobody", OWNER.passphrase], [OWNER.name, "heron lattice quarr"], ["", "x"]] as const) {
    await trySignIn(page, name === "" ? "Nobody" : name, passphrase);
    await expect(page.getByRole("alert")).toBeVisible();
    refusals.push(await page.getByRole("alert").innerText());
    await expect(gate(page).passphrase).toHaveValue("");
  }
  expect(new Set(refusals).size).toBe(1);
  expect(refusals[0]).toBe("Name and passphrase do not open an account on this device. Type both again; an administrator can reset an account.");

  // A reload is no way around it.
  for (const reload of [() => Promise.resolve(null), () => page.reload()]) {
    await reload();
    await expect(page.getByRole("timer")).toHaveText("The next attempt is let through in 1 s");
    await gate(page).name.fill(OWNER.name);
    await gate(page).passphrase.fill(OWNER.passphrase);
    await expect(gate(page).signIn).toBeDisabled();
  }
  await page.clock.setFixedTime(new Date(now.getTime() + 1000));
  await expect(page.getByRole("timer")).toHaveText("");
  await enter(page);
  await expect(page.getByText("3 attempts to sign in were refused since you last did.")).toBeVisible();
  await page.goto("./#/log");
  await expect(page.getByRole("row").filter({ hasText: "Refused attempts to sign in: 3" })).toBeVisible();
});

/** Ten minutes of one patient, and of a length no other array has. */
const ROWS = 7_919;
const PATIENT = "ZEBRA-7741";
const patientFile = () => textFile("ward-nine.csv", lines("time,patient,heart_rate", ...Array.from({ length: ROWS }, (_, row) => `${(row * 0.8).toFixed(1)},${PATIENT},${row % 97 === 50 ? 160 : 70 + (row % 5)}`)));

test("locked by key: workers, keys, signals and the patient are gone from page, address, title and memory, and the same account goes on where it was", async ({ page }) => {
  test.slow();
  const app = new AppPage(page);
  await app.start();
  await app.drop(patientFile());
  await app.check("Rolling median rule");
  await expect(page.getByRole("heading", { name: `Patient ${PATIENT}` })).toBeVisible();
  const address = page.url();
  expect(address).not.toContain(PATIENT);
  expect(await page.title()).toBe("Result · Isoline");
  const open = await readHeap(page);
  expect(open.strings(PATIENT)).toBeGreaterThan(0);
  expect(open.strings("ward-nine")).toBeGreaterThan(0);
  expect(open.objects("CryptoKey")).toBeGreaterThan(0);
  expect(open.buffersOf(8 * ROWS)).toBeGreaterThan(0);
  expect(page.workers().length).toBeGreaterThan(0);

  await lock(page);
  await expect(page.getByText("Isoline is locked.")).toBeVisible();
  expect(await page.title()).toBe("Sign in · Isoline");
  expect(new URL(page.url()).hash).toBe("#/");
  expect(await page.content()).not.toMatch(/ZEBRA|ward-nine/);
  await expect.poll(() => page.workers().length).toBe(0);
  expect(await page.evaluate(() => window.isoline?.models().then(() => "answered", (error: unknown) => (error as { code: string }).code))).toBe("locked");
  await expect(async () => {
    const locked = await readHeap(page);
    expect({ patient: locked.strings(PATIENT), file: locked.strings("ward-nine"), keys: locked.objects("CryptoKey"), signals: locked.buffersOf(8 * ROWS), passphrase: locked.strings(OWNER.passphrase) })
      .toEqual({ patient: 0, file: 0, keys: 0, signals: 0, passphrase: 0 });
  }).toPass({ timeout: 30_000 });

  await enter(page);
  await expect(page).toHaveURL(address);
  await expect(page.getByRole("heading", { name: `Patient ${PATIENT}` })).toBeVisible();
});

test("nobody uses it: it warns a minute before, goes on when somebody does, and locks when nobody does; locked in one tab is locked in all", async ({ page, context }) => {
  await page.clock.install();
  const app = new AppPage(page);
  await app.start("#/history");
  const warning = page.getByRole("dialog", { name: "Are you still there?" });
  await page.clock.runFor("09:30");
  await expect(warning).toBeVisible();
  await expect(warning).toContainText(/Isoline locks in \d+ seconds/);
  await expectSound(page, "idle warning");
  await page.keyboard.press("Shift");
  await expect(warning).toBeHidden();
  await page.clock.runFor("09:30");
  await expect(warning).toBeVisible();
  await page.clock.runFor("00:31");
  await expect(page.getByText("Isoline locked itself, since nobody was using it.")).toBeVisible();
  await enter(page);
  await expect(gate(page).title).toHaveText("History");

  const other = await context.newPage();
  await new AppPage(other).start("#/models");
  await lock(page);
  await expect(other.getByText("Isoline was locked in another tab.")).toBeVisible();
  await enter(other);
  await expect(gate(other).title).toHaveText("Models");
});

test("the demo in another tab is no use of an account, which locks itself all the same", async ({ page, context }) => {
  await page.clock.install();
  await new AppPage(page).start();
  const demo = await context.newPage();
  await demo.goto("./");
  await demo.getByRole("button", { name: "Try without an account" }).click();
  await expect(gate(demo).title).toHaveText("Check");
  const warning = page.getByRole("dialog", { name: "Are you still there?" });
  await page.clock.runFor("09:30");
  await expect(warning).toBeVisible();
  // What comes after the key has come, the key's has too.
  await page.evaluate(() => {
    const afterwards = new BroadcastChannel("afterwards");
    afterwards.onmessage = () => document.documentElement.setAttribute("data-heard", "");
  });
  await demo.keyboard.press("Shift");
  await demo.evaluate(() => new BroadcastChannel("afterwards").postMessage(""));
  await expect(page.locator("html[data-heard]")).toBeAttached();
  await expect(warning).toBeVisible();
  await page.clock.runFor("00:31");
  await expect(page.getByText("Isoline locked itself, since nobody was using it.")).toBeVisible();
});

test("a recovery key that nobody said they keep leaves the screen when nobody uses it, and another comes with the next sign-in", async ({ page }) => {
  await page.clock.install();
  await page.goto("./");
  const { title, name, passphrase, create, signIn } = gate(page);
  await name.fill(OWNER.name);
  await passphrase.fill(OWNER.passphrase);
  await create.click();
  await expect(title).toHaveText("Keep the recovery key");
  const first = await page.locator("code").innerText();
  await page.clock.runFor("09:30");
  await expect(page.getByRole("dialog", { name: "Are you still there?" })).toContainText("This recovery key opens nothing then");
  await expectSound(page, "idle warning over a recovery key");
  await page.clock.runFor("00:31");
  await expect(page.getByText("Isoline locked itself, since nobody was using it.")).toBeVisible();
  expect(await page.content()).not.toContain(first);
  await passphrase.fill(OWNER.passphrase);
  await signIn.click();
  await expect(title).toHaveText("Keep the recovery key");
  await expect(page.getByText("Nobody said that they keep the recovery key that was shown before.")).toBeVisible();
  await expect(page.locator("code")).not.toHaveText(first);
  await page.getByRole("checkbox", { name: "I have kept it" }).check();
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(title).toHaveText("Check");
  await lock(page);
  await enter(page);
  await expect(title).toHaveText("Check");
});

test("without an account everything works in memory, from the sample on, and nothing of it is kept", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("button", { name: "Try without an account" }).click();
  const app = new AppPage(page);
  await app.openSample();
  await app.check("Rolling median rule");
  await expect(page.getByText("Demo: nothing is kept when this page closes.")).toBeVisible();
  await expectSound(page, "demo");
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("row", { name: /heart-rate\.csv/ })).toHaveCount(1);
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).not.toContain("isoline-records");

  await page.getByRole("button", { name: "Create an account or sign in" }).click();
  await page.getByRole("button", { name: "End the demo" }).last().click();
  await expect(gate(page).title).toHaveText("Welcome to Isoline");
  await enter(page);
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "History" })).toBeVisible();
  await expect(page.getByRole("row", { name: /heart-rate\.csv/ })).toHaveCount(0);
});

test("in a window without storage it says so and works without an account", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
  await page.goto("./");
  await expect(gate(page).title).toHaveText("Nothing can be kept in this window");
  await expectSound(page, "no store");
  await page.getByRole("button", { name: "Work without an account" }).click();
  const app = new AppPage(page);
  await app.openSample();
  await app.check("Rolling median rule");
});

test("a clinician chooses a passphrase first, and may not do what administrators do; disabled, nobody comes in", async ({ page }) => {
  test.slow();
  await new AppPage(page).start("#/accounts");
  const adding = page.getByRole("form", { name: "Add an account" });
  await adding.getByLabel("Name").fill("Nurse Osei");
  await adding.getByLabel("Passphrase to give", { exact: true }).fill("copper meadow violin");
  await adding.getByLabel("Your passphrase", { exact: true }).fill("not this one");
  await adding.getByRole("button", { name: "Add account" }).click();
  await expect(adding.getByRole("alert")).toContainText("This is not your passphrase");
  await adding.getByLabel("Your passphrase", { exact: true }).fill(OWNER.passphrase);
  await adding.getByRole("button", { name: "Add account" }).click();
  const row = page.getByRole("row").filter({ hasText: "Nurse Osei" });
  await expect(row).toContainText("Chooses a passphrase at the next sign-in");
  await expectSound(page, "accounts");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await expectSound(page, "accounts, phone");
  await page.getByRole("button", { name: /^Account/ }).click();
  await expectSound(page, "account menu, phone");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press("Escape");

  await lock(page);
  await trySignIn(page, "Nurse Osei", "copper meadow violin");
  await expect(gate(page).title).toHaveText("Choose your own passphrase");
  await expectSound(page, "given passphrase");
  await gate(page).newPassphrase.fill("copper meadow violin");
  await page.getByRole("button", { name: "Use this passphrase" }).click();
  await expect(page.getByRole("alert")).toContainText("This is the passphrase you have");
  await gate(page).newPassphrase.fill("thistle harbour cobalt");
  await page.getByRole("button", { name: "Use this passphrase" }).click();

  // Another account than the one that was here begins at Check.
  await expect(gate(page).title).toHaveText("Check");
  await page.goto("./#/log");
  await expect(page.getByText("The log is for administrators")).toBeVisible();
  await page.goto("./#/settings");
  await expect(page.getByText("Only an administrator may change settings.")).toBeVisible();
  await expect(page.getByLabel("Minutes until it locks")).toBeDisabled();
  await page.goto("./#/accounts");
  await expect(page.getByText("Only an administrator adds, resets or disables accounts.")).toBeVisible();
  await expect(adding).toHaveCount(0);
  await page.goto("./#/models/beat-cnn");
  await expect(page.getByRole("combobox", { name: "Stage of version 1" })).toBeDisabled();

  await lock(page);
  await enter(page);
  await page.goto("./#/accounts");
  await row.getByRole("button", { name: "Disable Nurse Osei" }).click();
  await page.getByRole("button", { name: "Disable", exact: true }).click();
  await expect(row).toContainText("Disabled");
  await lock(page);
  await trySignIn(page, "Nurse Osei", "thistle harbour cobalt");
  await expect(page.getByRole("alert")).toContainText("Name and passphrase do not open an account on this device");
});

/** Makes an account for somebody else, on the screen of accounts. */
async function addAccount(page: Page, name: string, passphrase: string): Promise<void> {
  const adding = page.getByRole("form", { name: "Add an account" });
  await adding.getByLabel("Name").fill(name);
  await adding.getByLabel("Passphrase to give", { exact: true }).fill(passphrase);
  await adding.getByLabel("Your passphrase", { exact: true }).fill(OWNER.passphrase);
  await adding.getByRole("button", { name: "Add account" }).click();
  await expect(page.getByRole("rowheader", { name })).toBeVisible();
}

/** The administrator at the accounts; beside it the tab of a clinician who has signed in for the first time and is to choose a passphrase. */
async function nurseOnTheWayIn(page: Page, context: BrowserContext): Promise<Page> {
  await new AppPage(page).start("#/accounts");
  await addAccount(page, "Nurse Osei", "copper meadow violin");
  const nurse = await context.newPage();
  await nurse.goto("./");
  await trySignIn(nurse, "Nurse Osei", "copper meadow violin");
  await expect(gate(nurse).title).toHaveText("Choose your own passphrase");
  return nurse;
}

test("what an account has open in another tab is locked as an administrator changes it, and nobody else's", async ({ page, context }) => {
  test.slow();
  const nurse = await nurseOnTheWayIn(page, context);
  await gate(nurse).newPassphrase.fill("thistle harbour cobalt");
  await nurse.getByRole("button", { name: "Use this passphrase" }).click();
  await expect(gate(nurse).title).toHaveText("Check");

  const why = nurse.getByText("Isoline was locked, since an administrator changed your account.");
  await page.getByRole("combobox", { name: "Role of Nurse Osei" }).selectOption("Administrator");
  await expect(why).toBeVisible();
  await trySignIn(nurse, "Nurse Osei", "thistle harbour cobalt");
  await expect(gate(nurse).title).toHaveText("Check");
  await page.getByRole("button", { name: "Disable Nurse Osei" }).click();
  await page.getByRole("button", { name: "Disable", exact: true }).click();
  await expect(page.getByText("Nurse Osei is disabled.")).toBeVisible();
  await expect(why).toBeVisible();
  await trySignIn(nurse, "Nurse Osei", "thistle harbour cobalt");
  await expect(nurse.getByRole("alert")).toContainText("Name and passphrase do not open an account on this device");
  await expect(gate(page).title).toHaveText("Accounts");
});

test("an account that an administrator changes while somebody is on their way in is locked as they arrive", async ({ page, context }) => {
  test.slow();
  const nurse = await nurseOnTheWayIn(page, context);
  await page.getByRole("combobox", { name: "Role of Nurse Osei" }).selectOption("Administrator");
  await expect(page.getByText("Nurse Osei is now an administrator.")).toBeVisible();
  await gate(nurse).newPassphrase.fill("thistle harbour cobalt");
  await nurse.getByRole("button", { name: "Use this passphrase" }).click();
  await expect(nurse.getByText("Isoline was locked, since an administrator changed your account.")).toBeVisible();
  await trySignIn(nurse, "Nurse Osei", "thistle harbour cobalt");
  await expect(gate(nurse).title).toHaveText("Check");
  await nurse.goto("./#/accounts");
  await expect(nurse.getByRole("form", { name: "Add an account" })).toBeVisible();
});

test("an account that was altered outside the app opens nothing, is marked in the list, and is a clinician's once it is reset", async ({ page }) => {
  test.slow();
  await new AppPage(page).start("#/accounts");
  await addAccount(page, "Nurse Osei", "copper meadow violin");
  await alterRecords<{ name: string }>(page, { database: "isoline-accounts", store: "accounts" }, (accounts) => accounts.filter(({ name }) => name === "Nurse Osei").map((nurse) => ({ ...nurse, role: "administrator" })));
  await lock(page);
  await trySignIn(page, "Nurse Osei", "copper meadow violin");
  await expect(page.getByRole("alert")).toContainText("was changed by something other than Isoline");
  await enter(page);
  await page.goto("./#/accounts");
  const row = page.getByRole("row").filter({ hasText: "Nurse Osei" });
  await expect(row).toContainText("Altered outside Isoline, and opens nothing: reset it; it becomes a clinician’s");
  await expect(row.getByRole("combobox")).toBeDisabled();
  await expectSound(page, "accounts, one altered");
  await row.getByRole("button", { name: "Reset Nurse Osei" }).click();
  const resetting = page.getByRole("form", { name: "Reset Nurse Osei" });
  await resetting.getByLabel("Passphrase to give", { exact: true }).fill("thistle harbour cobalt");
  await resetting.getByLabel("Your passphrase", { exact: true }).fill(OWNER.passphrase);
  await resetting.getByRole("button", { name: "Reset", exact: true }).click();
  await expect(row).toContainText("Chooses a passphrase at the next sign-in");
  await expect(row.getByRole("combobox")).toHaveValue("clinician");
});

test("the own passphrase is changed from the menu; the one before opens nothing", async ({ page }) => {
  await new AppPage(page).start();
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("button", { name: "Change passphrase" }).click();
  await page.getByLabel("Passphrase in use", { exact: true }).fill(OWNER.passphrase);
  await gate(page).newPassphrase.fill("lantern orchard sextant");
  await page.getByRole("button", { name: "Change it" }).click();
  await expect(page.getByText("Your passphrase is changed.")).toBeVisible();
  await lock(page);
  await trySignIn(page, OWNER.name, OWNER.passphrase);
  await expect(page.getByRole("alert")).toBeVisible();
  await trySignIn(page, OWNER.name, "lantern orchard sextant");
  await expect(gate(page).title).toHaveText("Check");
});

test("a passkey opens the account in place of the passphrase, until it is removed", async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", ctap2Version: "ctap2_1", transport: "internal", hasResidentKey: true, hasUserVerification: true, hasPrf: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  await new AppPage(page).start();
  const openPasskey = async () => {
    await page.getByRole("button", { name: /^Account/ }).click();
    await page.getByRole("button", { name: "Passkey" }).click();
  };
  await openPasskey();
  await page.getByLabel("Your passphrase", { exact: true }).fill("not this one");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByRole("alert")).toContainText("This is not your passphrase");
  expect((await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials).toEqual([]);
  await page.getByLabel("Your passphrase", { exact: true }).fill(OWNER.passphrase);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("The passkey opens your account from now on.")).toBeVisible();

  await lock(page);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(gate(page).title).toHaveText("Check");
  await openPasskey();
  await expect(page.getByText("1 passkey opens your account.")).toBeVisible();
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page.getByText("No passkey opens your account any more.")).toBeVisible();
  await lock(page);
  await expect(page.getByRole("button", { name: "Use a passkey" })).toHaveCount(0);
  await enter(page);
});
