import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { AppPage, DETECTORS } from "./app-page.ts";

const tile = (page: Page, name: string) => page.locator("dl > div").filter({ has: page.locator("dt", { hasText: new RegExp(`^${name}$`) }) }).locator("dd").first();

test("from sample data to a saved, reviewed result that opens again", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("1D-CNN");

  await expect(tile(page, "True")).toContainText("82");
  await expect(tile(page, "Precision")).toContainText(/\d?\.\d{3}\s*\d?\.\d\d–\d?\.\d\d/);
  await page.getByRole("option").filter({ hasText: "34 true" }).click();
  await expect(page).toHaveURL(/patient=\d+$/);
  await expect(page.getByRole("heading", { name: "Patient 100" })).toBeVisible();
  await expect(page).toHaveTitle("Result · Isoline");

  await page.keyboard.press("n");
  await expect(page.locator("tr[aria-current=true]")).toHaveCount(1);
  await page.keyboard.press("a");
  await page.keyboard.press("n");
  await page.keyboard.press("r");
  await page.keyboard.press("n");
  await page.keyboard.press("u");
  await expect(page.locator("[data-verdict=accepted]")).toHaveCount(1);
  await expect(page.locator("[data-verdict=rejected]")).toHaveCount(1);
  await expect(page.locator("[data-verdict=uncertain]")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(page.locator("[data-verdict=uncertain]")).toHaveCount(0);

  await page.getByRole("link", { name: "History" }).click();
  await page.getByRole("row", { name: /heart-rate\.csv/ }).getByRole("link", { name: "heart-rate.csv" }).click();
  await page.getByRole("option").filter({ hasText: "34 true" }).click();
  await expect(page.locator("[data-verdict=accepted]")).toHaveCount(1);
  await expect(page.locator("[data-verdict=rejected]")).toHaveCount(1);
});

test("draws a mark for every true and every predicted anomaly, and for nothing else", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  for (const option of await page.getByRole("listbox", { name: "Patients, most severe first" }).getByRole("option").all()) {
    const counts = /(\d+) true · (\d+) missed · (\d+) false/.exec(await option.innerText());
    await option.click();
    await expect(page.locator(".recharts-scatter-symbol")).toHaveCount(Number(counts?.[1]) + Number(counts?.[3]));
  }
});

test("the threshold moves predictions, figures and events at once, and is kept", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  const predicted = async () => Number((await tile(page, "Predicted").innerText()).replaceAll(",", ""));
  const before = await predicted();
  const field = page.getByRole("textbox", { name: "Threshold as a number" });
  await field.fill("1e9");
  await expect(page.getByText(/Type a score from/)).toBeVisible();
  expect(await predicted()).toBe(before);
  await field.fill("2,5");
  await field.blur();
  await expect.poll(predicted).toBeLessThan(before);
  const after = await predicted();

  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("row", { name: /heart-rate\.csv/ })).toContainText("2.500");
  await page.goBack();
  await app.reload();
  await expect(app.plot).toBeVisible();
  expect(await predicted()).toBe(after);
  await page.getByRole("button", { name: "Reset" }).click();
  await expect.poll(predicted).toBe(before);
});

test("exports the input's columns with score, prediction and verdict", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  await page.keyboard.press("n");
  await page.keyboard.press("a");
  await expect(page.locator("[data-verdict=accepted]")).toHaveCount(1);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /^Export/ }).click()]);
  expect(download.suggestedFilename()).toMatch(/^heart-rate-.*\.csv$/);
  const exported = readFileSync(await download.path(), "utf8").trimEnd().split("\n");
  const input = readFileSync(new URL("../public/samples/heart-rate.csv", import.meta.url), "utf8").trimEnd().split("\n");
  expect(exported).toHaveLength(input.length);
  expect(exported[0]).toBe(`${input[0]},score,prediction,verdict`);
  expect(exported[1]).toBe("1.028,100,73.72,0,,,");
  const [values, inputValues] = [exported, input].map((table) => table.slice(1).map((line) => line.split(",").slice(0, 4).map(Number)));
  expect(values).toEqual(inputValues);
  expect(exported.filter((line) => line.endsWith(",1,accepted"))).toHaveLength(1);
});

test("saves the plot as PNG and as SVG that stands alone", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  const [svg] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save SVG" }).click()]);
  const text = readFileSync(await svg.path(), "utf8");
  expect(text).toMatch(/^<svg[^>]+xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(text).toContain("not a medical device");
  expect(text).not.toMatch(/href=|var\(--/);
  const [png] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save PNG" }).click()]);
  const bytes = readFileSync(await png.path());
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect(bytes.readUInt32BE(16)).toBeGreaterThan(1000);
});

test("several detectors side by side on one file", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await page.getByRole("checkbox", { name: "Run several side by side" }).check();
  await page.getByRole("checkbox", { name: "Rolling median rule" }).check();
  await page.getByRole("checkbox", { name: "Isolation Forest" }).check();
  await app.checkButton.click();
  await expect(page).toHaveURL(/#\/compare\?checks=/, { timeout: 45_000 });
  for (const name of ["1D-CNN", "Rolling median rule", "Isolation Forest"]) {
    await expect(page.getByRole("columnheader", { name }).first()).toBeVisible();
  }
  await expect(page.getByRole("row", { name: /^F1/ })).toContainText(/\.\d{3}.*\.\d{3}.*\.\d{3}/);
});

test("a detector's card says what it is for, how well it does and where it fails", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  for (const detector of DETECTORS) {
    await app.chooseDetector(detector);
    await page.getByRole("button", { name: `Model card of ${detector}` }).click();
    const card = page.getByRole("dialog", { name: `Model card: ${detector}` });
    await expect(card).toContainText("not a medical device");
    await expect(card).toContainText(/F1 (\d?\.\d{3}) \(\d?\.\d{3}–\d?\.\d{3}\)/);
    await page.keyboard.press("Escape");
    await expect(card).toHaveCount(0);
  }
});

test("prints one page a patient", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  await page.getByRole("button", { name: /All patients.+reports/ }).click();
  await expect(page.getByRole("article", { name: /^Report of patient/ })).toHaveCount(6);
  await expect(page.getByRole("button", { name: /^Print/ })).toBeEnabled();
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(6);
});
