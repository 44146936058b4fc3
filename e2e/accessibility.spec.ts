import { expect, test } from "@playwright/test";
import { AppPage } from "./app-page.ts";
import { tutorialFile } from "./beat-files.ts";
import { expectSound } from "./expect-sound.ts";
import { lines, realBeats, textFile } from "./heart-rate-files.ts";

for (const [colorScheme, width] of [["light", 390], ["dark", 1440]] as const) {
  test(`the demo, ${colorScheme}, ${width} px wide`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL: baseURL ?? "", colorScheme, viewport: { width, height: 900 }, serviceWorkers: "block" });
    const page = await context.newPage();
    await page.goto("./");
    await page.getByRole("button", { name: "Try without an account" }).click();
    await expect(page.getByText("Demo: nothing is kept when this page closes.")).toBeVisible();
    await expectSound(page, "Check in the demo");
    const app = new AppPage(page);
    await app.openSample();
    await app.check("Rolling median rule");
    await expectSound(page, "result in the demo");
    await page.getByRole("button", { name: "Create an account or sign in" }).click();
    await expect(page.getByRole("dialog")).toContainText("What was opened and checked in it is gone then.");
    await expectSound(page, "ending the demo");
    await context.close();
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [390, 1440]) {
    test(`every screen, ${colorScheme}, ${width} px wide`, async ({ browser, baseURL }) => {
      test.setTimeout(150_000);
      const context = await browser.newContext({ baseURL: baseURL ?? "", colorScheme, viewport: { width, height: 900 }, serviceWorkers: "block" });
      const page = await context.newPage();
      const app = new AppPage(page);
      await app.start();
      await expectSound(page, "empty Check");

      await app.drop(textFile("bad.csv", ""));
      await expect(app.alert).toBeVisible();
      await expectSound(page, "problem");

      await app.drop(textFile("unnamed.csv", lines("a,b", ...realBeats(50).map(({ timeS, rate }) => `${timeS},${rate}`))));
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectSound(page, "import dialog");
      await page.keyboard.press("Escape");

      await app.openSample();
      await page.getByRole("checkbox", { name: "Run several side by side" }).check();
      await page.getByRole("checkbox", { name: "Rolling median rule" }).check();
      await expectSound(page, "opened Check");
      await page.getByRole("button", { name: "Model card of 1D-CNN" }).click();
      await expect(page.getByRole("dialog")).toContainText("Intended use");
      await expectSound(page, "model card");
      await page.keyboard.press("Escape");
      await app.checkButton.click();
      await expect(page).toHaveURL(/#\/compare/, { timeout: 45_000 });
      await expect(page.getByRole("table").first()).toBeVisible();
      await expectSound(page, "Compare");

      await page.getByRole("link", { name: "History" }).click();
      await expect(page.getByRole("row", { name: /heart-rate\.csv/ })).toHaveCount(2);
      await expectSound(page, "History");

      await page.getByRole("link", { name: "heart-rate.csv" }).first().click();
      await expect(app.plot).toBeVisible();
      await page.keyboard.press("n");
      await expectSound(page, "Result");

      await page.keyboard.press("?");
      await expectSound(page, "key help");
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: "Report", exact: true }).click();
      await expect(page.getByRole("article")).toBeVisible();
      await expectSound(page, "Report");

      for (const screen of ["privacy", "licences"]) {
        await page.goto(`./#/${screen}`);
        await expect(page.getByRole("heading", { level: 2 }).last()).toBeVisible();
        await expectSound(page, screen);
      }

      await page.goto("./#/nowhere");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectSound(page, "unknown address");
      await context.close();
    });

    test(`every screen of beats, ${colorScheme}, ${width} px wide`, async ({ browser, baseURL }) => {
      test.setTimeout(150_000);
      const context = await browser.newContext({ baseURL: baseURL ?? "", colorScheme, viewport: { width, height: 900 }, serviceWorkers: "block" });
      const page = await context.newPage();
      const app = new AppPage(page);
      await app.start();
      await app.drop(tutorialFile(40));
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectSound(page, "beat import dialog");
      await page.keyboard.press("Escape");
      await app.openHeartbeats();
      await expectSound(page, "opened beats");
      await app.checkBeats("Boosted trees");
      await expectSound(page, "beats: overview");
      await page.getByRole("tab", { name: "Beats" }).click();
      await page.getByRole("gridcell").first().focus();
      await expectSound(page, "beats: gallery");
      await page.keyboard.press("Enter");
      await expect(page.getByText(/spoke for/i).first()).toBeVisible();
      await expectSound(page, "beats: one beat");
      await page.getByRole("tab", { name: "Method" }).click();
      await expectSound(page, "beats: method");
      await page.getByRole("button", { name: "Report", exact: true }).click();
      await expect(page.getByRole("article")).toBeVisible();
      await expectSound(page, "beats: report");

      await page.getByRole("link", { name: "Models" }).click();
      await expectSound(page, "Models");
      await page.getByRole("link", { name: "Boosted trees" }).click();
      await expect(page.getByText("Intended use")).toBeVisible();
      await expectSound(page, "Model");
      await context.close();
    });
  }
}
