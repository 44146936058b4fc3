import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as base, type Page } from "@playwright/test";
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

/** Lets a test keep what the page asks of its workers, so that a check is under way for as long as it wants. */
async function watchWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let kept: (() => void)[] | null = null;
    Worker.prototype.postMessage = new Proxy(Reflect.get(Worker.prototype, "postMessage"), {
      apply(post, worker, message) {
        const go = () => void Reflect.apply(post, worker, message);
        if (kept === null) go();
        else kept.push(go);
      },
    });
    Object.assign(window, {
      holdWorkers: () => (kept = []),
      releaseWorkers: () => {
        kept?.forEach((go) => go());
        kept = null;
      },
    });
  });
}

type Held = Window & { readonly holdWorkers: () => void; readonly releaseWorkers: () => void };
const release = (page: Page) => page.evaluate(() => (window as unknown as Held).releaseWorkers());

/** A check under way in a tab that the service worker serves. */
async function beginCheck(page: Page): Promise<AppPage> {
  const app = new AppPage(page);
  await app.openSample();
  await app.chooseDetector("Isolation Forest");
  await page.evaluate(() => {
    Object.assign(window, { stillHere: true });
    (window as unknown as Held).holdWorkers();
  });
  await app.checkButton.click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  return app;
}

const lookForUpdate = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update()).then(() => undefined));

test("a new version that comes in mid-check waits for its end; whoever leaves all the same is asked first", async ({ page, deployment }) => {
  await watchWorkers(page);
  await page.goto(deployment.url);
  await enter(page);
  await expect(page.getByText("Offline ready")).toBeVisible({ timeout: 45_000 });
  await new AppPage(page).reload();
  const app = await beginCheck(page);
  deployment.deploy();
  await lookForUpdate(page);
  await expect(page.getByText("A new version is ready. Reload once this check has ended: it would be lost.")).toBeVisible({ timeout: 45_000 });
  const reload = page.getByRole("button", { name: "Reload" });
  await expect(reload).toBeDisabled();

  const question = page.waitForEvent("dialog");
  const leaving = page.evaluate(() => window.location.reload());
  const asked = await question;
  expect(asked.type()).toBe("beforeunload");
  await asked.dismiss();
  await leaving;
  await release(page);
  await app.expectResult();
  expect(await page.evaluate(() => "stillHere" in window)).toBe(true);
  await expect(page.getByText("A new version is ready. Reload when it suits you; saved checks stay.")).toBeVisible();

  await Promise.all([page.waitForEvent("load"), reload.click()]);
  await enter(page);
  await expect(app.plot).toBeVisible();
});

test("a new version that another tab starts leaves a check under way alone, and its result is saved", async ({ context, deployment }) => {
  const [checking, other] = [await context.newPage(), await context.newPage()];
  await watchWorkers(checking);
  for (const page of [checking, other]) {
    await page.goto(deployment.url);
    await enter(page);
    await expect(page.getByText("Offline ready")).toBeVisible({ timeout: 45_000 });
  }
  await new AppPage(checking).reload();
  const app = await beginCheck(checking);
  deployment.deploy();
  await lookForUpdate(other);
  await Promise.all([other.waitForEvent("load"), other.getByRole("button", { name: "Reload" }).click()]);
  await enter(other);

  await release(checking);
  await app.expectResult();
  expect(await checking.evaluate(() => "stillHere" in window)).toBe(true);
  await other.getByRole("link", { name: "History" }).click();
  await expect(other.getByRole("row", { name: /heart-rate\.csv/ })).toHaveCount(1);
});
