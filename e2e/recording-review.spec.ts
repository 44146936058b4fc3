import { expect, test } from "@playwright/test";
import { AppPage } from "./app-page.ts";
import { timedFile } from "./recording-files.ts";
import { checkSample, events, pickedBeat, shownSpan, strip } from "./recording-page.ts";

/** What a clinician does with a checked recording. */

test.describe.configure({ timeout: 90_000 });

test("a record becomes beats and events, and the strip moves and zooms by keys", async ({ page }) => {
  await checkSample(page);
  await expect(page.getByText(/^89\d beats in lead MLII, \d+ of them anomalous; \d+ rhythm events\.$/)).toBeVisible();
  await expect(events(page).getByRole("option").first()).toContainText("Ventricular tachycardia");

  await strip(page).focus();
  const [, paperTo] = await shownSpan(page);
  await page.keyboard.press("+");
  await expect.poll(async () => spanLength(await shownSpan(page))).toBeCloseTo(paperTo / 2, 0);
  await page.keyboard.press("0");
  await expect.poll(() => shownSpan(page)).toEqual([0, paperTo]);
  await page.keyboard.press("End");
  await expect.poll(async () => (await shownSpan(page))[1]).toBe(600);
  await page.keyboard.press("ArrowLeft");
  await expect.poll(async () => (await shownSpan(page))[1]).toBeLessThan(600);
  await page.keyboard.press("Home");
  await expect.poll(async () => (await shownSpan(page))[0]).toBe(0);
});

test("stepping to an event shows it in the strip", async ({ page }) => {
  await checkSample(page);
  await events(page).getByRole("button", { name: /^Next/ }).click();
  await expect(events(page).getByRole("status")).toContainText("Ventricular tachycardia");
  const text = await events(page).getByRole("option", { selected: true }).innerText();
  const [, minutes, seconds] = /\d:(\d\d):(\d\d)/.exec(text) ?? [];
  const startS = 60 * Number(minutes) + Number(seconds);
  const [fromS, toS] = await shownSpan(page);
  expect(fromS).toBeLessThanOrEqual(startS + 1);
  expect(toS).toBeGreaterThan(startS);
});

test("a beat is relabelled by key, which can be undone and is kept", async ({ page }) => {
  await checkSample(page);
  await page.keyboard.press("Shift+ArrowRight");
  await expect(pickedBeat(page)).toContainText(/model V/);
  await page.keyboard.press("4");
  await expect(pickedBeat(page)).toContainText("relabelled F");
  await page.keyboard.press("u");
  await expect(pickedBeat(page)).not.toContainText("relabelled");
  await page.keyboard.press("4");
  await expect(pickedBeat(page)).toContainText("relabelled F");
  await expect(page).toHaveURL(/beat=/);
  await new AppPage(page).reload();
  await expect(strip(page)).toBeVisible();
  await expect(pickedBeat(page)).toContainText("relabelled F");
});

test("calipers measure from peak to peak", async ({ page }) => {
  await checkSample(page);
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("k");
  const second = page.getByRole("slider", { name: "Second caliper" });
  await expect(second).toHaveAttribute("aria-valuetext", /\d+ ms · \d+ bpm · [+−]?\d\.\d\d mV/);
  const before = Number(await second.getAttribute("aria-valuenow"));
  await second.press("ArrowRight");
  await expect.poll(async () => Number(await second.getAttribute("aria-valuenow"))).toBeGreaterThan(before);
  await page.getByRole("button", { name: "Calipers" }).click();
  await expect(second).toHaveCount(0);
});

test("the report has the figures and strips of the recording", async ({ page }) => {
  await checkSample(page);
  await page.getByRole("button", { name: "Report", exact: true }).click();
  const report = page.getByRole("article", { name: /^Report of/ });
  await expect(report).toContainText("Male, 73 years");
  await expect(report).toContainText(/Ventricular tachycardia/);
  await expect(report).toContainText("Research use only — not a medical device; not for diagnosis");
  await expect(report.locator("svg").first()).toBeVisible();
});

test("two leads are drawn, and beats are found in the chosen one", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.drop(timedFile(30));
  await page.getByRole("radio", { name: "V5", exact: true }).check();
  await app.checkButton.click();
  await expect(page.getByText(/^\d+ beats in lead V5/)).toBeVisible({ timeout: 45_000 });
  await expect(strip(page)).toBeVisible();
});

function spanLength([fromS, toS]: readonly [fromS: number, toS: number]): number {
  return toS - fromS;
}
