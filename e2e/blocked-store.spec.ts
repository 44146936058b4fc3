import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { AppPage, enter, OWNER } from "./app-page.ts";

/** What another version of Isoline leaves open in a tab of its own: a database at a version of its, whatever it is asked. */
async function holdDatabase(context: BrowserContext, name: string, version: number): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto("./manifest.webmanifest");
  await tab.evaluate(({ name, version }) => new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onsuccess = resolve;
    request.onerror = reject;
    request.onblocked = reject;
  }), { name, version });
  return tab;
}

test("an older tab that holds accounts or checks is named before anybody is in, and is waited for", async ({ page, context }) => {
  const app = new AppPage(page);
  const sentence = "Another tab of Isoline, of an older version, holds the saved checks. Close Isoline's other tabs; this one then goes on by itself.";
  const holdsAccounts = await holdDatabase(context, "isoline-accounts", 1);
  await page.goto("./");
  await expect(app.alert).toHaveText(sentence);
  await holdsAccounts.close();
  await expect(app.alert).toHaveCount(0);
  await enter(page);

  await page.goto("./manifest.webmanifest");
  await page.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase("isoline-records");
    request.onsuccess = resolve;
    request.onerror = reject;
  }));
  const holdsChecks = await holdDatabase(context, "isoline-records", 1);
  await page.goto("./");
  await page.getByLabel("Name", { exact: true }).fill(OWNER.name);
  await page.getByLabel("Passphrase", { exact: true }).fill(OWNER.passphrase);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(app.alert).toHaveText(sentence);
  await holdsChecks.close();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  await expect(app.alert).toHaveCount(0);
  await app.openSample();
  await app.check("Rolling median rule");
});

test("a tab lets go of the checks when a newer version asks for them, says so, and writes nothing more", async ({ page, context }) => {
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("row", { name: /heart-rate\.csv/ })).toHaveCount(1);
  await page.goBack();
  await expect(app.plot).toBeVisible();
  await holdDatabase(context, "isoline-records", 1000);
  await expect(app.alert.first()).toHaveText("Another tab runs a newer version of Isoline, so this one can no longer save. Export what is not saved, then reload this page; what was saved before is kept.");
  await page.keyboard.press("n");
  await page.keyboard.press("r");
  await expect(app.alert.filter({ hasText: "The connection to the saved checks was closed" })).toBeVisible();
  await expect(page.locator("[data-verdict=rejected]")).toHaveCount(0);
  await expect(app.plot).toBeVisible();

  await page.reload();
  await page.getByLabel("Passphrase", { exact: true }).fill(OWNER.passphrase);
  await page.getByLabel("Name", { exact: true }).fill(OWNER.name);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(app.alert).toHaveText("The saved checks were written by a newer version of Isoline than this page. Reload the page to get the newer version.");
});
