import { expect, test, type Page } from "@playwright/test";
import { AppPage } from "./app-page.ts";
import { expectSound } from "./expect-sound.ts";
import { downloadedRuns, RUNS, storeArchive, trainedFolder } from "./run-store.ts";

const rows = (page: Page) => page.getByRole("table").locator("tbody tr");

/** Labelled beats with an early peak, normal, and a late one, ventricular. */
const twoShapes = (beats: number): string =>
  Array.from({ length: beats }, (_, beat) => [...Array.from({ length: 187 }, (_, sample) => Math.exp(-((sample - 3 - (beat % 2) * 20) ** 2) / 20).toFixed(4)), beat % 2 === 0 ? 0 : 2].join(",")).join("\n");

async function importStore(page: Page): Promise<void> {
  await new AppPage(page).start("#/runs");
  await page.getByLabel("Archive of runs").setInputFiles(await storeArchive());
  await expect(page.getByText("Imported 3 runs")).toBeVisible();
}

test("runs of npm run train are imported, listed, found and filtered", async ({ page }) => {
  await new AppPage(page).start("#/runs");
  await expect(page.getByRole("heading", { name: "No training yet" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Train a model" })).toHaveAttribute("href", "#/train");
  await expectSound(page, "Runs without any");
  await importStore(page);
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).first()).toContainText("Rate 0.004");
  await expectSound(page, "Runs");

  await page.getByRole("combobox", { name: "State" }).selectOption("Failed");
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("combobox", { name: "State" }).selectOption("All");
  await page.getByRole("combobox", { name: "Tag" }).selectOption("site: Ward 3");
  await expect(rows(page)).toContainText(["Rate 0.002"]);
  await page.getByRole("combobox", { name: "Tag" }).selectOption("All");
  await page.getByRole("searchbox", { name: "Search" }).fill("learningrate=0.001");
  await expect(rows(page)).toContainText(["Rate 0.001"]);
  await page.getByRole("searchbox", { name: "Search" }).fill("");
  await page.getByRole("combobox", { name: "Sort by" }).selectOption("Lowest validation loss");
  await expect(rows(page).first()).toContainText("Rate 0.001");

  await page.getByLabel("Archive of runs").setInputFiles(await storeArchive());
  await expect(page.getByText("No run imported, 3 already here")).toBeVisible();
});

test("a folder that npm run train wrote is imported, and what its training gave becomes a version", async ({ page }) => {
  const folder = await trainedFolder();
  await new AppPage(page).start("#/runs");
  await page.getByLabel("Folder of runs").setInputFiles(folder);
  await expect(page.getByText("Imported 1 run", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Register as a version" }).click();
  await expect(page.getByText("Registered Boosted trees version 2")).toBeVisible({ timeout: 30_000 });
  await rows(page).getByRole("link").click();
  await expect(page.getByRole("link", { name: "Version 2" })).toHaveAttribute("href", "#/models/boosted-trees");
  await expect(page.getByRole("img", { name: /^loss over the epochs/ })).toBeVisible();
});

test("a run shows what was set and what came of it; tags, notes and deletion can be taken back", async ({ page }) => {
  await importStore(page);
  await page.getByRole("link", { name: "Rate 0.001" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Rate 0.001" })).toBeVisible();
  await expect(page.getByRole("img", { name: /^loss over the epochs.*in epoch 12/ })).toBeVisible();
  await expect(page.locator("dl > div").filter({ hasText: "Learning rate" }).filter({ hasText: "other than the default" })).toContainText("0.001");
  await expect(new AppPage(page).fact("Class N")).toHaveText("90 (90.0 %)");
  await expect(new AppPage(page).fact("best epoch")).toHaveText("9");
  await expect(new AppPage(page).fact("Made by")).toHaveText("npm run train, Isoline 0.1.0");
  await expectSound(page, "A run");

  await page.getByRole("textbox", { name: "Tag" }).fill("keep");
  await page.getByRole("button", { name: "Add tag" }).click();
  await expect(page.getByRole("list", { name: "Tags" })).toContainText("keep");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("list", { name: "Tags" })).toBeHidden();
  await page.getByRole("textbox", { name: "Notes" }).fill("Rate halved");
  await page.getByRole("textbox", { name: "Notes" }).blur();
  await expect(page.getByText("Notes changed")).toBeVisible();
  await new AppPage(page).reload();
  await expect(page.getByRole("textbox", { name: "Notes" })).toHaveValue("Rate halved");

  await page.getByRole("button", { name: "Delete" }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows(page)).toHaveCount(3);
});

test("runs are compared side by side: what differs first, the best marked, curves, axes and marks drawn", async ({ page }) => {
  await importStore(page);
  await page.getByRole("checkbox", { name: "Pick all" }).check();
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page).toHaveURL(/#\/runs\/compare\?runs=/);
  const settings = page.getByRole("region", { name: "Table of parameters and data" });
  await expect(settings.locator("tbody tr")).toHaveText([/^Learning rate0.0040.0010.002$/]);
  await page.getByRole("button", { name: /^Show \d+ rows that are alike/ }).click();
  await expect(settings.locator("tbody tr").nth(1)).toContainText("Epochs");
  await expect(page.getByRole("region", { name: "Table of final metrics" }).locator("tr", { hasText: "validation loss" }).locator("td")).toHaveText(["–", /^0.1818 best$/, "0.2"]);
  await expect(page.getByRole("img", { name: /^validation loss over the epochs/ })).toBeVisible();
  await expect(page.getByRole("img", { name: /^Parallel coordinates of 3 runs over Learning rate/ })).toBeVisible();
  await page.getByRole("combobox", { name: "Up" }).selectOption("loss");
  await expect(page.getByRole("img", { name: /^loss against Learning rate\. .*Rate 0\.001: 0\.001, 0\.1/ })).toBeVisible();
  await expectSound(page, "Comparison of runs");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectSound(page, "Comparison of runs on a phone");
});

test("what is exported is an MLflow store with the same runs, and can be imported again", async ({ page }) => {
  await importStore(page);
  const exported = await downloadedRuns(page, () => page.getByRole("button", { name: "Export all 3 runs for MLflow" }).click());
  const byId = (a: { readonly run: { readonly id: string } }, b: { readonly run: { readonly id: string } }) => a.run.id.localeCompare(b.run.id);
  expect(exported.map(({ run, epochs }) => ({ run, epochs })).sort(byId)).toEqual([...RUNS].sort(byId));

  await page.getByRole("checkbox", { name: "Pick Rate 0.001, 1D-CNN" }).check();
  const one = await downloadedRuns(page, () => page.getByRole("button", { name: "Export 1 run for MLflow" }).click());
  expect(one.map(({ run }) => run.name)).toEqual(["Rate 0.001"]);
});

test("a training that goes on is followed live, in the list and on its own screen", async ({ page }) => {
  test.slow();
  await new AppPage(page).start("#/train?model=beat-cnn");
  await page.getByRole("radio", { name: "A labelled file" }).check();
  await page.locator('input[type="file"]').first().setInputFiles({ name: "ward.csv", mimeType: "text/csv", buffer: Buffer.from(twoShapes(80)) });
  await page.getByText("Parameters of 1D-CNN").click();
  await page.getByLabel("Epochs", { exact: true }).fill("300");
  await page.getByLabel("Patience", { exact: true }).fill("300");
  await page.getByRole("button", { name: "Start training" }).click();
  await page.getByRole("link", { name: "Runs", exact: true }).click();
  await expect(rows(page)).toContainText("Running");
  await expect(rows(page)).toContainText(/[1-9]\d* of at most 300/, { timeout: 60_000 });
  await rows(page).getByRole("link").click();
  const reached = async () => Number.parseInt(await page.getByText(/^\d+ epochs? so far$/).innerText());
  await expect.poll(reached, { timeout: 60_000 }).toBeGreaterThan(1);
  const before = await reached();
  await expect.poll(reached, { timeout: 60_000 }).toBeGreaterThan(before + 1);
  await expect(page.getByRole("img", { name: /^loss over the epochs/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Delete" })).toBeDisabled();
  await page.getByRole("link", { name: "Pause or end it" }).click();
  await page.getByRole("button", { name: "End now, keep the best weights" }).click();
  await page.getByRole("link", { name: "Open the run" }).click({ timeout: 60_000 });
  await expect(page.getByRole("link", { name: "Version 2" })).toBeVisible();
  await expect(page.getByText("Stopped")).toBeVisible();
});

test("an archive that holds no runs, or is none, is refused with a sentence", async ({ page }) => {
  await new AppPage(page).start("#/runs");
  await page.getByLabel("Archive of runs").setInputFiles({ name: "other.zip", mimeType: "application/zip", buffer: Buffer.from("PK no archive") });
  await expect(page.getByRole("alert")).toContainText("other.zip: this is no ZIP archive");
});
