import { expect, test, type Page } from "@playwright/test";
import { AppPage } from "./app-page.ts";
import { expectSound } from "./expect-sound.ts";
import { textFile, type TestFile } from "./heart-rate-files.ts";
import { networkFiles, ptbXlRecord, ptbXlTables } from "./twelve-lead-files.ts";

/** A network of the user's as a version of the twelve-lead model. */

test.describe.configure({ timeout: 180_000 });

const versions = (page: Page) => page.getByRole("region", { name: "Versions", exact: true });
const row = (page: Page, version: number) => versions(page).getByRole("row").filter({ has: page.getByRole("button", { name: `Version ${version}`, exact: true }) });
const dialog = (page: Page) => page.getByRole("dialog");

async function openModelPage(page: Page): Promise<void> {
  await new AppPage(page).start("#/models/twelve-lead");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Twelve-lead superclasses");
  await expect(row(page, 1)).toBeVisible();
}

async function pick(page: Page, ...files: readonly TestFile[]): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await versions(page).getByRole("button", { name: "Import a version" }).click();
  await (await choosing).setFiles([...files]);
}

async function promote(page: Page, version: number, reason: string): Promise<void> {
  await row(page, version).getByRole("button", { name: `Promote version ${version}` }).click();
  await expect(dialog(page)).toContainText("No frozen evaluation set fits this model");
  await dialog(page).getByRole("checkbox", { name: /Override the gate/ }).check();
  await dialog(page).getByRole("textbox", { name: "Reason, for the log" }).fill(reason);
  await dialog(page).getByRole("button", { name: `Promote version ${version} against the gate` }).click();
  await expect(row(page, version)).toContainText("champion");
}

async function checkRecord(page: Page): Promise<void> {
  const app = new AppPage(page);
  await app.start();
  await app.drop(...ptbXlRecord(), ...ptbXlTables());
  await expect(app.fact("Diagnoses")).toHaveText("CD");
  await app.checkButton.click();
  await page.getByRole("tab", { name: "Twelve leads" }).click({ timeout: 60_000 });
}

const conduction = (page: Page) => page.getByRole("row", { name: /Conduction disturbance/ });

test("is registered, answers once it is promoted, is named in result and report, and is rolled back", async ({ page }) => {
  await openModelPage(page);
  await pick(page, ...networkFiles());
  await expect(row(page, 2)).toContainText("Imported, model.json", { timeout: 30_000 });

  // Registered alone it answers nothing: with the shipped trees the probability is .987.
  await checkRecord(page);
  await expect(conduction(page)).toContainText(".987");
  await expect(page.getByText(/^Model version 1,/)).toBeVisible();
  const result = page.url();

  await openModelPage(page);
  await promote(page, 2, "Our own network");
  await page.goto(result);
  await page.getByRole("tab", { name: "Twelve leads" }).click();
  await page.getByRole("button", { name: "Compute again" }).click();
  // What the network alone says of the record, computed from its weights in NumPy.
  await expect(conduction(page)).toContainText(".679");
  await expect(page.getByRole("textbox", { name: "Threshold of Conduction disturbance" })).toHaveValue(".500");
  await expect(page.getByText(/^By version 2, imported as model\.json, .*\.$/)).toBeVisible();
  await page.getByRole("button", { name: "Report", exact: true }).click();
  await expect(page.getByRole("region", { name: "Twelve-lead findings" })).toContainText("version 2, imported as model.json");

  await openModelPage(page);
  await versions(page).getByRole("button", { name: "Roll back to version 1" }).click();
  await dialog(page).getByRole("textbox", { name: "Reason, for the log" }).fill("Back to what ships");
  await dialog(page).getByRole("button", { name: "Roll back to version 1" }).click();
  await expect(row(page, 1)).toContainText("champion");
  await page.goto(result);
  await page.getByRole("tab", { name: "Twelve leads" }).click();
  await page.getByRole("button", { name: "Compute again" }).click();
  await expect(conduction(page)).toContainText(".987");
  await expect(page.getByText(/^By version 2/)).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Threshold of Conduction disturbance" })).toHaveValue(".409");
});

test("is refused with a sentence that says what is wrong, and nothing is registered", async ({ page }) => {
  const [model, weights] = networkFiles();
  const changed = (from: string, to: string): TestFile => textFile("model.json", model.buffer.toString("utf8").replaceAll(from, to));
  await openModelPage(page);
  const alert = versions(page).getByRole("alert");
  await pick(page, model);
  await expect(alert).toContainText("weights.bin is not here");
  await pick(page, textFile("model.json", "<!doctype html>"), weights);
  await expect(alert).toContainText("this is no JSON");
  await pick(page, changed('"GlobalAveragePooling1D"', '"Lambda"'), weights);
  await expect(alert).toContainText("Lambda (mean-over-time)");
  await pick(page, changed("[null,1000,12]", "[null,500,12]"), weights);
  await expect(alert).toContainText("takes signals [any,500,12] and metadata [any,7] and gives [any,5], not signals [any,1000,12] and metadata [any,7] to [any,5]");
  await expect(row(page, 2)).toHaveCount(0);
  await pick(page, model, weights);
  await expect(row(page, 2)).toBeVisible({ timeout: 30_000 });
  await expect(alert).toHaveCount(0);
});

for (const [colorScheme, width] of [["light", 390], ["dark", 1440]] as const) {
  test(`its page is sound, ${colorScheme}, ${width} px wide`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL: baseURL ?? "", colorScheme, viewport: { width, height: 900 }, serviceWorkers: "block" });
    const page = await context.newPage();
    await openModelPage(page);
    await expect(page.getByText("Intended use")).toBeVisible();
    await expectSound(page, "twelve-lead model");
    await pick(page, ...networkFiles());
    await expect(row(page, 2)).toBeVisible({ timeout: 30_000 });
    await versions(page).getByText("What can be imported").click();
    await expectSound(page, "imported version");
    await context.close();
  });
}
