import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { ALL_MODELS } from "../src/models/catalog.ts";
import { AppPage } from "./app-page.ts";
import { expectSound } from "./expect-sound.ts";

test("every shipped model answers its known input rightly here, and one button copies all of it", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-write"]);
  const app = new AppPage(page);
  await app.start("#/diagnostics");
  await page.getByRole("button", { name: "Test again" }).click();
  const rows = page.getByRole("row").filter({ hasText: "Right" });
  await expect(rows).toHaveCount(ALL_MODELS.length, { timeout: 45_000 });
  await expect(page.getByRole("button", { name: "Test again" })).toBeEnabled();
  await page.getByRole("button", { name: "Copy all as text" }).click();
  await expect(page.getByText("Diagnostics copied")).toBeVisible();
  // Pasted, since the app's policy lets no script of its page read the clipboard.
  await page.evaluate(() => document.body.appendChild(document.createElement("textarea")).focus());
  await page.keyboard.press("ControlOrMeta+V");
  const text = await page.locator("body > textarea").inputValue();
  for (const { id, name } of ALL_MODELS) expect(text).toContain(`${name} (${id}): Right on `);
  expect(text).toMatch(/Backend of neural networks: WASM \(SIMD\)/);
  expect(text).toMatch(/Schema of the store: \d+\n/);
});

test("the test runs by itself once the page is idle, and a check made at once does not wait for it", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  await page.goto("./#/diagnostics");
  await expect(page.getByRole("row").filter({ hasText: "Right" })).toHaveCount(ALL_MODELS.length, { timeout: 45_000 });
});

test("a backend on which a model is wrong is not used any more, and every screen says so", async ({ page }) => {
  const path = "models/dense-autoencoder/known-answer.json";
  const known = JSON.parse(readFileSync(`dist/${path}`, "utf8")) as { outputs: (number | null)[] };
  await page.route(`**/${path}`, (route) => route.fulfill({ json: { ...known, outputs: known.outputs.map((value) => (value === null ? null : value + 1)) } }));
  const app = new AppPage(page);
  await app.start("#/diagnostics");
  await page.getByRole("button", { name: "Test again" }).click();
  await expect(page.getByRole("row", { name: /^Autoencoder/ })).toContainText("Wrong", { timeout: 45_000 });
  await expect(page.getByRole("alert").first()).toContainText("WASM (SIMD): dense-autoencoder answered its known input wrongly");
  await expect(page.getByRole("alert").first()).toContainText("CPU computes in its place.");
  await page.goto("./#/history");
  await expect(page.getByRole("alert").first()).toContainText("The known-answer test failed.");
});

test("Diagnostics are sound at both widths", async ({ page }) => {
  const app = new AppPage(page);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await app.start("#/diagnostics");
    await expect(page.getByRole("heading", { name: "Versions" })).toBeVisible();
    await expectSound(page, `diagnostics at ${width}`);
  }
});
