import { expect, type Locator, type Page } from "@playwright/test";
import { AppPage } from "./app-page.ts";

/** Parts of a recording's result, by what is written on them. */
export const strip = (page: Page): Locator => page.getByRole("region", { name: /^ECG strip/ });
export const pickedBeat = (page: Page): Locator => page.getByRole("status").filter({ hasText: /^Beat \d+ at|^Click a beat/ });
export const events = (page: Page): Locator => page.getByRole("region", { name: "Rhythm events" });

/** Seconds from the start of the strip to its end. */
export async function shownSpan(page: Page): Promise<readonly [fromS: number, toS: number]> {
  const label = (await strip(page).getAttribute("aria-label")) ?? "";
  const [from, to] = [...label.matchAll(/(\d+):(\d\d):([\d.]+)/g)].map(([, hours, minutes, seconds]) => 3600 * Number(hours) + 60 * Number(minutes) + Number(seconds));
  return [from, to];
}

/** Ten minutes of MIT-BIH record 223, checked. */
export async function checkSample(page: Page): Promise<AppPage> {
  const app = new AppPage(page);
  await app.start();
  await page.getByRole("button", { name: "Try a recording" }).first().click();
  await expect(app.fact("Duration")).toHaveText("0:10:00.0");
  await checkRecording(app);
  return app;
}

/** Runs the check of the recording in hand. */
export async function checkRecording(app: AppPage): Promise<void> {
  const { page } = app;
  await app.checkButton.click();
  await expect(page).toHaveURL(/#\/checks\/[^?]+/, { timeout: 45_000 });
  await expect(strip(page)).toBeVisible();
  await app.expectSaved();
}
