import { expect, test, type Page } from "@playwright/test";
import { AppPage } from "./app-page.ts";

const focused = (page: Page) => page.evaluate(() => {
  const element = document.activeElement;
  return element === null ? "" : `${element.tagName} ${element.getAttribute("role") ?? ""} ${element.getAttribute("aria-label") ?? element.textContent}`;
});

/** Presses Tab until what has the focus fits; the number of presses is bounded by what is on the page. */
async function tabTo(page: Page, target: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let press = 0; press < 120; press++) {
    const now = await focused(page);
    if (target.test(now)) return;
    seen.push(now.slice(0, 40));
    await page.keyboard.press("Tab");
  }
  throw new Error(`${target} never had the focus; these had: ${seen.join(" | ")}`);
}

test("the whole way by keyboard alone", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await page.keyboard.press("Tab");
  expect(await focused(page)).toContain("Skip to content");
  await tabTo(page, /^BUTTON.*Try sample data/i);
  await page.keyboard.press("Enter");
  await app.expectRead(12_153, 6);
  await page.keyboard.press("Control+Enter");
  await app.expectResult();

  await tabTo(page, /^DIV option/);
  const before = page.url();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(before);

  const drawn = await app.plot.innerText();
  await page.keyboard.press("+");
  await expect(app.plot).not.toHaveText(drawn);
  await page.keyboard.press("0");
  await expect(app.plot).toHaveText(drawn);

  await page.keyboard.press("n");
  await expect(page.locator("tr[aria-current=true]")).toHaveCount(1);
  await page.keyboard.press("a");
  await expect(page.locator("[data-verdict=accepted]")).toHaveCount(1);

  await page.keyboard.press("?");
  const help = page.getByRole("dialog");
  await expect(help).toContainText("Next event");
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
  await page.keyboard.press("h");
  await expect(page).toHaveURL(/#\/history/);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("a slider on the overview moves by keys", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  const start = page.getByRole("slider", { name: "Start of the stretch shown" });
  const before = await start.getAttribute("aria-valuenow");
  await start.focus();
  await page.keyboard.press("ArrowRight");
  await expect(start).not.toHaveAttribute("aria-valuenow", before ?? "");
});
