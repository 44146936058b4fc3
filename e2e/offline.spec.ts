import { expect, test } from "@playwright/test";
import { AppPage } from "./app-page.ts";

test.use({ serviceWorkers: "allow" });

test("after one visit the whole check works with the network off", async ({ page, context }) => {
  const app = new AppPage(page);
  await app.start();
  await expect(page.getByText("Offline ready")).toBeVisible({ timeout: 45_000 });
  await context.setOffline(true);

  await app.reload();
  await app.openSample();
  await app.check("1D-CNN");
  const address = page.url();

  await app.reload();
  await expect(page).toHaveURL(address);
  await expect(app.plot).toBeVisible();
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("row", { name: /heart-rate\.csv/ })).toHaveCount(1);
});

test("with the network off a beat table is checked, and its check opens again", async ({ page, context }) => {
  const app = new AppPage(page);
  await app.start();
  await expect(page.getByText("Offline ready")).toBeVisible({ timeout: 45_000 });
  await context.setOffline(true);

  await app.reload();
  await app.openHeartbeats();
  await app.checkBeats("Boosted trees");
  await app.reload();
  await expect(page.getByRole("heading", { name: "Confusion matrix" })).toBeVisible();
});

test("is installable: a manifest with its icons, all precached", async ({ page, request }) => {
  await page.goto("./");
  const manifestUrl = await page.locator('link[rel="manifest"]').getAttribute("href");
  expect(manifestUrl).not.toBeNull();
  const manifest = (await (await request.get(manifestUrl ?? "")).json()) as { display: string; icons: { src: string; sizes: string }[] };
  expect(manifest.display).toBe("standalone");
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(["192x192", "512x512"]));
  for (const { src } of manifest.icons) expect((await request.get(src)).ok()).toBe(true);

  const precache = await (await request.get("sw.js")).text();
  for (const needed of [/index\.html/, /\.wasm/, /samples\/heart-rate\.csv/, /samples\/heartbeats\.csv/, /samples\/ecg5000\.tsv/, /boosted-trees\/trees\.bin/, /heart-rate-cnn\/weights\.bin/, /dense-autoencoder\/weights\.bin/, /isolation-forest\//, /analysis\.worker/]) {
    expect(precache).toMatch(needed);
  }
});
