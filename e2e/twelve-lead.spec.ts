import { expect, test, type Locator, type Page } from "@playwright/test";
import { AppPage } from "./app-page.ts";
import { expectSound } from "./expect-sound.ts";
import type { TestFile } from "./heart-rate-files.ts";
import { wfdbFiles } from "./recording-files.ts";
import { ptbXlRecord, ptbXlTables } from "./twelve-lead-files.ts";

/** The twelve-lead model on a real record, as a clinician meets it. */

test.describe.configure({ timeout: 120_000 });

const findingOf = (page: Page, superclass: string): Locator => page.getByRole("row", { name: new RegExp(superclass) });
const probabilityOf = async (page: Page, superclass: string): Promise<number> => Number((await findingOf(page, superclass).getByText(/^[01]?\.\d{3}$/).innerText()));

async function checkRecord(page: Page, ...besides: readonly TestFile[]): Promise<AppPage> {
  const app = new AppPage(page);
  await app.start();
  await app.drop(...ptbXlRecord(), ...besides);
  await expect(app.fact("Duration")).toHaveText("0:00:10.0");
  await app.checkButton.click();
  await expect(page.getByRole("tab", { name: "Twelve leads" })).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press("l");
  await expect(findingOf(page, "Conduction disturbance")).toBeVisible();
  await app.expectSaved();
  return app;
}

test("names the bundle branch block; thresholds are set, reset and kept", async ({ page }) => {
  await checkRecord(page);
  await expect(findingOf(page, "Conduction disturbance")).toContainText("✓ reported");
  await expect(findingOf(page, "Normal ECG")).toContainText("below");
  expect(await probabilityOf(page, "Conduction disturbance")).toBeGreaterThan(0.9);

  const threshold = page.getByRole("textbox", { name: "Threshold of Normal ECG" });
  const shipped = await threshold.inputValue();
  const reset = page.getByRole("button", { name: "Reset to shipped thresholds" });
  await expect(reset).toBeDisabled();
  await threshold.fill("2");
  await expect(threshold).toHaveAttribute("aria-invalid", "true");
  await threshold.press("Escape");
  await expect(threshold).toHaveValue(shipped);
  await threshold.fill("0,001");
  await threshold.press("Enter");
  await expect(findingOf(page, "Normal ECG")).toContainText("✓ reported");
  await new AppPage(page).reload();
  await page.getByRole("tab", { name: "Twelve leads" }).click();
  await expect(threshold).toHaveValue(".001");
  await reset.click();
  await expect(threshold).toHaveValue(shipped);
  await expect(findingOf(page, "Normal ECG")).toContainText("below");
});

test("the patient's age and sex change what the model is told, by the keyboard alone", async ({ page }) => {
  await checkRecord(page);
  await expect(page.getByText(/told the mean of the patients .*: age, sex, height, weight\./)).toBeVisible();
  const age = page.getByRole("textbox", { name: "Age, years" });
  const compute = page.getByRole("button", { name: "Compute again" });
  await age.fill("old");
  await expect(compute).toBeDisabled();
  await expect(page.getByRole("alert")).toContainText("Type the age as a number from 0 to 120 years");
  await age.fill("69");
  await expect(page.getByText("Changed: not computed yet.")).toBeVisible();
  await age.press("Tab");
  await page.keyboard.press("f");
  await expect(page.getByRole("combobox", { name: "Sex" })).toHaveValue("female");
  await compute.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Computed for this patient.")).toBeVisible();
  await expect(page.getByText(/told the mean of the patients .*: height, weight\./)).toBeVisible();
  await expect(compute).toBeFocused();
  await expect(findingOf(page, "Conduction disturbance")).toContainText("✓ reported");
});

test("what PTB-XL's tables state stands beside the findings, and fills the form", async ({ page }) => {
  await checkRecord(page, ...ptbXlTables());
  await expect(findingOf(page, "Conduction disturbance")).toContainText("hit");
  await expect(findingOf(page, "Normal ECG")).toContainText("not in the file");
  await expect(page.getByText("ptbxl_database.csv states: CLBBB, SR (SCP-ECG), so CD Conduction disturbance.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Age, years" })).toHaveValue("69");
  await expect(page.getByRole("combobox", { name: "Sex" })).toHaveValue("female");
  await expect(page.getByText("The model was told all four.")).toBeVisible();
  await page.getByRole("textbox", { name: "Threshold of Conduction disturbance" }).fill("1");
  await page.keyboard.press("Enter");
  await expect(findingOf(page, "Conduction disturbance")).toContainText("missed");
});

test("a record that is too short has the tab, which says why and asks again", async ({ page }) => {
  const [header, samples] = ptbXlRecord();
  const app = new AppPage(page);
  await app.start();
  const shortHeader = header.buffer.toString("utf8").replace("12 100 1000", "12 100 400");
  await app.drop({ ...header, buffer: Buffer.from(shortHeader) }, { ...samples, buffer: samples.buffer.subarray(0, 400 * 24) });
  await app.checkButton.click();
  await page.getByRole("tab", { name: "Twelve leads" }).click({ timeout: 60_000 });
  await expect(page.getByText("The model gave no findings")).toBeVisible();
  await page.getByRole("button", { name: "Compute again" }).click();
  await expect(app.alert).toHaveText("The recording lasts 4.0 s, too short for a diagnosis. Open a recording of at least 5 s.");
});

test("the strip has the layouts of twelve leads; a record of fewer has neither them nor the tab", async ({ page }) => {
  const app = await checkRecord(page);
  await page.getByRole("tab", { name: "Strip" }).click();
  const layout = page.getByRole("combobox", { name: "Layout" });
  await expect(layout.getByRole("option")).toHaveText([/below/, /3 × 4/, /6 × 2/, /12 × 1/]);
  for (const name of ["6 × 2", "12 × 1", "3 × 4 + rhythm strip"]) {
    await layout.selectOption(name);
    await expect(page.getByRole("region", { name: /^ECG strip/ })).toBeVisible();
  }
  await page.getByRole("link", { name: "Check", exact: true }).click();
  await app.drop(...wfdbFiles("hea", "dat"));
  await app.checkButton.click();
  await expect(page.getByRole("tab", { name: "Beats" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("tab", { name: "Twelve leads" })).toHaveCount(0);
  await expect(layout).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [390, 1440]) {
    test(`tabs and report are sound, ${colorScheme}, ${width} px wide`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ baseURL: baseURL ?? "", colorScheme, viewport: { width, height: 900 }, serviceWorkers: "block" });
      const page = await context.newPage();
      await checkRecord(page, ...ptbXlTables());
      await expectSound(page, "twelve leads");
      for (const tab of ["Strip", "Rhythm", "Beats"]) {
        await page.getByRole("tab", { name: tab, exact: true }).click();
        await expectSound(page, tab);
      }
      await page.getByRole("button", { name: "Report", exact: true }).click();
      const report = page.getByRole("article", { name: /^Report of/ });
      await expect(report.getByRole("region", { name: "Twelve-lead findings" })).toContainText(/CD Conduction disturbance/);
      await expect(report).toContainText("Told of the patient: Female, 69 years, 173 cm, 86 kg");
      await expect(report).toContainText("so CD Conduction disturbance.");
      await expect(report.getByRole("region", { name: "Twelve leads" }).locator("svg")).toHaveCount(6);
      await expectSound(page, "report");
      await page.emulateMedia({ media: "print" });
      await expectSound(page, "printed report", "article");
      await context.close();
    });
  }
}
