import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as base } from "@playwright/test";
import { preview } from "vite";
import { AppPage, enter } from "./app-page.ts";

interface Deployment {
  readonly url: string;
  /** puts a new version in the place of the one served */
  readonly deploy: () => void;
}

/** The built app on a server of its own, whose version this test may change. */
const test = base.extend<{ deployment: Deployment }>({
  // Playwright reads the fixtures needed from this pattern: there are none.
  // eslint-disable-next-line no-empty-pattern
  deployment: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "isoline-update-"));
    cpSync("dist", folder, { recursive: true });
    const server = await preview({ configFile: false, logLevel: "error", build: { outDir: folder }, preview: { port: 4181, host: "localhost" } });
    await use({
      url: server.resolvedUrls?.local[0] ?? "",
      deploy: () => appendFileSync(join(folder, "sw.js"), "\n// another version\n"),
    });
    await server.close();
    rmSync(folder, { recursive: true });
  },
});

test.use({ serviceWorkers: "allow" });

test("a new version is offered, waits for the user, and keeps what was saved", async ({ page, deployment }) => {
  const app = new AppPage(page);
  await page.goto(deployment.url);
  await enter(page);
  await expect(page.getByText("Offline ready")).toBeVisible({ timeout: 45_000 });
  deployment.deploy();
  await app.reload();
  const offer = page.getByText("A new version is ready");
  await expect(offer).toBeVisible({ timeout: 45_000 });

  await page.evaluate(() => Object.assign(window, { stillHere: true }));
  await app.openSample();
  await app.check("Rolling median rule");
  expect(await page.evaluate(() => "stillHere" in window)).toBe(true);

  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Reload" }).click()]);
  expect(await page.evaluate(() => "stillHere" in window)).toBe(false);
  await enter(page);
  await expect(app.plot).toBeVisible();
  await expect(offer).toHaveCount(0);
});
