import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { BEAT_MODELS } from "../src/models/catalog.ts";
import { AppPage } from "./app-page.ts";
import { ecg5000Lines, finerFile, heartbeatLines, ptbFile, tutorialFile } from "./beat-files.ts";
import { lines, textFile } from "./heart-rate-files.ts";

async function checkedBeats(page: Page): Promise<AppPage> {
  const app = new AppPage(page);
  await app.start();
  await app.openHeartbeats();
  await app.checkBeats("Boosted trees");
  return app;
}

async function redrawnBeats(page: Page): Promise<void> {
  const app = new AppPage(page);
  await app.start();
  await page.getByRole("button", { name: "Try sample ECG5000" }).first().click();
  await app.checkBeats("Convolutional autoencoder");
}

const figures = (page: Page) => page.getByLabel(/^Figures over [\d,]+ labelled beats$/);
const firstBeat = (page: Page) => page.getByRole("gridcell").first();
const relabelled = (page: Page) => page.locator("dl > div").filter({ has: page.locator("dt", { hasText: "Relabelled" }) }).locator("dd");

async function exported(page: Page): Promise<string[][]> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Export CSV" }).click()]);
  return readFileSync(await download.path(), "utf8").trimEnd().split("\n").map((line) => line.split(","));
}

test("from the sample to a relabelled beat that stays so", async ({ page }) => {
  await checkedBeats(page);
  await expect(page.getByRole("heading", { name: "Confusion matrix" })).toBeVisible();

  await page.keyboard.press("b");
  await expect(page.getByText(/1,200 beats/)).toBeVisible();
  await firstBeat(page).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?beat=\d+$/);
  const address = page.url();
  await expect(relabelled(page)).toHaveText("no");
  await page.keyboard.press("4");
  await expect(relabelled(page)).toContainText("F");

  await new AppPage(page).reload();
  await expect(page).toHaveURL(address);
  await expect(relabelled(page)).toContainText("F");
  await page.keyboard.press("Escape");
  await expect(firstBeat(page)).toBeVisible();

  await page.getByRole("link", { name: "History" }).click();
  const row = page.getByRole("row", { name: /heartbeats\.csv/ });
  await expect(row).toContainText("Beats");
  await expect(row.locator('[data-label="Verdicts"]')).toHaveText("1");
  await expect(row.locator('[data-label="Threshold"]')).toHaveText("–");
});

test("Back closes a beat, and its address opens it", async ({ page }) => {
  await checkedBeats(page);
  await page.keyboard.press("b");
  await firstBeat(page).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?beat=\d+$/);
  const address = page.url();
  await page.keyboard.press("ArrowRight");
  await expect(page).not.toHaveURL(address);
  await page.goBack();
  await expect(page).not.toHaveURL(/beat=/);
  await expect(firstBeat(page)).toBeVisible();

  await page.goto(address);
  await expect(page.getByRole("heading", { name: /^Beat [\d,]+$/ })).toBeVisible();
  await page.goto(address.replace(/beat=\d+/, "beat=5000"));
  await expect(page.getByRole("alert")).toContainText("There is no beat 5000 in this check: it has 1,200 beats.");
});

test("the figures on the screen are those of the exported predictions", async ({ page }) => {
  await checkedBeats(page);
  const [header, ...rows] = await exported(page);
  expect(header.slice(0, 5)).toEqual(["file", "line", "true_class", "predicted_class", "relabelled_class"]);
  expect(rows).toHaveLength(1200);
  expect(rows.map((cells) => cells[2])).toEqual(heartbeatLines().map((line) => ["N", "S", "V", "F", "Q"][Number(line.split(",").at(-1))]));
  const right = rows.filter(([, , truth, predicted]) => truth === predicted).length;
  const accuracy = page.getByRole("listitem").filter({ hasText: /^Accuracy/ });
  await expect(accuracy).toContainText((right / rows.length).toFixed(3).replace(/^0/, ""));
});

test("a report of figures, mean beats and the most anomalous beats", async ({ page }) => {
  await checkedBeats(page);
  await page.keyboard.press("t");
  const report = page.getByRole("article", { name: "Report of heartbeats.csv" });
  await expect(report.getByRole("region", { name: "Most anomalous beats" }).getByRole("listitem")).toHaveCount(16);
  await expect(report).toContainText("not a medical device");
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)?.length).toBeLessThanOrEqual(4);
});

test("a report of an autoencoder has the histogram of its errors, and each figure once", async ({ page }) => {
  await redrawnBeats(page);
  const right = await figures(page).innerText();
  await page.keyboard.press("t");
  const report = page.getByRole("article", { name: /^Report of / });
  await expect(report.getByRole("figure", { name: "Histogram of reconstruction errors" })).toContainText("Reconstruction error");
  await expect(report.getByRole("slider")).toHaveCount(0);
  await expect(figures(page)).toHaveCount(1);
  expect(await figures(page).innerText()).toBe(right);
  await expect(page.getByRole("button", { name: "Print" })).toBeEnabled();
});

test("the sample under the pointer is told, and the one that the keys lead to", async ({ page }) => {
  await redrawnBeats(page);
  await page.keyboard.press("b");
  await firstBeat(page).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?beat=\d+$/);
  const address = page.url();
  const [, ...samples] = ecg5000Lines()[Number(/\d+$/.exec(address)?.[0]) - 1].split("\t");
  const amplitude = (sample: number) => `amplitude ${Number(samples[sample - 1]).toFixed(3)}`;
  const chart = page.getByRole("slider", { name: "Sample of the beat" });
  await expect(page.getByText("as the model redraws it")).toBeVisible();

  const box = await chart.boundingBox();
  if (box === null) throw new Error("The chart has no size.");
  await chart.hover({ position: { x: box.width - 1, y: 40 } });
  await expect(page.getByText("sample 140", { exact: true })).toBeVisible();
  await expect(page.getByText(amplitude(140), { exact: true })).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(page.getByText(amplitude(140), { exact: true })).toBeHidden();

  await chart.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await expect(chart).toHaveAttribute("aria-valuenow", "139");
  await expect(chart).toHaveAttribute("aria-valuetext", new RegExp(`^sample 139, ${amplitude(139)}, redrawn -?\\d\\.\\d{3}, off by \\d\\.\\d{3}$`));
  expect(page.url()).toBe(address);
});

test("another detector on the saved beats, and both side by side", async ({ page }) => {
  const app = await checkedBeats(page);
  await page.getByRole("button", { name: "Run another detector" }).click();
  await app.expectBeats(1200, 187);
  await app.checkBeats("1D-CNN");
  await page.getByRole("link", { name: "History" }).click();
  await page.getByRole("checkbox", { name: "Pick heartbeats.csv, Boosted trees, to compare" }).check();
  await page.getByRole("checkbox", { name: "Pick heartbeats.csv, 1D-CNN, to compare" }).check();
  await page.getByRole("button", { name: "Compare 2 checks" }).click();
  await expect(page.getByRole("region", { name: "Table of agreement" })).toContainText("Ventricular ectopic");
  const difference = page.getByRole("region", { name: "Beats on which the checks differ" }).getByRole("link").first();
  await difference.click();
  await expect(page).toHaveURL(/#\/checks\/.+\?beat=\d+$/);
  await expect(page.getByRole("heading", { name: /^Beat [\d,]+$/ })).toBeVisible();
});

for (const { id, name, samplesPerBeat, task } of BEAT_MODELS) {
  test(`${name} (${id}) checks a sample and explains a beat`, async ({ page }) => {
    const app = new AppPage(page);
    await app.start();
    await page.getByRole("button", { name: samplesPerBeat === 187 ? "Try sample heartbeats" : "Try sample ECG5000" }).first().click();
    await expect(app.fact("Samples a beat")).toHaveText(String(samplesPerBeat));
    await app.checkBeats(name);
    if (task === "autoencoder") {
      await expect(page.getByRole("slider", { name: "Threshold on the reconstruction error" })).toBeVisible();
      await expect(figures(page)).toHaveCount(1);
    } else {
      await expect(page.getByRole("heading", { name: "Against the labels" })).toBeVisible();
    }
    await page.keyboard.press("b");
    await firstBeat(page).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText(task === "autoencoder" ? /redraw|reconstruct/i : /spoke for/i).first()).toBeVisible();
  });
}

test("the tutorial's CSV is asked about, and read as it was answered", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.drop(tutorialFile(120));
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("ecg.csv");
  await expect(dialog.getByRole("radio", { name: "1 normal, 0 anomaly" })).toBeChecked();
  await dialog.getByRole("button", { name: "Open with these settings" }).click();
  await app.expectBeats(120, 140);
  await expect(page.getByRole("row", { name: /Anomalous/ })).toBeVisible();
});

test("a file in which 1 is abnormal is read so once that is said", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.drop(ptbFile(60));
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("in the PTB files of the same form it is an abnormal one");
  await dialog.getByRole("radio", { name: "0 normal, 1 anomaly" }).check();
  await dialog.getByRole("button", { name: "Open with these settings" }).click();
  await app.expectBeats(60, 187);
  const abnormal = heartbeatLines().slice(0, 60).filter((line) => !line.endsWith(",0")).length;
  await expect(page.getByRole("row", { name: /Anomalous/ })).toContainText(String(abnormal));
});

test("beats of another length are resampled once their sampling rate is known", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.drop(finerFile(40));
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("374 samples a beat")).toBeVisible();
  await dialog.getByLabel("Sampling rate in Hz").fill("no");
  await dialog.getByRole("button", { name: "Open with these settings" }).click();
  await expect(dialog.getByRole("alert")).toContainText("must be a number from 50 to 20000 Hz");
  await dialog.getByLabel("Sampling rate in Hz").fill("250");
  await dialog.getByRole("button", { name: "Open with these settings" }).click();
  await app.expectBeats(40, 187);
  await expect(app.fact("Sampling rate")).toContainText("resampled from 374 samples at 250 Hz");
});

test("a row of another length is named, with its line", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  const rows = heartbeatLines().slice(0, 30);
  rows[16] = rows[16].split(",").slice(80).join(",");
  await app.drop(textFile("torn.csv", lines(...rows)));
  await expect(app.alert).toContainText("torn.csv, line 17");
});
