import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { AppPage } from "./app-page.ts";
import { expectSound } from "./expect-sound.ts";
import type { TestFile } from "./heart-rate-files.ts";
import { modelFile, renamed, weakened } from "./model-files.ts";
import { partRecords } from "./recording-files.ts";
import { checkSample } from "./recording-page.ts";
import { networkFiles, ptbXlRecord, ptbXlTables } from "./twelve-lead-files.ts";

/** Versions of a model: imported, compared on a frozen set, promoted through the gate, rolled back; evaluation sets. */

test.describe.configure({ timeout: 180_000 });

const versions = (page: Page) => page.getByRole("region", { name: "Versions", exact: true });
const history = (page: Page) => page.getByRole("region", { name: "History of versions" });
const dialog = (page: Page) => page.getByRole("dialog");
const row = (page: Page, version: number) => versions(page).getByRole("row").filter({ has: page.getByRole("button", { name: `Version ${version}`, exact: true }) });

async function openModel(page: Page, model = "beat-cnn"): Promise<void> {
  await new AppPage(page).start(`#/models/${model}`);
  await expect(row(page, 1)).toBeVisible();
}

async function importFiles(page: Page, files: readonly TestFile[] | string): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await versions(page).getByRole("button", { name: "Import a version" }).click();
  await (await choosing).setFiles(typeof files === "string" ? files : [...files]);
}

async function freezeHeartbeats(page: Page): Promise<void> {
  await new AppPage(page).start("#/evaluation-sets");
  await page.getByRole("button", { name: "Freeze Sample heartbeats" }).click();
  await expect(page.getByRole("rowheader", { name: "Sample heartbeats" })).toBeVisible();
}

/** From the promotion dialog to the gate's verdict, with a margin of one point. */
async function compare(page: Page, version: number): Promise<void> {
  await row(page, version).getByRole("button", { name: `Promote version ${version}` }).click();
  const margin = dialog(page).getByRole("textbox", { name: /Largest fall/ });
  const rule = dialog(page).getByText("fall by more than 1 point");
  await expect(margin.or(rule).first()).toBeVisible();
  if (await margin.isVisible()) {
    await margin.fill("1");
    await dialog(page).getByRole("button", { name: "Set the margin" }).click();
  }
  await expect(rule).toBeVisible();
  await dialog(page).getByRole("button", { name: "Compare on this set" }).click();
  await expect(dialog(page).getByRole("table")).toBeVisible({ timeout: 60_000 });
}

test("a version is imported, passes the gate, is promoted with a reason, answers, and is rolled back; the history says so", async ({ page }) => {
  await freezeHeartbeats(page);
  await openModel(page);
  await importFiles(page, renamed());
  await expect(row(page, 2)).toContainText("Imported, model.json", { timeout: 30_000 });
  await expect(row(page, 1)).toContainText("champion");

  await row(page, 2).getByRole("button", { name: "Promote version 2" }).click();
  const promote = dialog(page).getByRole("button", { name: /^Promote version 2/ });
  await expect(dialog(page)).toContainText("there is no default");
  await expect(promote).toBeDisabled();
  await page.keyboard.press("Escape");
  await compare(page, 2);
  await expect(dialog(page)).toContainText("Version 1 and version 2 are right and wrong on the same rows.");
  await expect(dialog(page)).toContainText("The gate lets version 2 pass");
  await expect(promote).toBeDisabled();
  await dialog(page).getByRole("textbox", { name: "Reason, for the log" }).fill("Same figures, other name");
  await expectSound(page, "promotion");
  await promote.click();
  await expect(row(page, 2)).toContainText("champion");
  await expect(row(page, 1)).not.toContainText("champion");
  await expect(row(page, 1).getByRole("combobox")).toHaveValue("Archived");

  const app = new AppPage(page);
  await app.start();
  await app.openHeartbeats();
  await app.checkBeats("1D-CNN");
  await page.goto("./#/models");
  await expect(page.getByRole("row", { name: /^1D-CNN.*Version 2/ }).first()).toBeVisible();

  await openModel(page);
  await versions(page).getByRole("button", { name: "Roll back to version 1" }).click();
  await dialog(page).getByRole("textbox", { name: "Reason, for the log" }).fill("Only a rehearsal");
  await dialog(page).getByRole("button", { name: "Roll back to version 1" }).click();
  await expect(row(page, 1)).toContainText("champion");
  await expect(history(page).getByRole("listitem").nth(0)).toContainText("Rolled beat-cnn back from version 2 to version 1");
  await expect(history(page).getByRole("listitem").nth(0)).toContainText("Only a rehearsal");
  await expect(history(page).getByRole("listitem").nth(1)).toContainText("Same figures, other name");
  await expect(history(page)).toContainText("Registered beat-cnn version 2, imported");
  await new AppPage(page).reload();
  await expect(history(page).getByRole("listitem")).toHaveCount(3);
});

test("the gate blocks a version that does worse, says for which class and by how much, and is overridden with a reason", async ({ page }) => {
  await freezeHeartbeats(page);
  await openModel(page);
  await importFiles(page, weakened());
  await expect(row(page, 2)).toBeVisible({ timeout: 30_000 });
  await compare(page, 2);
  await expect(dialog(page).getByRole("alert")).toContainText(/The gate blocks version 2: .*sensitivity of [NSVFQ] falls by \d+\.\d points, from [.\d]+ to [.\d]+/);
  await expect(dialog(page)).toContainText(/version 1 alone is right on \d+/);
  const promote = dialog(page).getByRole("button", { name: "Promote version 2 against the gate" });
  await expect(promote).toBeDisabled();
  await expectSound(page, "blocked promotion");
  await dialog(page).getByRole("checkbox", { name: /Override the gate/ }).check();
  await expect(promote).toBeDisabled();
  await dialog(page).getByRole("textbox", { name: "Reason, for the log" }).fill("To see it answer once");
  await promote.click();
  await expect(row(page, 2)).toContainText("champion");
  await expect(history(page).getByRole("listitem").first()).toContainText("against the gate");
  await expect(history(page).getByRole("listitem").first()).toContainText("To see it answer once");
  await expect(history(page).getByRole("listitem").first()).toContainText(/The gate said: .*falls by/);
});

test("a network of other shapes is refused with both named, and nothing is registered", async ({ page }) => {
  await openModel(page);
  await importFiles(page, ["model.json", "weights.bin"].map((name) => modelFile("conv-autoencoder", name)));
  await expect(versions(page).getByRole("alert")).toContainText("the network takes [any,140,1] and gives [any,140,1], not [any,187,1] to [any,5]", { timeout: 30_000 });
  await expect(row(page, 2)).toHaveCount(0);
});

test("a version is exported and imported again as it is, trees as JSON too; described, staged, challenged, deleted", async ({ page }, testInfo) => {
  await openModel(page, "boosted-trees");
  const saving = page.waitForEvent("download");
  await row(page, 1).getByRole("button", { name: "Export version 1" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("boosted-trees-version-1.zip");
  const path = testInfo.outputPath("boosted-trees-version-1.zip");
  await saved.saveAs(path);
  expect(readFileSync(path).includes("isoline boosted trees json 1")).toBe(true);
  await importFiles(page, path);
  await expect(row(page, 2)).toContainText("Imported, trees.bin", { timeout: 30_000 });
  await importFiles(page, path);
  await expect(versions(page).getByRole("alert")).toContainText("These files are version 2 of", { timeout: 30_000 });
  await expect(history(page)).toContainText("Exported version 1 of boosted-trees");

  await row(page, 2).getByRole("button", { name: "Make version 2 challenger" }).click();
  await expect(row(page, 2)).toContainText("challenger");
  await row(page, 2).getByRole("combobox", { name: "Stage of version 2" }).selectOption("Staging");
  await row(page, 2).getByRole("button", { name: "Version 2", exact: true }).click();
  await dialog(page).getByRole("textbox", { name: /^Tags/ }).fill("site: north, validated");
  await dialog(page).getByRole("textbox", { name: "Note" }).fill("The same trees again");
  await dialog(page).getByRole("button", { name: "Save tags and note" }).click();
  await expect(dialog(page)).toContainText("The card is its author’s");
  await expect(dialog(page)).toContainText("Decision trees, not a network");
  await expectSound(page, "version");
  await page.keyboard.press("Escape");
  await expect(row(page, 2)).toContainText("site: north, validated");
  await expect(row(page, 2)).toContainText("The same trees again");
  await expect(row(page, 2).getByRole("combobox")).toHaveValue("Staging");

  await row(page, 2).getByRole("button", { name: "Delete version 2" }).click();
  await dialog(page).getByRole("button", { name: "Delete for good" }).click();
  await expect(row(page, 2)).toHaveCount(0);
  await importFiles(page, path);
  await expect(row(page, 3)).toBeVisible({ timeout: 30_000 });
});

test("a labelled check is frozen under a name, and deleted", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  await page.goto("./#/evaluation-sets");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Six patients");
  await page.getByRole("button", { name: "Freeze", exact: true }).click();
  const frozen = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Six patients" }) });
  await expect(frozen).toContainText("12,153 heart rates");
  await expect(frozen).toContainText(/normal 1\d,\d{3}, anomalous \d+/);
  await new AppPage(page).reload();
  await frozen.getByRole("button", { name: "Delete Six patients" }).click();
  await dialog(page).getByRole("button", { name: "Delete for good" }).click();
  await expect(frozen).toHaveCount(0);
});

const setRow = (page: Page, name: string) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });

/** Freezes recordings chosen as files. */
async function freezeFiles(page: Page, name: string, files: readonly TestFile[]): Promise<void> {
  await page.getByRole("radio", { name: "Files", exact: true }).check();
  await page.locator('input[type="file"]').first().setInputFiles([...files]);
  await expect(page.getByText(/^\d+ recordings? read, [1-9]/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole("textbox", { name: "Name of the set of recordings" }).fill(name);
  await page.getByRole("button", { name: "Freeze recordings" }).click();
  await expect(setRow(page, name)).toBeVisible();
}

test("recordings are frozen from checks and from files, a version of the arrhythmia networks passes the gate on them, and what is frozen is not learnt from", async ({ page }) => {
  await checkSample(page);
  await page.goto("./#/evaluation-sets");
  await expect(page.getByRole("checkbox", { name: /^recording\s*N \d+, / })).toBeChecked();
  await page.getByRole("textbox", { name: "Name of the set of recordings" }).fill("Ten minutes");
  await page.getByRole("button", { name: "Freeze recordings" }).click();
  await expect(setRow(page, "Ten minutes")).toContainText(/8\d\d labelled beats of 1 recording/);
  await freezeFiles(page, "Two patients", partRecords(2, 60));
  await expect(setRow(page, "Two patients")).toContainText(/\d+ labelled beats of 2 recordings/);
  await expectSound(page, "sets of recordings");

  await openModel(page, "arrhythmia");
  await importFiles(page, renamed("arrhythmia"));
  await expect(row(page, 2)).toContainText("Imported, model.json", { timeout: 30_000 });
  await compare(page, 2);
  await expect(dialog(page)).toContainText("bootstrap over the 2 recordings");
  await expect(dialog(page).getByRole("row", { name: /^Sensitivity of V/ })).toBeVisible();
  await expect(dialog(page)).toContainText("Version 1 and version 2 are right and wrong on the same rows.");
  await expect(dialog(page)).toContainText("The gate lets version 2 pass");
  await dialog(page).getByRole("combobox", { name: "Evaluation set" }).selectOption({ label: await optionText(page, /^Ten minutes/) });
  await dialog(page).getByRole("button", { name: "Compare on this set" }).click();
  await expect(dialog(page)).toContainText("bootstrap over rows, which takes them for independent", { timeout: 60_000 });
  await expectSound(page, "comparison on recordings");
  await dialog(page).getByRole("textbox", { name: "Reason, for the log" }).fill("Same answers");
  await dialog(page).getByRole("button", { name: /^Promote version 2/ }).click();
  await expect(row(page, 2)).toContainText("champion");

  await page.goto("./#/train?model=arrhythmia");
  await expect(page.getByText("Kept out: its file is in the evaluation set “Ten minutes”.")).toBeVisible();
  await page.goto("./#/evaluation-sets");
  await page.getByRole("button", { name: "Delete Ten minutes" }).click();
  await dialog(page).getByRole("button", { name: "Delete for good" }).click();
  await expect(setRow(page, "Ten minutes")).toHaveCount(0);
});

test("records of twelve leads are frozen with the superclasses that their files state, and versions are compared on them", async ({ page }) => {
  await new AppPage(page).start("#/evaluation-sets");
  await page.getByRole("radio", { name: /^Superclasses of twelve leads/ }).check();
  await freezeFiles(page, "Cardiology", [...ptbXlRecord(), ...ptbXlTables()]);
  await expect(setRow(page, "Cardiology")).toContainText("1 record of twelve leads");
  await expect(setRow(page, "Cardiology")).toContainText("CD 1");
  await openModel(page, "twelve-lead");
  await importFiles(page, networkFiles());
  await expect(row(page, 2)).toBeVisible({ timeout: 30_000 });
  await compare(page, 2);
  await expect(dialog(page)).toContainText("Each superclass is a question to each record");
  await expect(dialog(page).getByRole("row", { name: /^Sensitivity of CD/ })).toContainText("1.000");
  await expect(dialog(page)).toContainText(/The gate (lets version 2 pass|blocks version 2)/);
});

const optionText = async (page: Page, name: RegExp): Promise<string> => (await dialog(page).getByRole("option").filter({ hasText: name }).first().textContent()) ?? "";

for (const [colorScheme, width] of [["light", 390], ["dark", 1440]] as const) {
  test(`versions and evaluation sets are sound, ${colorScheme}, ${width} px wide`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL: baseURL ?? "", colorScheme, viewport: { width, height: 900 }, serviceWorkers: "block" });
    const page = await context.newPage();
    await new AppPage(page).start("#/evaluation-sets");
    await expect(page.getByText("None yet.")).toBeVisible();
    await expectSound(page, "no evaluation sets");
    await freezeHeartbeats(page);
    await expectSound(page, "evaluation sets");
    await openModel(page);
    await importFiles(page, renamed());
    await expect(row(page, 2)).toBeVisible({ timeout: 30_000 });
    await expectSound(page, "versions");
    await page.goto("./#/models");
    await expect(page.getByText("Version 1").first()).toBeVisible();
    await expectSound(page, "models");
    await context.close();
  });
}
