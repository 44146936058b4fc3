import { expect, test } from "@playwright/test";
import { AppPage } from "./app-page.ts";
import { largeFile } from "./heart-rate-files.ts";

test("cancelling in mid-read leaves the screen ready for the next file", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.drop(largeFile(1_000_000));
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await expect(app.alert).toHaveCount(0);
  await app.openSample();
});

test("cancelling in mid-check keeps the file and lets the next check run", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.drop(largeFile(500_000));
  await expect(app.checkButton).toBeEnabled({ timeout: 30_000 });
  await app.chooseDetector("1D-CNN");
  await app.checkButton.click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(app.checkButton).toBeEnabled();
  await expect(app.alert).toHaveCount(0);
  await expect(page).toHaveURL(/#?\/?$/);
  await app.check("Rolling median rule");
});

test("a worker killed in mid-check is said, nothing is lost, and the next check works", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.drop(largeFile(500_000));
  await expect(app.checkButton).toBeEnabled({ timeout: 30_000 });
  await app.chooseDetector("1D-CNN");
  await app.checkButton.click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  expect(page.workers()).toHaveLength(1);
  await page.workers()[0].evaluate(() => self.close());
  await expect(app.alert).toContainText(/stopped before it finished/);
  await expect(app.alert).toContainText(/Check Anomalies again/);
  await app.check("Rolling median rule");
});

test("a verdict given the moment before Isoline is locked is there again", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  await page.keyboard.press("n");
  await page.keyboard.press("a");
  await page.keyboard.press("Shift+L");
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await app.start();
  await expect(page.locator("[data-verdict=accepted]")).toHaveCount(1);
});

test("two tabs at once: both check, and each sees the other's saved check", async ({ context }) => {
  const tabs = [new AppPage(await context.newPage()), new AppPage(await context.newPage())];
  // One after another, since the first makes the account that the second signs in to.
  for (const tab of tabs) {
    await tab.start();
    await tab.openSample();
  }
  await Promise.all([tabs[0].check("Rolling median rule"), tabs[1].check("Isolation Forest")]);
  for (const { page } of tabs) {
    await page.getByRole("link", { name: "History" }).click();
    await expect(page.getByRole("row", { name: /heart-rate\.csv/ })).toHaveCount(2);
  }
  await tabs[0].page.getByRole("button", { name: /^Delete/ }).first().click();
  await expect(tabs[1].page.getByRole("row", { name: /heart-rate\.csv/ })).toHaveCount(1);
  await tabs[0].page.getByRole("button", { name: "Undo" }).click();
  await expect(tabs[1].page.getByRole("row", { name: /heart-rate\.csv/ })).toHaveCount(2);

  await tabs[1].page.goBack();
  await expect(tabs[1].plot).toBeVisible();
  await tabs[0].page.getByRole("button", { name: /^Delete heart-rate\.csv, Isolation Forest/ }).click();
  await expect(tabs[1].page.getByText("There is no such check on this device")).toBeVisible();
  await tabs[0].page.getByRole("button", { name: "Undo" }).click();
  await expect(tabs[1].plot).toBeVisible();
});
