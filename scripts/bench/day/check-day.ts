import type { Locator, Page } from "@playwright/test";

export const stripOf = (page: Page): Locator => page.getByRole("region", { name: /^ECG strip/ });

/** Chooses the files of a day's record; until it has been read. */
export async function openDay(page: Page, files: readonly string[]): Promise<void> {
  await page.locator("input[type=file]").first().setInputFiles([...files]);
  await page.getByText("24:00:00.0").first().waitFor();
}

/** Until its beats are on the strip. */
export async function checkDay(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Check Anomalies/ }).click();
  await stripOf(page).waitFor();
}

/** The strip is shown while its check is still being saved. */
export async function savedDay(page: Page): Promise<void> {
  await page.locator("[aria-busy=true]").waitFor({ state: "detached" });
}
