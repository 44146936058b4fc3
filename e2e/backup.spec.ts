import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { AppPage } from "./app-page.ts";
import { expectSound } from "./expect-sound.ts";
import { damageOne } from "./raw-store.ts";

const PASSPHRASE = "velvet compass thirteen owls";

async function openBackupScreen(page: Page): Promise<void> {
  await page.getByRole("link", { name: "System" }).click();
  await page.getByRole("link", { name: "Backup", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Backup" })).toBeVisible();
}

async function backedUp(page: Page): Promise<Buffer> {
  const form = page.getByRole("form", { name: "Back up" });
  await form.getByLabel("Passphrase of the backup", { exact: true }).fill(PASSPHRASE);
  await form.getByLabel("Passphrase again", { exact: true }).fill(PASSPHRASE);
  const download = page.waitForEvent("download");
  await form.getByRole("button", { name: "Back up now" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^isoline-\d{4}-\d\d-\d\d\.isoline-backup$/);
  return readFile(await file.path());
}

async function openBackup(page: Page, content: Buffer, passphrase = PASSPHRASE): Promise<void> {
  const form = page.getByRole("form", { name: "Open a backup" });
  await form.getByLabel("Backup file").setInputFiles({ name: "x.isoline-backup", mimeType: "application/octet-stream", buffer: content });
  await form.getByLabel("Its passphrase", { exact: true }).fill(passphrase);
  await form.getByRole("button", { name: "Open the backup" }).click();
}

test("a backup brings checks and verdicts to another device; one that was cut short changes nothing", async ({ page, browser }) => {
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  await page.keyboard.press("n");
  await page.keyboard.press("r");
  await expect(page.locator("[data-verdict=rejected]")).toHaveCount(1);
  const address = new URL(page.url()).hash;

  await openBackupScreen(page);
  await expect(page.getByText("This device has not been backed up yet.")).toBeVisible();
  await expectSound(page, "nothing backed up yet");
  const bytes = await backedUp(page);
  expect(bytes.includes("heart-rate.csv")).toBe(false);
  await expect(page.getByText(/^Last backed up on/)).toBeVisible();

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await new AppPage(other).start();
  await openBackupScreen(other);
  await openBackup(other, bytes, "not the passphrase");
  await expect(other.getByRole("alert")).toContainText("does not open the backup");
  await openBackup(other, bytes.subarray(0, bytes.length - 100));
  await other.getByRole("button", { name: "Restore everything" }).click();
  await expect(other.getByRole("alert")).toContainText("cut short");
  await other.getByRole("link", { name: "History" }).click();
  await expect(other.getByRole("link", { name: "heart-rate.csv" })).toHaveCount(0);

  await openBackupScreen(other);
  await openBackup(other, bytes);
  await other.getByRole("checkbox", { name: /heart-rate\.csv/ }).check();
  await expectSound(other, "what to restore");
  await other.getByRole("button", { name: "Restore 1 chosen check" }).click();
  await expect(other.getByText("Restored 1 check.")).toBeVisible();
  await other.goto(`./${address}`);
  await new AppPage(other).reload();
  await expect(other.locator("[data-verdict=rejected]")).toHaveCount(1);
  await elsewhere.close();
});

test("a backup puts back what was damaged of a check on this device", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  const address = new URL(page.url()).hash;
  await openBackupScreen(page);
  const bytes = await backedUp(page);
  await damageOne(page, "scores");
  await app.reload();
  await page.goto(`./${address}`);
  await expect(app.alert).toContainText("(scores) was altered or damaged and cannot be read");

  await openBackupScreen(page);
  await openBackup(page, bytes);
  await page.getByRole("button", { name: "Restore everything" }).click();
  await expect(page.getByText("Restored 0 checks; what was damaged of 1 check on this device was put back.")).toBeVisible();
  await page.goto(`./${address}`);
  await expect(page.getByRole("heading", { level: 1, name: "heart-rate.csv" })).toBeVisible();
  await expect(app.alert).toHaveCount(0);
});

test("an old backup is said to an administrator on every screen", async ({ page }) => {
  const app = new AppPage(page);
  await page.clock.install({ time: new Date("2026-11-01T08:00:00") });
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  await expect(page.getByText(/backed up/)).toHaveCount(0);
  // Elsewhere meanwhile: eight days without use lock the app, which loads the page anew on its own.
  await page.goto("about:blank");
  await page.clock.setFixedTime(new Date("2026-11-09T09:00:00"));
  await app.start();
  await expect(page.getByRole("status").filter({ hasText: "its first check is 8 days old" })).toBeVisible();
  await page.getByRole("link", { name: "Back up now" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Backup" })).toBeVisible();
});
