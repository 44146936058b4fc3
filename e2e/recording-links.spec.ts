import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { AppPage } from "./app-page.ts";
import { expectSound } from "./expect-sound.ts";
import { timedFile } from "./recording-files.ts";
import { checkRecording, checkSample, events, pickedBeat, shownSpan, strip } from "./recording-page.ts";

/** Ways from one view of a recording to another, and back. */

test.describe.configure({ timeout: 120_000 });

test("an anomaly of the heart rate is shown on the strip of its recording, and back", async ({ page }) => {
  const app = await checkSample(page);
  await page.keyboard.press("r");
  await page.getByRole("button", { name: "Check the heart rate of this recording" }).click();
  await page.getByRole("radio", { name: "Rolling median rule" }).check();
  await app.checkButton.click();
  await expect(page).toHaveURL(/patient=1/, { timeout: 45_000 });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("recording, heart rate");
  await expect(page.getByText("Pick a point of the plot or an event to see its ECG.")).toBeVisible();
  await expect(app.plot).toBeVisible();
  await app.expectSaved();

  await page.keyboard.press("n");
  const picked = page.getByText(/^Picked: /);
  await expect(picked).toBeVisible();
  await expectSound(page, "heart rate of a recording");
  const words = await picked.innerText();
  const [, minutes, seconds] = /0:(\d\d):([\d.]+)/.exec(words) ?? [];
  const timeS = 60 * Number(minutes) + Number(seconds);
  await page.keyboard.press("s");
  await expect(pickedBeat(page)).toContainText(`at 0:${minutes}:${seconds}`);
  const [fromS, toS] = await shownSpan(page);
  expect(fromS).toBeLessThanOrEqual(timeS);
  expect(toS).toBeGreaterThan(timeS);

  await page.goBack();
  await expect(page.getByText(words)).toBeVisible();
  await page.goForward();
  await expect(pickedBeat(page)).toContainText(`at 0:${minutes}:${seconds}`);
  await page.getByRole("link", { name: "Rolling median rule" }).click();
  await expect(page.getByText(words)).toBeVisible();
});

test("heart rates say so when the check of their recording was deleted", async ({ page }) => {
  const app = await checkSample(page);
  await page.keyboard.press("r");
  await page.getByRole("button", { name: "Check the heart rate of this recording" }).click();
  await page.getByRole("radio", { name: "Rolling median rule" }).check();
  await app.checkButton.click();
  await expect(page.getByText(/^Heart rate of the recording recording, lead MLII/)).toBeVisible({ timeout: 45_000 });
  const ofHeartRate = page.url();
  await page.getByRole("link", { name: "History" }).click();
  const row = page.getByRole("row").filter({ has: page.getByRole("link", { name: "recording", exact: true }) });
  await row.getByRole("button", { name: /Delete/ }).click();
  await expect(row).toHaveCount(0);
  await page.goto(ofHeartRate);
  await expect(page.getByText(/recording that this heart rate came from was deleted/)).toBeVisible();
});

test("tabs keep what was picked and filtered, and the address keeps the place", async ({ page }) => {
  await checkSample(page);
  const couplets = events(page).getByRole("button", { name: /^Couplet/ });
  await couplets.click();
  await page.keyboard.press("n");
  await page.keyboard.press("n");
  const said = await events(page).getByRole("status").innerText();
  const facts = await pickedBeat(page).innerText();
  await page.keyboard.press("r");
  await expect(page).toHaveURL(/tab=rhythm/);
  await page.keyboard.press("v");
  await expect(page).not.toHaveURL(/tab=/);
  await expect(couplets).toHaveAttribute("aria-pressed", "true");
  await expect(events(page).getByRole("status")).toHaveText(said);
  await expect(pickedBeat(page)).toHaveText(facts);

  const ofEvent = page.url();
  await strip(page).focus();
  await page.keyboard.press("PageDown");
  await expect(page).not.toHaveURL(ofEvent);
  const before = await shownSpan(page);
  const address = page.url();
  await new AppPage(page).reload();
  await expect(pickedBeat(page)).toHaveText(facts);
  await expect.poll(() => shownSpan(page)).toEqual(before);
  await page.getByRole("link", { name: "History" }).click();
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect.poll(() => shownSpan(page)).toEqual(before);
});

test("a beat among those of its shape stands beside its strip, and is shown there", async ({ page }) => {
  await checkSample(page);
  await page.keyboard.press("b");
  await page.getByRole("option", { name: /^Template 3/ }).click();
  for (let step = 0; step < 3; step++) await page.keyboard.press("n");
  const around = page.getByRole("img", { name: /^ECG around Beat \d+/ });
  const [beat] = /Beat \d+/.exec((await around.getAttribute("aria-label")) ?? "") ?? [];
  await page.getByRole("button", { name: "Show on strip" }).click();
  await expect(pickedBeat(page)).toContainText(`${beat} at`);
  await page.goBack();
  await expect(page.getByRole("tab", { name: "Beats" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("option", { name: /^Template 3/ })).toHaveAttribute("aria-selected", "true");
  await expect(around).toHaveAttribute("aria-label", new RegExp(`${beat} at`));
});

test("a pair of the Poincaré plot is picked by keys and said", async ({ page }) => {
  await checkSample(page);
  await page.keyboard.press("r");
  const pair = page.getByRole("slider", { name: "Pair picked in the Poincaré plot" });
  await pair.press("Home");
  const first = await pair.getAttribute("aria-valuetext");
  await pair.press("ArrowRight");
  await expect(pair).toHaveAttribute("aria-valuenow", "2");
  await expect(pair).not.toHaveAttribute("aria-valuetext", first ?? "");
  await expect(page.getByRole("status").filter({ hasText: /RR \d+ ms, then \d+ ms/ })).toBeVisible();
});

test("two leads of a recording are compared beat by beat", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.drop(timedFile(60));
  await checkRecording(app);
  await page.getByRole("button", { name: "Run another detector" }).click();
  await page.getByRole("radio", { name: "V5", exact: true }).check();
  await checkRecording(app);
  await page.getByRole("link", { name: "History" }).click();
  const boxes = page.getByRole("checkbox", { name: /timed\.csv/ });
  await expect(boxes).toHaveCount(2);
  for (const box of await boxes.all()) await box.check();
  await page.getByRole("button", { name: /^Compare/ }).click();
  await expect(page.getByText(/^First: .*, lead V5\. Second: .*, lead MLII\./)).toBeVisible();
  await expect(page.getByRole("region", { name: "Table of classes" }).getByRole("table")).toBeVisible();
  await expectSound(page, "compared recordings");
});

test("beats of a recording that is no WFDB record are exported with one that is read again", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.drop(timedFile(60));
  await checkRecording(app);
  const found = await page.getByText(/^\d+ beats in lead/).innerText();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "WFDB record (zip)" }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("timed.zip");
  const files = Object.entries(unzipSync(readFileSync(await saved.path()))).map(([name, bytes]) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) }));
  expect(files.map(({ name }) => name)).toEqual(["timed.hea", "timed.dat", "timed.isoline"]);
  await app.start();
  await app.drop(...files);
  await expect(page.getByText(/isoline/).first()).toBeVisible();
  await checkRecording(app);
  await expect(page.getByText(found)).toBeVisible();
  await expect(page.getByRole("button", { name: "Annotations (timed.isoline)" })).toBeVisible();
});

test("rhythm, beats and print of an arrhythmia have no fault that axe finds, dark on a phone", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? "", colorScheme: "dark", viewport: { width: 390, height: 844 }, serviceWorkers: "block" });
  const page = await context.newPage();
  await checkSample(page);
  await page.getByRole("tab", { name: "Rhythm" }).click();
  await page.getByRole("slider", { name: "Pair picked in the Poincaré plot" }).press("Home");
  await expectSound(page, "rhythm");
  await page.getByRole("tab", { name: "Beats" }).click();
  await expect(page.getByRole("img", { name: /^ECG around/ })).toBeVisible();
  await expectSound(page, "beats");
  await page.getByRole("button", { name: "Report", exact: true }).click();
  await expect(page.getByRole("article")).toBeVisible();
  await expectSound(page, "report");
  await page.emulateMedia({ media: "print" });
  await expectSound(page, "printed report", "article");
  await context.close();
});
