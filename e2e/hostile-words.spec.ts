import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { AppPage, enter, OWNER } from "./app-page.ts";
import { heartbeatLines } from "./beat-files.ts";
import { lines, textFile } from "./heart-rate-files.ts";
import { expectInert, heartRateFile, HOSTILE_NAME, MIXED, PAYLOADS, show, watch } from "./hostile-text.ts";
import { weakened } from "./model-files.ts";

/** Whatever people write (names of accounts and sets, reasons, names of checks) is text on every screen. What is in files: hostile-text.spec.ts. */

test.describe.configure({ timeout: 240_000 });

/** As long as a name may be. */
const HOSTILE_OWNER = { name: `<img src=x onerror=window.__pwned=1>${"W".repeat(44)}`, passphrase: OWNER.passphrase };
const HOSTILE_NURSE = '"><svg/onload=window.__pwned=1>{{constructor}}';
const GIVEN = "copper meadow violin";

const dialog = (page: Page) => page.getByRole("dialog");

test("in names of accounts: the way in, menu, accounts and their dialogs, log", async ({ page }) => {
  const witness = await watch(page);
  const title = page.getByRole("heading", { level: 1 });
  const name = page.getByLabel("Name", { exact: true });
  const passphrase = page.getByLabel("Passphrase", { exact: true });
  await page.goto("./#/accounts");
  await expect(title).toHaveText("Welcome to Isoline");
  await name.fill(HOSTILE_OWNER.name);
  await passphrase.fill(PAYLOADS[1]);
  await expectInert(page, witness, "welcome");
  await enter(page, HOSTILE_OWNER);

  const menu = page.getByRole("button", { name: `Account: ${HOSTILE_OWNER.name}` });
  await menu.click();
  await expectInert(page, witness, "account menu");
  for (const item of ["Change passphrase", "Passkey"]) {
    await page.getByRole("list", { name: "Account" }).getByRole("button", { name: item, exact: true }).click();
    await expect(dialog(page)).toBeVisible();
    await expectInert(page, witness, item);
    await page.keyboard.press("Escape");
    await menu.click();
  }
  await page.keyboard.press("Escape");

  const adding = page.getByRole("form", { name: "Add an account" });
  await adding.getByLabel("Name").fill(HOSTILE_NURSE);
  await adding.getByLabel("Passphrase to give", { exact: true }).fill(GIVEN);
  await adding.getByLabel("Your passphrase", { exact: true }).fill(OWNER.passphrase);
  await adding.getByRole("button", { name: "Add account" }).click();
  await expect(page.getByText(`${HOSTILE_NURSE} can sign in now.`)).toBeVisible();
  await expectInert(page, witness, "accounts");
  for (const action of ["Reset", "Disable"]) {
    await page.getByRole("button", { name: `${action} ${HOSTILE_NURSE}` }).click();
    await expect(dialog(page)).toContainText("<svg");
    await expectInert(page, witness, action);
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toBeHidden();
  }
  await show(page, "#/log", "<svg");
  await expectInert(page, witness, "log of accounts");

  await page.keyboard.press("Shift+L");
  await expect(title).toHaveText("Sign in");
  await expect(name).toHaveValue(HOSTILE_OWNER.name);
  await expectInert(page, witness, "sign in");
  await page.getByRole("button", { name: "Use the recovery key" }).click();
  await name.fill(HOSTILE_OWNER.name);
  await page.getByLabel("Recovery key").fill(MIXED);
  await page.getByLabel("New passphrase", { exact: true }).fill("lantern orchard sextant");
  await page.getByRole("button", { name: "Set the passphrase" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectInert(page, witness, "recovery");
  await page.getByRole("button", { name: "Back to sign-in" }).click();
  await name.fill(HOSTILE_NURSE);
  await passphrase.fill(GIVEN);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(title).toHaveText("Choose your own passphrase");
  await expect(page.locator("main")).toContainText("<svg");
  await expectInert(page, witness, "given passphrase");
});

test("in names of evaluation sets and reasons: freezing, comparing, overriding, rolling back, suspending, lifting, log", async ({ page }) => {
  const witness = await watch(page);
  const app = new AppPage(page);
  await app.start("#/monitoring");
  await page.getByRole("combobox", { name: "Model", exact: true }).selectOption("boosted-trees");
  await page.getByRole("combobox", { name: "Figure", exact: true }).selectOption("anomaly-rate");
  await page.getByLabel("Threshold, 0 to 1").fill("0");
  await page.getByLabel("Over newest checks").fill("1");
  await page.getByRole("checkbox", { name: "Suspend the model" }).check();
  await page.getByRole("button", { name: "Set the rule" }).click();
  await expect(page.getByText(/^Waits: /)).toBeVisible();

  await show(page, "#/");
  await app.drop(textFile(`${HOSTILE_NAME}.csv`, lines(...heartbeatLines().slice(0, 200))));
  await app.expectBeats(200, 187);
  await expectInert(page, witness, "Check of beats");
  await app.checkBeats("Boosted trees");
  await expect(page.getByRole("tab")).not.toHaveCount(0);
  for (const tab of await page.getByRole("tab").all()) {
    await tab.click();
    await expectInert(page, witness, "result of beats");
  }
  await page.getByRole("button", { name: "Report", exact: true }).click();
  await expect(page.getByRole("article")).toContainText("<img");
  await expectInert(page, witness, "report of beats");

  await show(page, "#/monitoring", "Suspended models");
  await page.getByRole("button", { name: /^Lift the suspension of/ }).click();
  await dialog(page).getByLabel("Why it may answer again").fill(MIXED);
  await expectInert(page, witness, "lift dialog");
  await dialog(page).getByRole("button", { name: "Lift the suspension" }).click();
  await expect(page.getByRole("heading", { name: "Suspended models" })).toHaveCount(0);
  await expectInert(page, witness, "monitoring");

  await show(page, "#/evaluation-sets");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(MIXED);
  await page.getByRole("button", { name: "Freeze", exact: true }).click();
  await expect(page.getByRole("rowheader", { name: MIXED, exact: true })).toBeVisible();
  await expectInert(page, witness, "evaluation sets");
  await page.getByRole("button", { name: `Delete ${MIXED}` }).click();
  await expect(dialog(page)).toContainText("<svg");
  await expectInert(page, witness, "deleting a set");
  await page.keyboard.press("Escape");

  await show(page, "#/models/beat-cnn");
  const versions = page.getByRole("region", { name: "Versions", exact: true });
  const choosing = page.waitForEvent("filechooser");
  await versions.getByRole("button", { name: "Import a version" }).click();
  await (await choosing).setFiles(weakened());
  await versions.getByRole("button", { name: "Promote version 2" }).click({ timeout: 60_000 });
  await dialog(page).getByRole("textbox", { name: /Largest fall/ }).fill("1");
  await dialog(page).getByRole("button", { name: "Set the margin" }).click();
  await expect(dialog(page).getByRole("combobox", { name: "Evaluation set" })).toContainText("<img");
  await dialog(page).getByRole("button", { name: "Compare on this set" }).click();
  await dialog(page).getByRole("checkbox", { name: /Override the gate/ }).check({ timeout: 60_000 });
  await dialog(page).getByRole("textbox", { name: "Reason, for the log" }).fill(MIXED);
  await expectInert(page, witness, "promotion");
  await dialog(page).getByRole("button", { name: "Promote version 2 against the gate" }).click();
  await versions.getByRole("button", { name: "Roll back to version 1" }).click();
  await dialog(page).getByRole("textbox", { name: "Reason, for the log" }).fill(PAYLOADS[3]);
  await dialog(page).getByRole("button", { name: "Roll back to version 1" }).click();
  const history = page.getByRole("region", { name: "History of versions" });
  await expect(history).toContainText(MIXED);
  await expect(history).toContainText(PAYLOADS[3]);
  await expectInert(page, witness, "history of versions");
  await show(page, "#/log", PAYLOADS[3]);
  await expect(page.getByRole("row").filter({ hasText: "Lifted the suspension" })).toContainText(MIXED);
  await expectInert(page, witness, "log of reasons");
});

test("in names of checks: renamed in history, chosen in a backup; and in what settings refuse", async ({ page }, testInfo) => {
  const witness = await watch(page);
  const app = new AppPage(page);
  await app.start("");
  await app.drop(heartRateFile());
  await expect(app.checkButton).toBeEnabled();
  await app.check("Rolling median rule");
  await show(page, "#/history", "<img");
  await page.getByRole("button", { name: /^Rename/ }).click();
  await page.getByRole("textbox", { name: /^New name of/ }).fill(PAYLOADS[3]);
  await expectInert(page, witness, "renaming");
  await page.getByRole("button", { name: "Keep name" }).click();
  await expect(page.getByRole("link", { name: PAYLOADS[3] })).toBeVisible();
  await expectInert(page, witness, "history");

  await show(page, "#/backup");
  const form = page.getByRole("form", { name: "Back up" });
  await form.getByLabel("Passphrase of the backup", { exact: true }).fill(GIVEN);
  await form.getByLabel("Passphrase again", { exact: true }).fill(GIVEN);
  const download = page.waitForEvent("download");
  await form.getByRole("button", { name: "Back up now" }).click();
  const file = await download;
  const path = testInfo.outputPath("one.isoline-backup");
  await file.saveAs(path);
  const opening = page.getByRole("form", { name: "Open a backup" });
  await opening.getByLabel("Backup file").setInputFiles({ name: `${HOSTILE_NAME}.isoline-backup`, mimeType: "application/octet-stream", buffer: (await readFile(path)).subarray(0, 20) });
  await opening.getByLabel("Its passphrase", { exact: true }).fill(GIVEN);
  await opening.getByRole("button", { name: "Open the backup" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectInert(page, witness, "refused backup");
  await opening.getByLabel("Backup file").setInputFiles(path);
  await opening.getByRole("button", { name: "Open the backup" }).click();
  await page.getByRole("checkbox", { name: PAYLOADS[3] }).check();
  await expectInert(page, witness, "what to restore");
  await page.getByRole("button", { name: "Restore 1 chosen check" }).click();
  await expect(page.getByText(/1 check on this device already was left/)).toBeVisible();

  await show(page, "#/settings");
  await page.getByRole("textbox", { name: "Site’s origin" }).fill(PAYLOADS[5]);
  await page.getByRole("button", { name: "Allow", exact: true }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectInert(page, witness, "settings");
});
