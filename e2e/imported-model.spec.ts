import { expect, test, type Page } from "@playwright/test";
import { AppPage } from "./app-page.ts";
import { expectSound } from "./expect-sound.ts";
import { textFile, type TestFile } from "./heart-rate-files.ts";
import { networkFiles, ptbXlRecord, ptbXlTables } from "./twelve-lead-files.ts";

/** A model of the user's in place of the shipped twelve-lead one. */

test.describe.configure({ timeout: 120_000 });

const own = (page: Page) => page.getByRole("region", { name: "Your own model" });

async function openModelPage(page: Page): Promise<void> {
  await page.goto("./#/models/twelve-lead");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Twelve-lead superclasses");
  await expect(own(page).getByRole("button", { name: /^Import/ })).toBeEnabled();
}

async function pick(page: Page, ...files: readonly TestFile[]): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await own(page).getByRole("button", { name: /^Import/ }).click();
  await (await choosing).setFiles([...files]);
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

test("is imported, used by checks, named in result and report, put out of use, back, and deleted", async ({ page }) => {
  await openModelPage(page);
  await pick(page, ...networkFiles());
  await expect(own(page)).toContainText("✓ Checks use the imported model.", { timeout: 30_000 });
  await expect(own(page)).toContainText("185,997 parameters");
  await expect(own(page)).toContainText("NORM .500, MI .500, STTC .500, CD .500, HYP .500");
  await expect(own(page)).toContainText("Not measured here");

  // What the network alone says of the record, computed from its weights in NumPy; with the trees it is .987.
  await checkRecord(page);
  await expect(conduction(page)).toContainText(".679");
  await expect(page.getByRole("textbox", { name: "Threshold of Conduction disturbance" })).toHaveValue(".500");
  await expect(page.getByText(/^Imported model model\.json, .*, not measured here\.$/)).toBeVisible();
  const result = page.url();
  await page.getByRole("button", { name: "Report", exact: true }).click();
  await expect(page.getByRole("region", { name: "Twelve-lead findings" })).toContainText("Imported model model.json");

  await openModelPage(page);
  await own(page).getByRole("button", { name: "Use the shipped model again" }).click();
  await expect(own(page)).toContainText("Kept; checks use the shipped model.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(own(page)).toContainText("✓ Checks use the imported model.");
  await own(page).getByRole("button", { name: "Use the shipped model again" }).click();
  await page.goto(result);
  await page.getByRole("tab", { name: "Twelve leads" }).click();
  await page.getByRole("button", { name: "Compute again" }).click();
  await expect(conduction(page)).toContainText(".987");
  await expect(page.getByText(/^Imported model/)).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Threshold of Conduction disturbance" })).toHaveValue(".409");

  await openModelPage(page);
  await own(page).getByRole("button", { name: "Delete the imported model" }).click();
  await expect(own(page).getByRole("button", { name: "Import a model" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(own(page)).toContainText("Kept; checks use the shipped model.");
  await own(page).getByRole("button", { name: "Delete the imported model" }).click();
  await page.reload();
  await expect(own(page).getByRole("button", { name: "Import a model" })).toBeEnabled();
});

test("is refused with a sentence that says what is wrong, and nothing is kept", async ({ page }) => {
  const [model, weights] = networkFiles();
  const changed = (from: string, to: string): TestFile => textFile("model.json", model.buffer.toString("utf8").replaceAll(from, to));
  await openModelPage(page);
  const alert = own(page).getByRole("alert");
  await pick(page, model);
  await expect(alert).toContainText("weights.bin is not here");
  await pick(page, textFile("model.json", "<!doctype html>"), weights);
  await expect(alert).toContainText("this is no JSON");
  await pick(page, changed('"GlobalAveragePooling1D"', '"Lambda"'), weights);
  await expect(alert).toContainText("Lambda (mean-over-time)");
  await pick(page, changed("[null,1000,12]", "[null,500,12]"), weights);
  await expect(alert).toContainText("takes signals [any,500,12] and metadata [any,7] and gives [any,5], not signals [any,1000,12] and metadata [any,7] to [any,5]");
  await expect(own(page)).not.toContainText("Checks use the imported model");
  await pick(page, model, weights);
  await expect(own(page)).toContainText("✓ Checks use the imported model.", { timeout: 30_000 });
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
    await expect(own(page)).toContainText("✓ Checks use the imported model.", { timeout: 30_000 });
    await own(page).getByText("What a network has to take and give").click();
    await expectSound(page, "imported model");
    await context.close();
  });
}
