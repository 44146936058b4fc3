import { expect, test, type Page } from "@playwright/test";
import { AppPage } from "./app-page.ts";
import { damageOne } from "./raw-store.ts";

/** The connections to IndexedDB that the page has open, so that a test can end one as a browser under pressure does. */
async function watchConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const connections: IDBDatabase[] = [];
    const open = indexedDB.open.bind(indexedDB);
    IDBFactory.prototype.open = (...given: Parameters<typeof open>) => {
      const request = open(...given);
      request.addEventListener("success", () => connections.push(request.result));
      return request;
    };
    Object.assign(window, {
      loseConnections: () => {
        for (const connection of connections.splice(0)) {
          connection.close();
          connection.dispatchEvent(new Event("close"));
        }
      },
    });
  });
}

test("a connection to the store that the browser ends is opened again, and nothing is lost", async ({ page }) => {
  await watchConnections(page);
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  await page.evaluate(() => (window as unknown as { loseConnections: () => void }).loseConnections());
  await page.keyboard.press("n");
  await page.keyboard.press("r");
  await expect(page.locator("[data-verdict=rejected]")).toHaveCount(1);
  await expect(app.alert).toHaveCount(0);
  await app.reload();
  await expect(page.locator("[data-verdict=rejected]")).toHaveCount(1);
});

test("a store that cannot be opened again is said, and the result stays on the screen", async ({ page }) => {
  await watchConnections(page);
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  await page.evaluate(() => {
    (window as unknown as { loseConnections: () => void }).loseConnections();
    IDBFactory.prototype.open = () => {
      throw new DOMException("Internal error opening backing store.", "UnknownError");
    };
  });
  await page.keyboard.press("n");
  await page.keyboard.press("r");
  await expect(app.alert.first()).toContainText(/saved checks (was closed|could not be read or written)/);
  await expect(app.plot).toBeVisible();
});

test("two tabs review one check: both see every verdict, and the last one on an event holds", async ({ context }) => {
  const [first, second] = [new AppPage(await context.newPage()), new AppPage(await context.newPage())];
  await first.start();
  await first.openSample();
  await first.check("Rolling median rule");
  await second.start(new URL(first.page.url()).hash);
  await expect(second.plot).toBeVisible();
  const events = ({ page }: AppPage) => page.getByRole("region", { name: "Event list" }).locator("tbody tr");
  const verdict = (app: AppPage, row: number) => events(app).nth(row).locator("[data-verdict]");
  const give = async (app: AppPage, row: number, key: string) => {
    await events(app).nth(row).getByRole("button").click();
    await app.page.keyboard.press(key);
  };
  await give(first, 0, "a");
  await give(second, 1, "r");
  for (const app of [first, second]) {
    await expect(verdict(app, 0)).toHaveAttribute("data-verdict", "accepted");
    await expect(verdict(app, 1)).toHaveAttribute("data-verdict", "rejected");
  }
  await give(second, 0, "u");
  await expect(verdict(first, 0)).toHaveAttribute("data-verdict", "uncertain");
  await give(first, 0, "r");
  await expect(verdict(second, 0)).toHaveAttribute("data-verdict", "rejected");
});

test("a clock that is set back loses nothing and leaves the log's chain whole", async ({ page }) => {
  await page.clock.install({ time: new Date("2026-11-20T08:00:00") });
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  await page.clock.setFixedTime(new Date("2025-03-01T08:00:00"));
  await page.keyboard.press("n");
  await page.keyboard.press("r");
  await expect(page.locator("[data-verdict=rejected]")).toHaveCount(1);
  await page.getByRole("link", { name: "Check", exact: true }).click();
  await app.check("Isolation Forest");
  await app.reload();
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("row", { name: /heart-rate\.csv/ })).toHaveCount(2);
  await page.getByRole("link", { name: "System" }).click();
  await page.getByRole("link", { name: "Activity log" }).click();
  await expect(page.getByText(/The chain of [0-9]+ entries is whole/)).toBeVisible();
});

test("where the browser refuses WASM, networks are computed without it, and the result says by what", async ({ page }) => {
  test.slow();
  await page.route(/\.wasm$/, (route) => route.abort());
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("1D-CNN");
  await expect(page.getByText("CPU", { exact: true }).first()).toBeVisible();
});

test("a saved check that was damaged is said, and can be removed; the others stay", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  await page.getByRole("link", { name: "Check", exact: true }).click();
  await app.check("Isolation Forest");
  await damageOne(page, "checks");
  await app.reload();
  await page.getByRole("link", { name: "History", exact: true }).click();
  await expect(app.alert).toContainText("1 saved check on this device was altered or damaged and cannot be read.");
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page.getByText("Removed 1 damaged check for good")).toBeVisible();
  await expect(app.alert).toHaveCount(0);
  await expect(page.getByRole("link", { name: "heart-rate.csv" })).toHaveCount(1);
});

test("what was damaged of settings, verdicts and the log is said where it is missing, and hides nothing else", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  for (const key of ["n", "r", "n", "r"]) await page.keyboard.press(key);
  await expect(page.locator("[data-verdict=rejected]")).toHaveCount(2);
  const address = new URL(page.url()).hash;
  await page.getByRole("link", { name: "System" }).click();
  await page.getByRole("link", { name: "Settings", exact: true }).click();
  await page.getByLabel("Minutes until it locks").fill("20");
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByText("Isoline locks after 20 idle minutes")).toBeVisible();
  for (const store of ["verdicts", "settings", "log"]) await damageOne(page, store);

  await app.reload();
  await expect(app.alert).toContainText("1 setting was altered or damaged and cannot be read.");
  await expect(page.getByLabel("Minutes until it locks")).toHaveValue("10");
  await page.getByRole("link", { name: "Activity log" }).click();
  await expect(app.alert).toContainText("The chain of the log is broken: entry 1 was altered or damaged and cannot be read.");
  await expect(page.getByText("Set the idle lock to 20 minutes, before 10")).toBeVisible();
  await page.goto(`./${address}`);
  await expect(app.alert).toContainText("1 verdict on this check was altered or damaged and cannot be read.");
  await expect(page.locator("[data-verdict=rejected]")).toHaveCount(1);
});
